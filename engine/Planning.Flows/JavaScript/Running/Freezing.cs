using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;

namespace Planning.Flows.JavaScript.Running;

/// <summary>Makes all that is built in unchangeable, and what Jint built in count as work.</summary>
internal static class Freezing
{
    private const int CharactersPerWork = 16;

    // These make code of texts, which nothing would have checked.
    private static readonly string[] Removed = ["eval", "Function", "escape", "unescape"];

    public static void FreezeAll(Realm realm)
    {
        var global = realm.Engine.Global;
        foreach (var name in Removed)
        {
            global.RemoveOwnProperty(name);
        }

        realm.Engine.Function.PrototypeObject.RemoveOwnProperty("constructor");
        var open = new Stack<ObjectInstance>([global, realm.Iterators, realm.Regexes]);
        var seen = new HashSet<ObjectInstance>(ReferenceEqualityComparer.Instance);
        while (open.TryPop(out var one))
        {
            if (seen.Add(one))
            {
                Freeze(realm, one, open);
            }
        }
    }

    private static void Freeze(Realm realm, ObjectInstance one, Stack<ObjectInstance> open)
    {
        foreach (var (name, member) in one.GetOwnProperties().ToList())
        {
            if (member.IsDataDescriptor())
            {
                if (member.Value is { } value && value.IsObject())
                {
                    member.Value = Guarded(realm, name, value);
                    open.Push(member.Value.AsObject());
                }

                member.Writable = false;
            }

            member.Configurable = false;
        }

        one.Extensible = false;
        if (one.Prototype is { } above)
        {
            open.Push(above);
        }
    }

    private static JsValue Guarded(Realm realm, string name, JsValue value)
    {
        if (value.AsObject() is not FunctionInstance function || function is Native or NativeClass)
        {
            return value;
        }

        var length = function.Get("length");
        return new JsValue(new Native(realm, name, length.IsNumber() ? (int)length.AsNumber() : 0, (realm, self, given) =>
        {
            realm.Charge(1 + (self.IsString() ? self.AsString().Length / CharactersPerWork : 0));
            return function.Call(self, given);
        }));
    }
}
