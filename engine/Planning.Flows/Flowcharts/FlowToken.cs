namespace Planning.Flows.Flowcharts;

/// <summary>Something that is on its way along a connection of a flowchart. Taken away when its target completes.</summary>
/// <param name="From">Activity id.</param>
/// <param name="To">Activity id.</param>
/// <param name="IsBlocked">A place held for a latecomer: what arrives there is swallowed, because its race is over.</param>
public sealed record FlowToken(string From, string Outcome, string To, bool IsBlocked = false);
