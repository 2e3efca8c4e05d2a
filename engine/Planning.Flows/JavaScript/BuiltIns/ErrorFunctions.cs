using Jint.Native;
using Jint.Native.Error;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

internal static class ErrorFunctions
{
    public static void Install(Realm realm)
    {
        var engine = realm.Engine;
        foreach (var (name, kind) in new[]
        {
            ("Error", engine.Error), ("EvalError", engine.EvalError), ("RangeError", engine.RangeError),
            ("ReferenceError", engine.ReferenceError), ("SyntaxError", engine.SyntaxError), ("TypeError", engine.TypeError),
            ("URIError", engine.UriError),
        })
        {
            // A frozen message on the prototype would keep errors from having one of their own.
            kind.PrototypeObject.RemoveOwnProperty("message");
            _ = new NativeClass(
                realm, name, 1, kind.PrototypeObject,
                (_, _, given) => new JsValue(Make(kind, name, given)), (_, given) => Make(kind, name, given));
        }
    }

    private static ErrorInstance Make(ErrorConstructor kind, string name, JsValue[] given)
    {
        var error = new ErrorInstance(kind.Engine, name) { Prototype = kind.PrototypeObject, Extensible = true };
        if (!given.Get(0).IsUndefined())
        {
            error.FastAddProperty("message", new JsValue(Coercion.Text(given[0])), true, false, true);
        }

        if (given.Get(1).IsObject() && given[1].AsObject().HasProperty("cause"))
        {
            error.FastAddProperty("cause", given[1].AsObject().Get("cause"), true, false, true);
        }

        return error;
    }
}
