using Planning.Flows.Flowcharts;
using Planning.Flows.Runtime;

namespace Planning.Flows.Instances;

/// <summary>Everything an instance is between two bursts. Immutable.</summary>
public sealed record WorkflowState
{
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>The version the instance began with and stays on.</summary>
    public required string DefinitionVersionId { get; init; }

    public required int DefinitionVersion { get; init; }

    public WorkflowStatus Status => SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled
        or WorkflowSubStatus.Faulted
            ? WorkflowStatus.Finished
            : WorkflowStatus.Running;

    public required WorkflowSubStatus SubStatus { get; init; }

    public string? CorrelationId { get; init; }

    public string? Name { get; init; }

    /// <summary>The trigger the instance began with; null when it was simply started.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>The instance that started this one; null when somebody outside did.</summary>
    public ParentActivity? Parent { get; init; }

    public required IReadOnlyCollection<KeyValuePair<string, object?>> Input { get; init; }

    public required IReadOnlyCollection<KeyValuePair<string, object?>> Output { get; init; }

    /// <summary>The activities that are not over, and first of all the workflow itself; in the order they began.</summary>
    public required IReadOnlyList<ActivityState> Activities { get; init; }

    /// <summary>In the order of their creation.</summary>
    public required IReadOnlyList<Bookmark> Bookmarks { get; init; }

    public required IReadOnlyList<Incident> Incidents { get; init; }

    /// <summary>The incidents that are not mended yet: what failed, or was stopped, stands there still.</summary>
    public IEnumerable<Incident> OpenIncidents => Incidents
        .GroupBy(incident => incident.ActivityInstanceId, StringComparer.Ordinal)
        .Where(of => of.Key is null
            ? Status is WorkflowStatus.Running
            : (Scheduled.Count > 0 && of.Contains(Incidents[^1]))
                || Activities.Any(one => one.Id == of.Key && one.Status is ActivityStatus.Faulted))
        .Select(of => of.Last());

    /// <summary>Work that a runaway instance left behind; otherwise empty.</summary>
    public required IReadOnlyList<ScheduledActivity> Scheduled { get; init; }

    /// <summary>What activities set as their outputs last, by node id.</summary>
    public required IReadOnlyList<ActivityOutputs> Outputs { get; init; }

    /// <summary>The number of log entries written so far.</summary>
    public required long LogSequence { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The variables of the workflow itself.</summary>
    public IReadOnlyList<VariableState> Variables => Activities.Count == 0 ? [] : Activities[0].Variables;

    /// <summary>The value of a variable of the workflow itself; null when there is none of that name.</summary>
    public object? Variable(string name) => Variables.FirstOrDefault(variable => variable.Name == name)?.Value;

    /// <exception cref="FormatException">The text is no instance, or one of a newer format.</exception>
    public static WorkflowState Parse(string json) => StateParser.Parse(json);

    /// <summary>Compact JSON. The same state always gives the same text, and parsing it gives the same state.</summary>
    public string ToJson() => StateWriter.Write(this);
}

/// <summary>One execution of an activity that is not over.</summary>
public sealed record ActivityState
{
    public required string Id { get; init; }

    public string? ParentId { get; init; }

    public required string NodeId { get; init; }

    public required ActivityStatus Status { get; init; }

    /// <summary>What its owner asked to be called back with.</summary>
    public string? Callback { get; init; }

    public string? Tag { get; init; }

    public int FaultCount { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public IReadOnlyList<VariableState> Variables { get; init; } = [];

    public IReadOnlyCollection<KeyValuePair<string, object?>> Properties { get; init; } = [];

    public IReadOnlyCollection<KeyValuePair<string, object?>> Inputs { get; init; } = [];

    public IReadOnlyList<FlowToken> Tokens { get; init; } = [];

    public IReadOnlyCollection<FlowVisit> Visits { get; init; } = [];
}

/// <param name="Id">The declaration's id; the name itself for a variable that a script or a loop brought along.</param>
public sealed record VariableState(string Id, string Name, object? Value);

/// <summary>An activity that is to run.</summary>
/// <param name="OwnerId">The execution that asked for it; null for the workflow itself.</param>
/// <param name="ExistingId">An execution that runs again; null for a new one.</param>
public sealed record ScheduledActivity(
    string NodeId,
    string? OwnerId,
    string? Callback = null,
    string? Tag = null,
    string? ExistingId = null,
    IReadOnlyList<VariableState>? Variables = null);

public sealed record ActivityOutputs(string NodeId, IReadOnlyCollection<KeyValuePair<string, object?>> Values);
