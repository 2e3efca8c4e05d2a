using System.Text.Json.Nodes;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;
using Planning.Flows.Instances;
using Planning.Flows.Runtime;

namespace Planning.Flows.Simulation;

/// <summary>Tells what became of a world as JSON, in the words that the recordings of Elsa use too.</summary>
public static class WorldReport
{
    /// <param name="bursts">What <see cref="Burst"/> told after the start and after each step.</param>
    public static JsonObject Of(SimulatedWorld world, WorkflowDefinition definition, IEnumerable<JsonObject> bursts)
    {
        var main = world.Main ?? throw new ArgumentException("Nothing has been started.", nameof(world));
        return new JsonObject
        {
            ["definitionId"] = main.DefinitionId,
            ["status"] = main.Status.ToString(),
            ["subStatus"] = main.SubStatus.ToString(),
            ["name"] = main.Name,
            ["correlationId"] = main.CorrelationId,
            ["lines"] = List(world.Lines),
            ["output"] = Bag(main.Output),
            ["variables"] = Bag(
                from declared in definition.Root.Variables
                join kept in main.Variables on declared.Id equals kept.Id
                select KeyValuePair.Create(kept.Name, kept.Value)),
            ["bookmarks"] = Bookmarks(main),
            ["incidents"] = new JsonArray([.. main.Incidents.Select(Of)]),
            ["openActivities"] = new JsonArray([.. main.Activities
                .Where(activity => activity.Status is not (ActivityStatus.Completed or ActivityStatus.Canceled))
                .Select(activity => List([Named(LastId(activity.NodeId)), activity.Status.ToString()]))
                .OrderBy(pair => pair.ToJsonString(), StringComparer.Ordinal)]),
            ["waiting"] = new JsonArray([.. world.Instances.SelectMany(one => one.Bookmarks.Select(bookmark => Of(one, bookmark)))]),
            ["otherInstances"] = new JsonArray([.. world.Instances.Skip(1).Select(Of)]),
            ["bursts"] = new JsonArray([.. bursts]),
            ["journal"] = new JsonArray([.. world.LogOf(main.Id).Select(record =>
                List([Named(record.ActivityId), record.ActivityType, record.EventName]))]),
            ["now"] = Values.ToText(Values.Canonical(world.Now)),
        };
    }

    /// <summary>What one step came to.</summary>
    /// <param name="after">Which step it was.</param>
    public static JsonObject Burst(SimulatedWorld world, string after, RuntimeChange change)
    {
        var told = new JsonObject
        {
            ["after"] = after,
            ["lines"] = List(change.Lines),
            ["status"] = world.Main?.Status.ToString(),
            ["subStatus"] = world.Main?.SubStatus.ToString(),
            ["bookmarks"] = world.Main is { } main ? Bookmarks(main) : null,
        };
        if (change.Refusal is { } refusal)
        {
            told["refused"] = refusal.Reason;
        }

        return told;
    }

    private static JsonObject Of(WorkflowState instance)
    {
        var told = new JsonObject
        {
            ["definitionId"] = instance.DefinitionId,
            ["status"] = instance.Status.ToString(),
            ["subStatus"] = instance.SubStatus.ToString(),
            ["hasParent"] = instance.Parent is not null,
            ["output"] = Bag(instance.Output),
            ["incidents"] = instance.Incidents.Count,
        };
        if (instance.CorrelationId is { } correlation)
        {
            told["correlationId"] = correlation;
        }

        return told;
    }

    private static JsonObject Of(WorkflowState instance, Bookmark bookmark)
    {
        var told = new JsonObject
        {
            ["definitionId"] = instance.DefinitionId,
            ["activityId"] = bookmark.ActivityId,
            ["name"] = bookmark.Name,
            ["payload"] = bookmark.Payload,
        };
        if (bookmark.DueAt is { } due)
        {
            told["due"] = Values.ToText(Values.Canonical(due));
        }

        return told;
    }

    private static JsonObject Of(Incident incident)
    {
        var told = new JsonObject
        {
            ["activityId"] = incident.ActivityId,
            ["activityType"] = incident.ActivityType,
            ["message"] = incident.Message,
        };
        if (incident.Cause is { } cause)
        {
            told["cause"] = cause;
        }

        return told;
    }

    private static JsonArray Bookmarks(WorkflowState instance) =>
        new([.. instance.Bookmarks.Select(bookmark => List([bookmark.Name, bookmark.ActivityId]))]);

    private static JsonObject Bag(IEnumerable<KeyValuePair<string, object?>> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, Values.ToNode(value.Value))));

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static string LastId(string nodeId) => nodeId[(nodeId.LastIndexOf(':') + 1)..];

    // The implicit workflow has no id of the author's.
    private static string Named(string activityId) => activityId == "Workflow1" ? "Workflow" : activityId;
}
