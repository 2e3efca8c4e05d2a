using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;
using Planning.Flows.Instances;
using Planning.Flows.Runtime;
using Planning.Flows.Simulation;
using Planning.Workflows.Expressions;

namespace Planning.Flows.Compatibility.Tests.Support;

/// <summary>Runs a case in the simulated world and tells it in the words of the recordings.</summary>
internal static class CaseRun
{
    private const int MostResumptions = 100;
    private const string Own = "own";

    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<IExpressionLanguage> Languages { get; } = [new CSharpLanguage()];

    /// <exception cref="FormatException">The definitions are refused; says why.</exception>
    public static JsonObject Of(FlowCase one)
    {
        var definitions = Read(one);
        var world = new SimulatedWorld(definitions, Monday) { FlowchartMode = one.Mode };
        var bursts = new JsonArray();
        var started = world.Start(one.Run, Members(one.Input), one.CorrelationId);
        if (started.Refusal is { } refusal)
        {
            return new JsonObject { ["startException"] = refusal.Reason, ["noInstance"] = true };
        }

        bursts.Add(Told(world, started));
        foreach (var step in WorldStepReader.Read(one.Steps.ToJsonString()))
        {
            bursts.Add(Told(world, world.Take(step)));
        }

        if (one.Resumes)
        {
            ResumeEverything(world);
        }

        return Told(world, bursts, definitions.Published(one.Run)!.Root.Variables);
    }

    private static DefinitionSet Read(FlowCase one)
    {
        var reading = DefinitionSetReader.Read(
            [.. one.Definitions.Select(text => new DefinitionFile(Own, text)), .. one.Others.Select(text => new DefinitionFile("", text))],
            ActivityCatalog.BuiltIn, [.. Languages]);
        var mistakes = reading.Mistakes.Where(mistake => mistake.File is Own).Select(mistake => mistake.Mistake.ToString()).ToList();
        return mistakes is []
            ? new DefinitionSet(reading.Definitions)
            : throw new FormatException($"refused: {string.Join(' ', mistakes)}");
    }

    private static void ResumeEverything(SimulatedWorld world)
    {
        for (var times = 0; times < MostResumptions && world.Main!.Bookmarks is [var first, ..]; times++)
        {
            world.Take(new WorldStep.Resume(first.ActivityId));
        }
    }

    private static Dictionary<string, object?> Members(JsonNode? input) =>
        (input as JsonObject)?.ToDictionary(pair => pair.Key, pair => (object?)pair.Value) ?? [];

    private static JsonObject Told(SimulatedWorld world, RuntimeChange change)
    {
        var main = world.Main!;
        return new JsonObject
        {
            ["lines"] = List(change.Lines),
            ["status"] = main.Status.ToString(),
            ["subStatus"] = main.SubStatus.ToString(),
            ["bookmarks"] = Bookmarks(main),
        };
    }

    private static JsonObject Told(SimulatedWorld world, JsonArray bursts, IReadOnlyList<VariableDeclaration> declared)
    {
        var main = world.Main!;
        var journal = world.LogOf(main.Id);
        var told = new JsonObject
        {
            ["status"] = main.Status.ToString(),
            ["subStatus"] = main.SubStatus.ToString(),
            ["lines"] = List(world.Lines),
            ["linesContain"] = List(world.Lines),
            ["output"] = Bag(main.Output),
            ["variables"] = Bag(main.Variables.Where(variable => declared.Any(one => one.Id == variable.Id))
                .Select(variable => KeyValuePair.Create(variable.Name, variable.Value))),
            ["bookmarks"] = Bookmarks(main),
            ["bookmarkNames"] = List(main.Bookmarks.Select(bookmark => bookmark.Name)),
            ["bursts"] = bursts,
            ["incidents"] = new JsonArray([.. main.Incidents.Select(Told)]),
            ["openActivities"] = new JsonArray([.. main.Activities
                .Where(activity => activity.Status is not (ActivityStatus.Completed or ActivityStatus.Canceled))
                .Select(activity => List([Id(activity.NodeId), activity.Status.ToString()]))
                .OrderBy(pair => pair.ToJsonString(), StringComparer.Ordinal)]),
            ["journal"] = new JsonArray([.. journal.Select(record =>
                List([Named(record.ActivityId), record.ActivityType, record.EventName]))]),
            ["otherInstances"] = new JsonArray([.. world.Instances.Skip(1).Select(Told)]),
            ["instances"] = new JsonArray([.. world.Instances.Select(Short)
                .OrderBy(one => one["definitionId"]!.GetValue<string>(), StringComparer.Ordinal)]),
            ["correlationId"] = main.CorrelationId,
            ["name"] = main.Name,
            ["stateRoundTrip"] = WorkflowState.Parse(main.ToJson()).ToJson() == main.ToJson(),
        };
        foreach (var activity in journal.Where(record => record.EventName == LogEvents.Completed).CountBy(record => record.ActivityId))
        {
            told[$"completed {activity.Key}"] = activity.Value;
        }

        return told;
    }

    private static JsonObject Told(WorkflowState instance)
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

    private static JsonObject Told(Incident incident) => new()
    {
        ["activityId"] = incident.ActivityId,
        ["activityType"] = incident.ActivityType,
        ["message"] = incident.Message,
    };

    private static JsonObject Short(WorkflowState instance) => new()
    {
        ["definitionId"] = instance.DefinitionId,
        ["correlationId"] = instance.CorrelationId,
        ["subStatus"] = instance.SubStatus.ToString(),
    };

    private static JsonArray Bookmarks(WorkflowState instance) =>
        new([.. instance.Bookmarks.Select(bookmark => List([bookmark.Name, bookmark.ActivityId]))]);

    private static JsonObject Bag(IEnumerable<KeyValuePair<string, object?>> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, Values.ToNode(value.Value))));

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static string Id(string nodeId) => Named(nodeId[(nodeId.LastIndexOf(':') + 1)..]);

    private static string Named(string activityId) => activityId == "Workflow1" ? "Workflow" : activityId;
}
