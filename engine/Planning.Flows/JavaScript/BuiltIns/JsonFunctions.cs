using System.Text.Json;
using Jint.Native;
using Jint.Native.Object;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

internal static class JsonFunctions
{
    private const int DeepestJson = 256;

    public static void Install(Realm realm)
    {
        var json = new ScriptObject(realm);
        realm.Define(json, "parse", 2, Parse);
        realm.Define(json, "stringify", 3, static (realm, _, given) =>
            JsonWriter.Write(realm, given.Get(0), given.Get(1), given.Get(2)) is { } text
            ? new JsValue(realm.Checked(text))
            : JsValue.Undefined);
        realm.Global("JSON", json);
    }

    private static JsValue Parse(Realm realm, JsValue self, JsValue[] given)
    {
        var text = Coercion.Text(given.Get(0));
        realm.Charge(1 + (text.Length / 8));
        JsValue value;
        try
        {
            var json = JsonElement.Parse(text, new JsonDocumentOptions { MaxDepth = DeepestJson });
            value = ValueBorder.FromJson(realm, json, origin: null);
        }
        catch (JsonException exception)
        {
            throw realm.SyntaxError(string.IsNullOrWhiteSpace(text)
                ? "Unexpected end of JSON input"
                : $"This is not valid JSON: {exception.Message}");
        }

        return given.Get(1).TryCast<ICallable>() is { } revive
            ? Revived(realm, revive, Holder(realm, value), "")
            : value;
    }

    private static ScriptObject Holder(Realm realm, JsValue value)
    {
        var holder = new ScriptObject(realm);
        holder.Set("", value);
        return holder;
    }

    private static JsValue Revived(Realm realm, ICallable revive, ObjectInstance holder, string name)
    {
        realm.EnterCall(1);
        var value = holder.Get(name);
        if (value.IsObject())
        {
            var inner = value.AsObject();
            foreach (var member in Members.Names(inner).ToList())
            {
                var revived = Revived(realm, revive, inner, member);
                if (revived.IsUndefined())
                {
                    inner.Delete(member, false);
                }
                else
                {
                    inner.Put(member, revived, false);
                }
            }
        }

        realm.LeaveCall(1);
        return revive.Call(new JsValue(holder), [new JsValue(name), value]);
    }
}
