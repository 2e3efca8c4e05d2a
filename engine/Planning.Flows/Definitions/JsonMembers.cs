using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Planning.Flows.Definitions;

/// <summary>Reads members as tolerantly as the designer writes them: null, absent, or with a capital first letter.</summary>
internal static class JsonMembers
{
    public static JsonNode? Member(this JsonNode? json, string name)
    {
        if (json is not JsonObject members)
        {
            return null;
        }

        return members.TryGetPropertyValue(name, out var value)
            ? value
            : members[char.ToUpperInvariant(name[0]) + name[1..]];
    }

    public static string? Text(this JsonNode? json, string name) => json.Member(name).AsText();

    public static string? AsText(this JsonNode? json) => json?.GetValueKind() switch
    {
        JsonValueKind.String => json.GetValue<string>(),
        JsonValueKind.Number => json.ToJsonString(),
        _ => null,
    };

    public static int? Whole(this JsonNode? json, string name) =>
        int.TryParse(json.Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool Flag(this JsonNode? json, string name) => json.Member(name) is { } value
        && (value.GetValueKind() == JsonValueKind.True || string.Equals(value.AsText(), "true", StringComparison.OrdinalIgnoreCase));

    /// <summary>The items of an array; also of one single object and of <c>{"$values": […]}</c>, as old files have them.</summary>
    public static IEnumerable<(JsonNode? Json, string Path)> Items(this JsonNode? json, string path)
    {
        switch (json)
        {
            case JsonArray array:
                return array.Select((item, index) => (item, $"{path}[{index}]"));
            case JsonObject wrapped when wrapped["$values"] is JsonArray values:
                return values.Select((item, index) => (item, $"{path}.$values[{index}]"));
            case JsonObject single:
                return [(single, path)];
            default:
                return [];
        }
    }

    public static string CamelCase(string name) =>
        name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
}
