using System.Text.Json;
using Planning.Flows.Expressions;
using Planning.Flows.Flowcharts;
using Planning.Flows.Runtime;

namespace Planning.Flows.Instances;

/// <summary>Reads what <see cref="StateWriter"/> wrote.</summary>
internal static class StateParser
{
    public static WorkflowState Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });
            var state = document.RootElement;
            var version = state.GetProperty("v").GetInt32();
            return version == StateWriter.FormatVersion
                ? Read(state)
                : throw new FormatException($"The instance has format {version}; this program reads format {StateWriter.FormatVersion}.");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException
            or ArgumentException)
        {
            throw new FormatException($"This is no stored workflow instance: {exception.Message}", exception);
        }
    }

    private static WorkflowState Read(JsonElement state)
    {
        var activities = List(state, "activities", Activity);
        var nodes = activities.ToDictionary(activity => activity.Id, activity => activity.NodeId, StringComparer.Ordinal);
        return new WorkflowState
        {
            Id = Text(state, "id"),
            DefinitionId = Text(state, "definition"),
            DefinitionVersionId = Text(state, "versionId"),
            DefinitionVersion = state.GetProperty("version").GetInt32(),
            SubStatus = Enum.Parse<WorkflowSubStatus>(Text(state, "status")),
            CorrelationId = TextOrNull(state, "correlation"),
            Name = TextOrNull(state, "name"),
            TriggerActivityId = TextOrNull(state, "trigger"),
            Parent = TextOrNull(state, "parent") is { } parent
                ? new ParentActivity(parent, TextOrNull(state, "parentActivity"))
                : null,
            CreatedAt = state.GetProperty("created").GetDateTimeOffset(),
            UpdatedAt = state.GetProperty("updated").GetDateTimeOffset(),
            FinishedAt = Instant(state, "finished"),
            LogSequence = state.GetProperty("log").GetInt64(),
            Input = Bag(state, "input"),
            Output = Bag(state, "output"),
            Activities = activities,
            Bookmarks = List(state, "bookmarks", bookmark => Bookmark(bookmark, nodes)),
            Incidents = List(state, "incidents", Incident),
            Scheduled = List(state, "scheduled", Scheduled),
            Outputs = List(state, "outputs", outputs => new ActivityOutputs(Text(outputs, "node"), Bag(outputs, "values"))),
        };
    }

    private static ActivityState Activity(JsonElement activity) => new()
    {
        Id = Text(activity, "id"),
        ParentId = TextOrNull(activity, "parent"),
        NodeId = Text(activity, "node"),
        Status = Enum.Parse<ActivityStatus>(Text(activity, "status")),
        Callback = TextOrNull(activity, "callback"),
        Tag = TextOrNull(activity, "tag"),
        FaultCount = activity.TryGetProperty("faults", out var faults) ? faults.GetInt32() : 0,
        StartedAt = activity.GetProperty("started").GetDateTimeOffset(),
        CompletedAt = Instant(activity, "completed"),
        Variables = List(activity, "variables", Variable),
        Properties = Bag(activity, "properties"),
        Inputs = Bag(activity, "inputs"),
        Tokens = List(activity, "tokens", token => new FlowToken(
            token[0].GetString()!, token[1].GetString()!, token[2].GetString()!, token.GetArrayLength() > 3)),
        Visits = List(activity, "visits", Visit),
    };

    private static FlowVisit Visit(JsonElement visit) => visit.GetArrayLength() == 2
        ? new FlowVisit(visit[0].GetString()!, null, null, visit[1].GetInt32())
        : new FlowVisit(visit[0].GetString()!, visit[2].GetString(), visit[3].GetString(), visit[1].GetInt32(), visit[4].GetBoolean());

    private static VariableState Variable(JsonElement variable) =>
        new(variable[0].GetString()!, variable[1].GetString()!, Values.FromJson(variable[2]));

    private static Bookmark Bookmark(JsonElement bookmark, Dictionary<string, string> nodes)
    {
        var execution = Text(bookmark, "activity");
        var nodeId = nodes[execution];
        return new Bookmark(
            Text(bookmark, "id"), Text(bookmark, "name"), bookmark.GetProperty("payload").Clone(),
            nodeId[(nodeId.LastIndexOf(':') + 1)..], nodeId, execution,
            bookmark.GetProperty("created").GetDateTimeOffset(), Instant(bookmark, "due"));
    }

    private static Incident Incident(JsonElement incident) => new(
        Text(incident, "message"), incident.GetProperty("at").GetDateTimeOffset(), TextOrNull(incident, "activity"),
        TextOrNull(incident, "node"), TextOrNull(incident, "execution"), TextOrNull(incident, "type"),
        TextOrNull(incident, "exception"), TextOrNull(incident, "cause"));

    private static ScheduledActivity Scheduled(JsonElement item) => new(
        Text(item, "node"), TextOrNull(item, "owner"), TextOrNull(item, "callback"), TextOrNull(item, "tag"),
        TextOrNull(item, "existing"), List(item, "variables", Variable));

    private static List<T> List<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var items) ? [.. items.EnumerateArray().Select(read)] : [];

    private static List<KeyValuePair<string, object?>> Bag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var values)
            ? [.. values.EnumerateObject().Select(value => KeyValuePair.Create(value.Name, Values.FromJson(value.Value)))]
            : [];

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string? TextOrNull(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateTimeOffset? Instant(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetDateTimeOffset() : null;
}
