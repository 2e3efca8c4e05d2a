using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;
using Planning.Flows.JavaScript.Reading;

namespace Planning.Flows.JavaScript.Running;

/// <summary>What lowered classes call.</summary>
internal static class ClassOperators
{
    /// <summary>(constructor, class it extends)</summary>
    public static Operator Extend { get; } = new((realm, values) =>
    {
        var made = values[0].AsObject();
        if (values[1].IsUndefined())
        {
            return values[0];
        }

        var parent = values[1].TryCast<FunctionInstance>();
        if (!values[1].IsNull() && parent is not IConstructor)
        {
            throw realm.TypeError($"{Realm.Shown(values[1])} is no class to extend");
        }

        made.Prototype = parent ?? made.Prototype;
        made.Get("prototype").AsObject().Prototype = parent?.Get("prototype").TryCast<ObjectInstance>();
        return values[0];
    });

    /// <summary>(this class, this, list of arguments)</summary>
    public static Operator SuperCall { get; } = new((realm, values) =>
    {
        var self = (UserFunction)values[0].AsObject();
        var arguments = Operators.ArgumentsIn(values[2]);
        var made = values[1];
        if (self.Prototype is UserFunction parent)
        {
            made = new JsValue(parent.ConstructOn(made, arguments));
        }
        else if (self.Prototype is IConstructor builtIn)
        {
            var instance = builtIn.Construct(arguments);
            instance.Prototype = made.AsObject().Prototype;
            made = new JsValue(instance);
        }

        realm.Engine.ExecutionContext.ThisBinding = made;
        self.InitializeFields(made);
        return JsValue.Undefined;
    });

    /// <summary>(this class, whether it is static, name, this)</summary>
    public static Operator SuperMember { get; } = new((_, values) =>
    {
        var home = values[0].AsObject();
        var above = (values[1].AsBoolean() ? home : home.Get("prototype").AsObject()).Prototype;
        var member = above?.GetProperty(Coercion.Text(values[2])) ?? PropertyDescriptor.Undefined;
        return member.Get?.TryCast<ICallable>()?.Call(values[3], []) ?? member.Value ?? JsValue.Undefined;
    });

    /// <summary>(class, name, function)</summary>
    public static Operator Member(JsClassMemberKind kind, bool isStatic) => new((_, values) =>
    {
        var made = (UserFunction)values[0].AsObject();
        var function = (UserFunction)values[2].AsObject();
        ObjectInstance on = isStatic ? made : made.Get("prototype").AsObject();
        var name = Coercion.Text(values[1]);
        switch (kind)
        {
            case JsClassMemberKind.StaticBlock:
                function.Call(values[0], []);
                break;
            case JsClassMemberKind.Field when !isStatic:
                made.Fields.Add((values[1], function));
                break;
            case JsClassMemberKind.Field:
                on.FastSetProperty(name, new PropertyDescriptor(function.Call(values[0], []), true, true, true));
                break;
            case JsClassMemberKind.Getter or JsClassMemberKind.Setter:
                Accessor(on, name, values[2], kind is JsClassMemberKind.Getter, isEnumerable: false);
                break;
            default:
                on.FastSetProperty(name, new PropertyDescriptor(values[2], true, false, true));
                break;
        }

        return JsValue.Undefined;
    });

    public static void Accessor(ObjectInstance on, string name, JsValue function, bool isGetter, bool isEnumerable)
    {
        var known = on.GetOwnProperty(name);
        var get = isGetter ? function : known.Get;
        var set = isGetter ? known.Set : function;
        on.FastSetProperty(name, new PropertyDescriptor(get, set, isEnumerable, true));
    }
}
