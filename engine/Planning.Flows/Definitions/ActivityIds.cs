using System.Text.Json.Nodes;

namespace Planning.Flows.Definitions;

/// <summary>Checks the ids of a definition's activities, and names those that have none as Elsa does: <c>Flowchart1</c>.</summary>
internal sealed class ActivityIds(JsonObject document, Mistakes mistakes)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private HashSet<string>? _written;

    public string Of(JsonObject json, string path)
    {
        var id = json.Text("id");
        if (string.IsNullOrWhiteSpace(id))
        {
            return Invented(json);
        }

        if (id.Contains(':', StringComparison.Ordinal))
        {
            mistakes.Report(Codes.BadActivityId, id, $"{path}.id",
                $"The id \"{id}\" has a colon, which separates the ids in a node id. Leave it out.");
        }

        if (!_seen.Add(id))
        {
            mistakes.Report(Codes.DuplicateActivityId, id, $"{path}.id",
                $"Another activity already has the id \"{id}\". Give one of the two a new id.");
        }

        return id;
    }

    private string Invented(JsonObject json)
    {
        _written ??= [.. Written(document)];
        var type = json.Text("type") ?? "Activity";
        var name = type[(type.LastIndexOf('.') + 1)..];
        var number = 1;
        while (_written.Contains($"{name}{number}") || !_seen.Add($"{name}{number}"))
        {
            number++;
        }

        return $"{name}{number}";
    }

    private static IEnumerable<string> Written(JsonNode? json) => json switch
    {
        JsonArray items => items.SelectMany(Written),
        JsonObject members => members.SelectMany(member => member.Key is "id" && member.Value.AsText() is { } id
            ? [id]
            : Written(member.Value)),
        _ => [],
    };
}
