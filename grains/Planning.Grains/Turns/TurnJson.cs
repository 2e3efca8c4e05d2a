using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;

namespace Planning.Grains.Turns;

/// <summary>How turns are written in the journal: compact, and readable for people of every script.</summary>
internal static class TurnJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { MetricSnapshotJson.Converter, new KeptIdJson() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(ref Utf8JsonReader reader) => JsonSerializer.Deserialize<T>(ref reader, Options)
        ?? throw new JsonException($"A {typeof(T).Name} was expected, not null.");

    public static T Read<T>(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize<T>(utf8, Options)
        ?? throw new JsonException($"A {typeof(T).Name} was expected, not null.");

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)
        ?? throw new JsonException($"A {typeof(T).Name} was expected, not null.");
}

/// <summary>The journal may hold reserved keys; what comes from outside may not.</summary>
internal sealed class KeptIdJson : JsonConverter<Id<Customer>>
{
    public override Id<Customer> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return Id<Customer>.Kept(reader.GetString() ?? "");
        }
        catch (FormatException refusal)
        {
            throw new JsonException(refusal.Message, refusal);
        }
    }

    public override void Write(Utf8JsonWriter writer, Id<Customer> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
