using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Planning.Accounts.Wording;

/// <summary>Writes a value type as the text that people write for it, also as the key of an object.</summary>
public sealed class TextJsonConverter<T> : JsonConverter<T>
    where T : IParsable<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString()!);

    private static T Parse(string? text)
    {
        try
        {
            return T.Parse(text!, CultureInfo.InvariantCulture);
        }
        catch (FormatException refusal)
        {
            throw new JsonException(refusal.Message, refusal);
        }
    }
}
