using System.Collections.Immutable;

namespace Planning.Accounts.Plans;

/// <summary>What the exit gate of a stage found in the data.</summary>
/// <param name="Version">Name and version of the rule set that judged.</param>
/// <param name="Met">Each criterion that holds, with the facts.</param>
/// <param name="Missing">What is still to do, for a person; empty when the gate is open.</param>
public sealed record GateResult(string Version, ImmutableArray<string> Met, ImmutableArray<string> Missing)
{
    public bool Open => Missing is [];
}
