using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Flows.Definitions;
using Planning.Flows.Flowcharts;
using Planning.Flows.Runtime;
using Planning.Flows.Simulation;
using Planning.Workflows.Plans;
using Planning.Workflows.Playbooks;

namespace Planning.Workflows.Trials;

/// <summary>Workflow files that somebody wants to try before they are brought in: nothing of it leaves the memory.</summary>
/// <param name="files">Those that use or start one another, together.</param>
public sealed class WorkflowTrial(IReadOnlyList<TrialFile> files)
{
    // The same moment for every trial, so that it can be repeated; a Monday morning.
    private static readonly DateTimeOffset Begins = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly DefinitionSetReading _reading = DefinitionSetReader.Read(
        [.. files.Select(file => new DefinitionFile(file.Name, file.Json))], PlaybookReader.Activities, PlaybookReader.Languages);

    private IReadOnlyList<FileMistake> Found => field ??= [.. _reading.Mistakes, .. ICustomerActivity.InVain(_reading)];

    /// <summary>Tells every mistake in all files: file, code, activity, JSON path, and how to mend it.</summary>
    public TrialReport Check() => new(
        new JsonObject
        {
            ["definitions"] = new JsonArray([.. _reading.Definitions.Select(definition => new JsonObject
            {
                ["definitionId"] = definition.DefinitionId,
                ["version"] = definition.Version,
                ["name"] = definition.Name,
                ["activities"] = definition.Nodes.Count - 1, // The implicit workflow around them is none of the author's.
            })]),
            ["mistakes"] = Mistakes(),
        },
        Found is []);

    /// <summary>Runs one of the workflows in a simulated world, whose clock only steps move.</summary>
    /// <exception cref="FormatException">What is asked makes no sense; says why.</exception>
    public TrialReport Run(TrialRun asked)
    {
        var steps = asked.Steps is { } text ? WorldStepReader.Read(text) : [];
        if (Found is not [])
        {
            return new TrialReport(new JsonObject { ["mistakes"] = Mistakes() }, IsGood: false);
        }

        var definitions = new DefinitionSet(_reading.Definitions);
        var definition = Which(definitions, asked.DefinitionId);
        var world = new SimulatedWorld(definitions, Begins)
        {
            FlowchartMode = asked.CountsVisits ? FlowchartExecutionMode.CounterBased : FlowchartExecutionMode.TokenBased,
        };
        var started = world.Start(definition.DefinitionId, asked.Input, asked.CorrelationId);
        if (started.Refusal is { } refusal)
        {
            return new TrialReport(new JsonObject { ["refused"] = refusal.Reason }, IsGood: false);
        }

        var bursts = new List<JsonObject> { WorldReport.Burst(world, "start", started) };
        bursts.AddRange(steps.Select(step => WorldReport.Burst(world, step.Label, world.Take(step))));
        return new TrialReport(
            WorldReport.Of(world, definition, bursts), bursts.TrueForAll(burst => !burst.ContainsKey("refused")));
    }

    private static WorkflowDefinition Which(DefinitionSet definitions, string? definitionId)
    {
        string[] ids = [.. definitions.InForce.Select(definition => definition.DefinitionId)];
        return (definitionId, ids) switch
        {
            (null, [var only]) => definitions.Published(only)!,
            (null, _) => throw new FormatException($"Say which workflow to start: {string.Join(", ", ids)}."),
            _ => definitions.Published(definitionId)
                ?? throw new FormatException($"There is no workflow {definitionId} here. There is: {string.Join(", ", ids)}."),
        };
    }

    private JsonArray Mistakes() => new([.. Found.Select(one => new JsonObject
    {
        ["file"] = one.File,
        ["code"] = one.Mistake.Code,
        ["activityId"] = one.Mistake.ActivityId,
        ["path"] = one.Mistake.Path,
        ["message"] = one.Mistake.Message,
    })]);
}

/// <param name="Name">What a mistake in it is told with.</param>
/// <param name="Json">A definition in Elsa's format.</param>
public sealed record TrialFile(string Name, string Json);

/// <summary>What is to be run, and what happens to it.</summary>
/// <param name="DefinitionId">Null where there is only one workflow.</param>
/// <param name="CountsVisits">Flowcharts count visits, as Elsa does unless told otherwise; else they work by tokens.</param>
/// <param name="Steps">A JSON list; see <see cref="WorldStepReader"/>. Null when nothing happens after the start.</param>
public sealed record TrialRun(
    string? DefinitionId,
    bool CountsVisits,
    IReadOnlyDictionary<string, object?> Input,
    string? CorrelationId,
    string? Steps)
{
    /// <exception cref="FormatException">The JSON is no object.</exception>
    public static IReadOnlyDictionary<string, object?> InputOf(JsonElement json) => json.ValueKind is JsonValueKind.Object
        ? json.EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value)
        : throw new FormatException("The input must be a JSON object with a member for each input.");
}

/// <param name="IsGood">False when there were mistakes, or when something was refused.</param>
public sealed record TrialReport(JsonObject Json, bool IsGood);
