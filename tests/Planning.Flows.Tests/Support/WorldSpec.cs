using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Alterations;
using Planning.Flows.Definitions;
using Planning.Flows.Instances;
using Planning.Flows.Runtime;
using Planning.Flows.Simulation;

namespace Planning.Flows.Tests.Support;

/// <summary>Given workflows, when one starts or something happens in the world, then …</summary>
public abstract class WorldSpec
{
    private readonly List<DefinitionFile> _files = [];
    private SimulatedWorld? _world;

    protected static DateTimeOffset Monday { get; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    internal SimulatedWorld World => _world ??= new SimulatedWorld(new DefinitionSet(Definitions()), Monday)
    {
        IncidentStrategy = IncidentStrategy.ContinueWithIncidents,
    };

    protected IReadOnlyList<RetryStrategy> Strategies { get; set; } = [];

    protected RuntimeChange Last { get; private set; } = null!;

    /// <param name="members">More members of the definition, each with a comma behind it.</param>
    protected void GivenTheWorkflow(string id, string root, string members = "", int version = 1) => _files.Add(new DefinitionFile(id,
        $$"""{ "id": "{{id}}-v{{version}}", "definitionId": "{{id}}", "name": "{{id}}", "version": {{version}}, {{members}} "root": {{root}} }"""));

    protected IReadOnlyList<Diagnostic> MistakesOf(string id) =>
        [.. Read().Mistakes.Where(mistake => mistake.File == id).Select(mistake => mistake.Mistake)];

    protected void WhenItStarts(string definitionId, string? correlationId = null, params (string Name, object? Value)[] input) =>
        Last = World.Start(definitionId, input.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal), correlationId);

    /// <param name="steps">One step or several, as a steps file has them.</param>
    protected void When(string steps)
    {
        foreach (var step in WorldStepReader.Read($"[{steps}]"))
        {
            Last = World.Take(step);
        }
    }

    protected void WhenItIsAltered(string definitionId, params IReadOnlyList<Alteration> alterations) =>
        Last = World.Alter(Instance(definitionId).Id, alterations);

    protected WorkflowState Instance(string definitionId) => Assert.Single(World.Instances, one => one.DefinitionId == definitionId);

    protected void ThenItSaid(params string[] lines) => Assert.Equal(lines, World.Lines);

    protected void ThenItIsFinished(string definitionId) =>
        Assert.Equal((WorkflowSubStatus.Finished, 0), (Instance(definitionId).SubStatus, Instance(definitionId).Incidents.Count));

    protected static string Activity(string type, string id, params (string Input, JsonNode? Value)[] inputs) => new JsonObject(
        inputs.Select(input => KeyValuePair.Create<string, JsonNode?>(input.Input, Wrapped(input.Value))))
    {
        ["type"] = $"Elsa.{type}",
        ["version"] = 1,
        ["id"] = id,
    }.ToJsonString();

    /// <summary>The activity, where its workflow may begin.</summary>
    protected static string Trigger(string activity)
    {
        var json = JsonNode.Parse(activity)!;
        json["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        return json.ToJsonString();
    }

    protected static string Waits(string id) => Steps.Await(id);

    private static JsonObject Wrapped(JsonNode? value) => new()
    {
        ["typeName"] = null,
        ["expression"] = new JsonObject { ["type"] = value is JsonArray ? "Object" : "Literal", ["value"] = value },
    };

    private DefinitionSetReading Read() => DefinitionSetReader.Read(
        _files, ActivityCatalog.BuiltIn.WithRetries(Strategies), new TinyLanguage());

    private IReadOnlyList<WorkflowDefinition> Definitions()
    {
        var reading = Read();
        Assert.Empty(reading.Mistakes);
        return reading.Definitions;
    }
}
