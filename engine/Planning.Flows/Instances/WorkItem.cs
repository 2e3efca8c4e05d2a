using Planning.Flows.Activities;
using Planning.Flows.Definitions;

namespace Planning.Flows.Instances;

/// <summary>Something the scheduler is to run, first come first served.</summary>
internal sealed record WorkItem(
    Node Node,
    ActivityContext? Owner,
    string? Callback = null,
    string? Tag = null,
    IReadOnlyList<VariableState>? Variables = null,
    ActivityContext? Existing = null,
    Resumption? Resumption = null);
