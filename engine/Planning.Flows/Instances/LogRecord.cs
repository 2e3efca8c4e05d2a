namespace Planning.Flows.Instances;

/// <summary>One entry of an instance's execution log.</summary>
/// <param name="Sequence">Rises by one with every entry of the instance, over all bursts.</param>
/// <param name="EventName">One of <see cref="LogEvents"/>.</param>
/// <param name="ActivityState">The evaluated inputs, without the sensitive ones.</param>
/// <param name="Payload">Outcomes and outputs of a completion; the exception of a fault.</param>
public sealed record LogRecord(
    long Sequence,
    DateTimeOffset Timestamp,
    string EventName,
    string ActivityInstanceId,
    string? ParentActivityInstanceId,
    string ActivityId,
    string ActivityNodeId,
    string ActivityType,
    int ActivityTypeVersion,
    string? ActivityName,
    string? Message,
    ValueBag? ActivityState,
    ValueBag? Payload)
{
    public string Id => $"{ActivityInstanceId}-{Sequence}";
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
