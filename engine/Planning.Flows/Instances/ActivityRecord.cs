namespace Planning.Flows.Instances;

/// <summary>One execution of one activity, as it stands at the end of a burst that touched it.</summary>
/// <param name="Inputs">The evaluated inputs, without the sensitive ones.</param>
public sealed record ActivityRecord(
    string Id,
    string? ParentId,
    string ActivityId,
    string ActivityNodeId,
    string ActivityType,
    int ActivityTypeVersion,
    string? ActivityName,
    ActivityStatus Status,
    bool HasBookmarks,
    int FaultCount,
    DateTimeOffset StartedAt,
    DateTimeOffset? CompletedAt,
    ValueBag? Inputs,
    ValueBag? Outputs,
    IReadOnlyList<string> Outcomes,
    Incident? Fault);
