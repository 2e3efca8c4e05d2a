using System.Collections.Immutable;
using System.Text.Json;
using Planning.Grains.Store;
using Planning.Grains.Turns;

namespace Planning.Host.Api;

/// <param name="Definition">The definition id; its published version begins.</param>
/// <param name="Input">A value for each input of the workflow.</param>
/// <param name="CorrelationId">The customer's id when not given; none without a customer.</param>
/// <param name="Why">What to say about it in the history.</param>
internal sealed record StartBody(
    string Definition, IReadOnlyDictionary<string, JsonElement>? Input = null, string? CorrelationId = null, string? Why = null)
{
    public Request Request => new Request.StartWorkflow(Definition, WorkflowValues.Of(Input)) { CorrelationId = CorrelationId, Why = Why };
}

/// <param name="Execution">The activity execution to run again; all that failed when not given.</param>
internal sealed record RetryBody(string? Execution = null, string? Why = null);

internal sealed record CancelBody(string? Why = null);

/// <param name="Version">The version of the workflow to go on with; everything else is done in that version.</param>
/// <param name="Variables">New values, by the variable's id or name.</param>
/// <param name="Cancel">Ids of activities to end.</param>
/// <param name="Schedule">Ids of activities to go on at.</param>
internal sealed record AlterBody(
    int? Version = null,
    IReadOnlyDictionary<string, JsonElement>? Variables = null,
    IReadOnlyList<string>? Cancel = null,
    IReadOnlyList<string>? Schedule = null,
    string? Why = null)
{
    public Request RequestTo(string instance) => new Request.AlterWorkflow(instance)
    {
        Version = Version,
        Variables = [.. WorkflowValues.Of(Variables)],
        Cancel = [.. Given.Whole(Cancel ?? [])],
        Schedule = [.. Given.Whole(Schedule ?? [])],
        Why = Why,
    };
}

internal sealed record EventBody(JsonElement? Payload = null);

internal sealed record TaskBody(JsonElement? Result = null);

/// <summary>An instance with its values and what its activities did.</summary>
/// <param name="Executions">The activity executions as far as they are kept, without sensitive inputs, in the order they began.</param>
internal sealed record WorkflowView(
    InstanceRow Workflow,
    IReadOnlyDictionary<string, object?> Input,
    IReadOnlyDictionary<string, object?> Output,
    IReadOnlyList<VariableRow> Variables,
    IReadOnlyList<ActivityExecution> Executions)
{
    public static WorkflowView Of(WholeInstance whole, IReadOnlyList<ActivityExecution> executions) =>
        new(whole.Instance, whole.Input, whole.Output, whole.Variables, executions);
}

file static class WorkflowValues
{
    public static Dictionary<string, object?> Of(IReadOnlyDictionary<string, JsonElement>? values) =>
        (values ?? ImmutableDictionary<string, JsonElement>.Empty)
            .ToDictionary(value => value.Key, value => (object?)value.Value, StringComparer.Ordinal);
}
