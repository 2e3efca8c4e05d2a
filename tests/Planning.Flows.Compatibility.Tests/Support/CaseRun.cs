using System.Text.Json.Nodes;
using Planning.Flows.Definitions;
using Planning.Flows.Instances;
using Planning.Flows.Runtime;
using Planning.Flows.Simulation;
using Planning.Workflows.Playbooks;

namespace Planning.Flows.Compatibility.Tests.Support;

/// <summary>Runs a case in the simulated world and tells it in the words of the recordings.</summary>
internal static class CaseRun
{
    private const int MostResumptions = 100;
    private const string Own = "own";

    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <exception cref="FormatException">The definitions are refused; says why.</exception>
    public static JsonObject Of(FlowCase one)
    {
        var definitions = Read(one);
        var world = new SimulatedWorld(definitions, Monday) { FlowchartMode = one.Mode };
        var started = world.Start(one.Run, Members(one.Input), one.CorrelationId);
        if (started.Refusal is { } refusal)
        {
            return new JsonObject { ["startException"] = refusal.Reason, ["noInstance"] = true };
        }

        var bursts = new List<JsonObject> { WorldReport.Burst(world, "start", started) };
        foreach (var step in WorldStepReader.Read(one.Steps.ToJsonString()))
        {
            bursts.Add(WorldReport.Burst(world, step.Label, world.Take(step)));
        }

        if (one.Resumes)
        {
            ResumeEverything(world);
        }

        return WithWordsOfUpstream(world, WorldReport.Of(world, definitions.Published(one.Run)!, bursts));
    }

    private static DefinitionSet Read(FlowCase one)
    {
        DefinitionFile[] files =
        [
            .. one.Definitions.Select(text => new DefinitionFile(Own, text)),
            .. one.Others.Select(text => new DefinitionFile("", text)),
        ];
        var reading = DefinitionSetReader.Read(files, PlaybookReader.Activities, PlaybookReader.Languages);
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

    // What upstream's own tests ask for besides.
    private static JsonObject WithWordsOfUpstream(SimulatedWorld world, JsonObject told)
    {
        var main = world.Main!;
        told["linesContain"] = told["lines"]!.DeepClone();
        told["bookmarkNames"] = new JsonArray([.. main.Bookmarks.Select(bookmark => JsonValue.Create(bookmark.Name))]);
        told["instances"] = new JsonArray([.. world.Instances.Select(one => new JsonObject
        {
            ["definitionId"] = one.DefinitionId,
            ["correlationId"] = one.CorrelationId,
            ["subStatus"] = one.SubStatus.ToString(),
        })]);
        told["stateRoundTrip"] = WorkflowState.Parse(main.ToJson()).ToJson() == main.ToJson();
        var completed = world.LogOf(main.Id).Where(record => record.EventName == LogEvents.Completed);
        foreach (var (activity, times) in completed.CountBy(record => record.ActivityId))
        {
            told[$"completed {activity}"] = times;
        }

        return told;
    }
}
