using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Planning.Rules.Evaluation;

/// <summary>Writes a value of a trace, so that it can be read but never be too much.</summary>
internal sealed class ShownValueConverter : JsonConverter<object?>
{
    private const int LongestText = 1_000;
    private const int LongestList = 20;
    private const string Rest = "…";

    public override bool HandleNull => true;

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A trace is written, not read.");

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) =>
        Write(writer, value, mayNest: true);

    private static void Write(Utf8JsonWriter writer, object? value, bool mayNest)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool yes:
                writer.WriteBooleanValue(yes);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case double or float:
                writer.WriteStringValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case ulong number:
                writer.WriteNumberValue(number);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case DateTime time when time.TimeOfDay != TimeSpan.Zero:
                writer.WriteStringValue(time.ToString("s", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                writer.WriteStringValue(time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
                break;
            case IEnumerable list and not string when mayNest:
                WriteList(writer, list);
                break;
            default:
                writer.WriteStringValue(Short(Shown.Value(value)));
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable list)
    {
        writer.WriteStartArray();
        var written = 0;
        foreach (var each in list)
        {
            if (written++ == LongestList)
            {
                writer.WriteStringValue(Rest);
                break;
            }

            Write(writer, each, mayNest: false);
        }

        writer.WriteEndArray();
    }

    private static string Short(string text) =>
        text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), Rest);
}
