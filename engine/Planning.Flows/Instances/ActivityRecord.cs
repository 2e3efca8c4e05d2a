using Planning.Flows.Definitions;

namespace Planning.Flows.Instances;

/// <summary>One execution of one activity, as it stands at the end of a burst that touched it.</summary>
/// <param name="Activity">The activity in its definition.</param>
/// <param name="Inputs">The evaluated inputs, without the sensitive ones.</param>
public sealed record ActivityRecord(
    Node Activity,
    string Id,
    string? ParentId,
    ActivityStatus Status,
    bool HasBookmarks,
    int FaultCount,
    DateTimeOffset StartedAt,
    DateTimeOffset? CompletedAt,
    ValueBag? Inputs,
    ValueBag? Outputs,
    IReadOnlyList<string> Outcomes,
    Incident? Fault)
{
    public string ActivityId => Activity.Id;

    public string ActivityNodeId => Activity.NodeId;

    public string ActivityType => Activity.Descriptor.TypeName;

    public int ActivityTypeVersion => Activity.Descriptor.Version;

    public string? ActivityName => Activity.Name;
}
