using System.Text.Encodings.Web;
using System.Text.Json;

namespace Planning.Grains.Turns;

/// <summary>How turns are written in the journal: compact, and readable for people of every script.</summary>
internal static class TurnJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { MetricSnapshotJson.Converter },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(ref Utf8JsonReader reader) => JsonSerializer.Deserialize<T>(ref reader, Options)
        ?? throw new JsonException($"A {typeof(T).Name} was expected, not null.");

    public static T Read<T>(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize<T>(utf8, Options)
        ?? throw new JsonException($"A {typeof(T).Name} was expected, not null.");

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)
        ?? throw new JsonException($"A {typeof(T).Name} was expected, not null.");
}
