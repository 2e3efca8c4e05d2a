using Planning.Flows.Definitions;

namespace Planning.Flows.Instances;

/// <summary>One entry of an instance's execution log.</summary>
/// <param name="Sequence">Rises by one with every entry of the instance, over all bursts.</param>
/// <param name="EventName">One of <see cref="LogEvents"/>.</param>
/// <param name="Activity">The activity in its definition.</param>
/// <param name="ActivityState">The evaluated inputs, without the sensitive ones.</param>
/// <param name="Outcomes">Of a completion; otherwise empty.</param>
/// <param name="Outputs">Of a completion; null when it set none.</param>
/// <param name="Fault">Of a fault; otherwise null.</param>
public sealed record LogRecord(
    long Sequence,
    DateTimeOffset Timestamp,
    string EventName,
    Node Activity,
    string ActivityInstanceId,
    string? ParentActivityInstanceId,
    ValueBag? ActivityState,
    IReadOnlyList<string> Outcomes,
    ValueBag? Outputs,
    Incident? Fault)
{
    public string Id => $"{ActivityInstanceId}-{Sequence}";

    public string ActivityId => Activity.Id;

    public string ActivityNodeId => Activity.NodeId;

    public string ActivityType => Activity.Descriptor.TypeName;

    public int ActivityTypeVersion => Activity.Descriptor.Version;

    public string? ActivityName => Activity.Name;
}

public static class LogEvents
{
    public const string Started = "Started";
    public const string Resumed = "Resumed";
    public const string Suspended = "Suspended";
    public const string Completed = "Completed";
    public const string Canceled = "Canceled";
    public const string Faulted = "Faulted";
}
