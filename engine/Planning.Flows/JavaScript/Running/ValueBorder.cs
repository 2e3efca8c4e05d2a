using System.Text.Json;
using Jint.Native;
using Jint.Native.Date;
using Jint.Native.Object;
using Jint.Runtime;
using Planning.Flows.Expressions;
using Planning.Flows.JavaScript.BuiltIns;

namespace Planning.Flows.JavaScript.Running;

/// <summary>Takes values of an instance into a script, and what a script answers back.</summary>
internal static class ValueBorder
{
    private const int DeepestValue = 200;

    public static JsValue ToScript(Realm realm, object? canonical, ImportedValue? origin = null) => canonical switch
    {
        null => JsValue.Null,
        string text => new JsValue(text),
        bool flag => Coercion.Value(flag),
        long number => new JsValue((double)number),
        decimal number => new JsValue((double)number),
        double number => new JsValue(number),
        JsonElement json => FromJson(realm, json, origin),
        _ => ToScript(realm, Values.Canonical(canonical), origin),
    };

    /// <param name="origin">What is told when the object changes.</param>
    public static JsValue FromJson(Realm realm, JsonElement json, ImportedValue? origin)
    {
        realm.Charge(1);
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                return new JsValue(WorkflowResult.Is(json)
                    ? new WorkflowResult(realm, json) { Origin = origin }
                    : new ImportedObject(realm, json) { Origin = origin });
            case JsonValueKind.Array:
                return new JsValue(new ScriptArray(realm, json.EnumerateArray().Select(item =>
                    FromJson(realm, item, origin)))
                { Origin = origin });
            case JsonValueKind.String:
                return new JsValue(json.GetString()!);
            case JsonValueKind.Number:
                return new JsValue(json.GetDouble());
            default:
                return json.ValueKind is JsonValueKind.True ? JsValue.True
                    : json.ValueKind is JsonValueKind.False ? JsValue.False : JsValue.Null;
        }
    }

    /// <summary>What a script answered, in its one JSON-able shape.</summary>
    /// <param name="asText">True where a text is wanted: there NaN and its like have their names.</param>
    /// <exception cref="ScriptFailedException">It answered with something that no instance can keep.</exception>
    public static object? FromScript(Realm realm, JsValue value, bool asText = false) => value.Type switch
    {
        Types.String => value.AsString(),
        Types.Boolean => value.AsBoolean(),
        Types.Number when asText && (!double.IsFinite(value.AsNumber()) || (value.AsNumber() == 0 && double.IsNegative(value.AsNumber()))) =>
            double.IsFinite(value.AsNumber()) ? "-0" : NumberText.Of(value.AsNumber()),
        Types.Number => Values.Canonical(value.AsNumber()),
        Types.Object => FromObject(realm, value.AsObject()),
        _ => null,
    };

    private static object? FromObject(Realm realm, ObjectInstance value)
    {
        if (value is DateInstance date)
        {
            return double.IsNaN(date.PrimitiveValue) ? null
                : date.PrimitiveValue is >= -62135596800000 and <= 253402300799999
                    ? Values.Canonical(DateTimeOffset.FromUnixTimeMilliseconds((long)date.PrimitiveValue))
                    : DateFunctions.IsoText(date.PrimitiveValue);
        }

        if (value is Jint.Native.IPrimitiveInstance primitive)
        {
            return FromScript(realm, primitive.PrimitiveValue);
        }

        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(realm, writer, new JsValue(value), []);
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = DeepestValue + 1 });
        return JsonElement.ParseValue(ref reader);
    }

    private static void Write(Realm realm, Utf8JsonWriter writer, JsValue value, Stack<ObjectInstance> open)
    {
        realm.Charge(1);
        switch (value.Type)
        {
            case Types.String:
                writer.WriteStringValue(value.AsString());
                break;
            case Types.Number:
                WriteNumber(writer, value.AsNumber());
                break;
            case Types.Boolean:
                writer.WriteBooleanValue(value.AsBoolean());
                break;
            case Types.Object:
                WriteObject(realm, writer, value.AsObject(), open);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        switch (Values.Canonical(number))
        {
            case long whole:
                writer.WriteNumberValue(whole);
                break;
            case decimal exact:
                writer.WriteNumberValue(exact);
                break;
            case double large:
                writer.WriteNumberValue(large);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteObject(Realm realm, Utf8JsonWriter writer, ObjectInstance value, Stack<ObjectInstance> open)
    {
        if (open.Contains(value))
        {
            throw new ScriptFailedException("The script answered with an object that contains itself. Return only what is needed of it.");
        }

        if (open.Count == DeepestValue)
        {
            throw new ScriptFailedException($"The script answered with an object nested more than {DeepestValue} deep. Return less of it.");
        }

        open.Push(value);
        switch (value)
        {
            case ScriptArray list:
                WriteItems(realm, writer, list.Items.Select(item => item ?? JsValue.Undefined), open);
                break;
            case DateInstance or Jint.Native.IPrimitiveInstance:
                JsonSerializer.Serialize(writer, FromObject(realm, value));
                break;
            case ICallable:
                throw new ScriptFailedException("The script answered with a function. Call the function, or return a value.");
            case ScriptCollection { IsMap: false } or ScriptIterator:
                WriteItems(realm, writer, (IEnumerable<JsValue>)value, open);
                break;
            case ScriptCollection map:
                WriteMembers(realm, writer, map.Entries().Select(entry =>
                    (Coercion.Text(entry.Key), entry.Value)), open);
                break;
            case ScriptRegex regex:
                writer.WriteStringValue($"/{regex.Source}/{regex.Flags}");
                break;
            case Jint.Native.Error.ErrorInstance error:
                writer.WriteStringValue(Coercion.Text(new JsValue(error)));
                break;
            default:
                WriteMembers(realm, writer, Members.Of(value), open);
                break;
        }

        open.Pop();
    }

    private static void WriteItems(Realm realm, Utf8JsonWriter writer, IEnumerable<JsValue> items, Stack<ObjectInstance> open)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(realm, writer, item, open);
        }

        writer.WriteEndArray();
    }

    private static void WriteMembers(
        Realm realm, Utf8JsonWriter writer, IEnumerable<(string Name, JsValue Value)> members, Stack<ObjectInstance> open)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            // What a member of an object that is undefined or a function means in JSON: it is not there.
            if (!value.IsUndefined() && value.TryCast<ICallable>() is null)
            {
                writer.WritePropertyName(name);
                Write(realm, writer, value, open);
            }
        }

        writer.WriteEndObject();
    }
}
