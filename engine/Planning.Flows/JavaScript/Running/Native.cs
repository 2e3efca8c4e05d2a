using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;

namespace Planning.Flows.JavaScript.Running;

internal delegate JsValue NativeBody(Realm realm, JsValue self, JsValue[] arguments);

/// <summary>A function of a realm that is written in C#.</summary>
internal sealed class Native : FunctionInstance
{
    private readonly Realm _realm;
    private readonly NativeBody _body;

    public Native(Realm realm, string name, int length, NativeBody body)
        : base(realm.Engine, [], null, false)
    {
        _realm = realm;
        _body = body;
        Prototype = realm.Engine.Function.PrototypeObject;
        Extensible = true;
        FastAddProperty("length", new JsValue(length), false, false, true);
        FastAddProperty("name", new JsValue(name), false, false, true);
    }

    public override JsValue Call(JsValue thisObject, JsValue[] arguments)
    {
        Realm.CheckStack();
        return _body(_realm, thisObject, arguments);
    }
}

/// <summary>A class of a realm that is written in C#.</summary>
internal sealed class NativeClass : FunctionInstance, IConstructor
{
    private readonly Realm _realm;
    private readonly NativeBody? _call;
    private readonly Func<Realm, JsValue[], ObjectInstance> _construct;
    private readonly string _name;

    /// <param name="call">What it does when it is called without new; null when that is an error.</param>
    public NativeClass(
        Realm realm, string name, int length, ObjectInstance prototype, NativeBody? call,
        Func<Realm, JsValue[], ObjectInstance> construct)
        : base(realm.Engine, [], null, false)
    {
        _realm = realm;
        _call = call;
        _construct = construct;
        _name = name;
        Prototype = realm.Engine.Function.PrototypeObject;
        Extensible = true;
        FastAddProperty("length", new JsValue(length), false, false, true);
        FastAddProperty("name", new JsValue(name), false, false, true);
        FastAddProperty("prototype", new JsValue(prototype), false, false, false);
        prototype.FastSetProperty("constructor", new PropertyDescriptor(new JsValue(this), true, false, true));
        realm.Global(name, this);
    }

    public override JsValue Call(JsValue thisObject, JsValue[] arguments)
    {
        Realm.CheckStack();
        return _call is null
            ? throw _realm.TypeError($"{_name} needs new before it")
            : _call(_realm, thisObject, arguments);
    }

    public ObjectInstance Construct(JsValue[] arguments)
    {
        Realm.CheckStack();
        return _construct(_realm, arguments);
    }
}

/// <summary>Something that a lowered program calls by itself: one object for every program and realm.</summary>
internal sealed class Operator(Func<Realm, JsValue[], JsValue> body) : FunctionInstance(null, [], null, false)
{
    public override JsValue Call(JsValue thisObject, JsValue[] arguments) => body(Realm.Current, arguments);
}

internal static class Arguments
{
    /// <summary>Undefined for one that was not given.</summary>
    public static JsValue Get(this JsValue[] arguments, int index) =>
        index < arguments.Length ? arguments[index] : JsValue.Undefined;
}
