using System.Globalization;
using System.Text;
using Jint.Native;
using Jint.Native.Date;
using Jint.Native.Object;
using Jint.Runtime;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary>Writes a value as <c>JSON.stringify</c> does.</summary>
internal sealed class JsonWriter
{
    private readonly Realm _realm;
    private readonly ICallable? _replacer;
    private readonly HashSet<string>? _only;
    private readonly string _gap;
    private readonly StringBuilder _text = new();
    private readonly HashSet<ObjectInstance> _open = new(ReferenceEqualityComparer.Instance);
    private string _indent = "";

    private JsonWriter(Realm realm, JsValue replacer, JsValue gap)
    {
        _realm = realm;
        _replacer = replacer.TryCast<ICallable>();
        _only = replacer.TryCast<ScriptArray>()?.Items.OfType<JsValue>().Select(Coercion.Text).ToHashSet(StringComparer.Ordinal);
        _gap = gap.IsNumber() ? new string(' ', (int)Math.Clamp(Coercion.Integer(gap), 0, 10))
            : gap.IsString() ? gap.AsString()[..Math.Min(gap.AsString().Length, 10)] : "";
    }

    /// <returns>Null for what has no JSON, such as undefined or a function.</returns>
    public static string? Write(Realm realm, JsValue value, JsValue replacer, JsValue gap)
    {
        var writer = new JsonWriter(realm, replacer, gap);
        var holder = new ScriptObject(realm);
        holder.Set("", value);
        return writer.Write(holder, "", value) ? writer._text.ToString() : null;
    }

    /// <summary>Writes a text in quotes, as short as JavaScript does.</summary>
    public static void Quote(StringBuilder to, string text)
    {
        to.Append('"');
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            var isPair = char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
            _ = character switch
            {
                '"' => to.Append("\\\""),
                '\\' => to.Append("\\\\"),
                '\n' => to.Append("\\n"),
                '\r' => to.Append("\\r"),
                '\t' => to.Append("\\t"),
                '\b' => to.Append("\\b"),
                '\f' => to.Append("\\f"),
                < ' ' => to.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ when char.IsSurrogate(character) && !isPair =>
                    to.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => to.Append(character),
            };
            if (isPair)
            {
                to.Append(text[++index]);
            }
        }

        to.Append('"');
    }

    private bool Write(ObjectInstance holder, string name, JsValue value)
    {
        _realm.Charge(1);
        if (value.IsObject() && value.AsObject().Get("toJSON").TryCast<ICallable>() is { } toJson)
        {
            value = toJson.Call(value, [new JsValue(name)]);
        }

        value = _replacer?.Call(new JsValue(holder), [new JsValue(name), value]) ?? value;
        if (value.IsObject() && value.AsObject() is Jint.Native.IPrimitiveInstance primitive && value.AsObject() is not DateInstance)
        {
            value = primitive.PrimitiveValue;
        }

        switch (value.Type)
        {
            case Types.String:
                Quote(_text, value.AsString());
                return true;
            case Types.Number:
                _text.Append(double.IsFinite(value.AsNumber()) ? NumberText.Of(value.AsNumber()) : "null");
                return true;
            case Types.Boolean or Types.Null:
                _text.Append(Coercion.Text(value));
                return true;
            case Types.Object when value.TryCast<ICallable>() is null:
                WriteObject(value.AsObject());
                return true;
            default:
                return false;
        }
    }

    private void WriteObject(ObjectInstance value)
    {
        if (!_open.Add(value))
        {
            throw _realm.TypeError("Converting circular structure to JSON");
        }

        _realm.EnterCall(1);
        var outer = _indent;
        _indent += _gap;
        if (value is ScriptArray list)
        {
            WriteItems(list, outer);
        }
        else
        {
            WriteMembers(value, outer);
        }

        _indent = outer;
        _realm.LeaveCall(1);
        _open.Remove(value);
        if (_text.Length > Realm.LongestText)
        {
            throw Realm.TextTooLong();
        }
    }

    private void WriteItems(ScriptArray list, string outer)
    {
        _text.Append('[');
        for (var index = 0; index < list.Count; index++)
        {
            Begin(index == 0);
            if (!Write(list, NumberText.Of(index), list[index]))
            {
                _text.Append("null");
            }
        }

        End(list.Count == 0, outer, ']');
    }

    private void WriteMembers(ObjectInstance value, string outer)
    {
        _text.Append('{');
        var isEmpty = true;
        foreach (var name in Members.Names(value).Where(name => _only?.Contains(name) is not false))
        {
            var before = _text.Length;
            Begin(isEmpty);
            Quote(_text, name);
            _text.Append(_gap.Length > 0 ? ": " : ":");
            if (Write(value, name, value.Get(name)))
            {
                isEmpty = false;
            }
            else
            {
                _text.Length = before;
            }
        }

        End(isEmpty, outer, '}');
    }

    private void Begin(bool isFirst)
    {
        _text.Append(isFirst ? "" : ",");
        if (_gap.Length > 0)
        {
            _text.Append('\n').Append(_indent);
        }
    }

    private void End(bool isEmpty, string outer, char bracket)
    {
        if (_gap.Length > 0 && !isEmpty)
        {
            _text.Append('\n').Append(outer);
        }

        _text.Append(bracket);
    }
}
