using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Planning.Flows.Compatibility.Tests.Support;

/// <summary>Where our run and the recorded one part, field by field.</summary>
internal static partial class Differences
{
    private const string MaskedId = "<id>";

    /// <returns>The differing fields, each with both values.</returns>
    public static IReadOnlyDictionary<string, string> Between(FlowCase recorded, JsonObject ours)
    {
        var differences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, expected) in recorded.Expected)
        {
            var actual = ours[field];
            var isOrdered = !recorded.Unordered.Contains(field);
            if (!Same(field, Ordered(Masked(expected), isOrdered), Ordered(actual, isOrdered)))
            {
                differences[field] = $"\n  Elsa: {expected?.ToJsonString()}\n  ours: {actual?.ToJsonString()}";
            }
        }

        return differences;
    }

    private static bool Same(string field, JsonNode? expected, JsonNode? actual) => field switch
    {
        "incidents" => SameIncidents((JsonArray)expected!, (JsonArray)actual!),
        "bursts" => SameBursts((JsonArray)expected!, (JsonArray)actual!),
        "linesContain" => expected!.AsArray().All(line => actual!.AsArray().Any(one => JsonNode.DeepEquals(one, line))),
        _ => Equal(expected, actual),
    };

    // Informative members (.NET types, wording of a script engine) are not compared; messages begin alike.
    private static bool SameIncidents(JsonArray expected, JsonArray actual) => expected.Count == actual.Count
        && expected.Zip(actual).All(pair => pair.First is JsonObject
            ? Equal(pair.First["activityId"], pair.Second!["activityId"])
                && Equal(pair.First["activityType"], pair.Second["activityType"])
                && Text(pair.Second["message"]).StartsWith(Text(pair.First["message"]), StringComparison.Ordinal)
            : Text(pair.First) == $"{pair.Second!["activityType"]}: {pair.Second["message"]}");

    private static bool SameBursts(JsonArray expected, JsonArray actual) => expected.Count == actual.Count
        && expected.Zip(actual).All(pair => pair.First!.AsObject()
            .Where(member => member.Key is "after" or "lines" or "status" or "subStatus" or "bookmarks")
            .All(member => Equal(member.Value, pair.Second![member.Key])));

    private static bool Equal(JsonNode? expected, JsonNode? actual)
    {
        if (expected is JsonValue && expected.GetValueKind() is JsonValueKind.String && Text(expected) == MaskedId)
        {
            return actual?.GetValueKind() is JsonValueKind.String;
        }

        return (expected, actual) switch
        {
            (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right).All(pair => Equal(pair.First, pair.Second)),
            (JsonObject left, JsonObject right) => left.Count == right.Count
                && left.All(member => right.ContainsKey(member.Key) && Equal(member.Value, right[member.Key])),
            _ => JsonNode.DeepEquals(expected, actual),
        };
    }

    private static JsonNode? Ordered(JsonNode? value, bool isOrdered) => isOrdered || value is not JsonArray items
        ? value
        : new JsonArray([.. items.Select(item => item?.DeepClone()).OrderBy(item => item?.ToJsonString(), StringComparer.Ordinal)]);

    // The implicit workflows are written Workflow in the probes, and are numbered in the other recordings.
    [GeneratedRegex("^Workflow[0-9]$")]
    private static partial Regex ImplicitWorkflow();

    private static JsonNode? Masked(JsonNode? value) => value switch
    {
        JsonArray items => new JsonArray([.. items.Select(Masked)]),
        JsonValue text when ImplicitWorkflow().IsMatch(Text(text)) => "Workflow",
        null => null,
        _ => value.DeepClone(),
    };

    private static string Text(JsonNode? value) => value is JsonValue && value.GetValueKind() is JsonValueKind.String
        ? value.GetValue<string>()
        : string.Create(CultureInfo.InvariantCulture, $"{value}");
}
