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
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)
        ?? throw new JsonException($"A {typeof(T).Name} was expected, not null.");
}
