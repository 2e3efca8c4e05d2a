using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Planning.Accounts.Plans;

/// <summary>What the exit gate of a stage found in the data.</summary>
/// <param name="Version">Name and version of the rule set that judged.</param>
/// <param name="Met">Each criterion that holds, with the facts.</param>
/// <param name="Missing">What is still to do, for a person; empty when the gate is open.</param>
public sealed record GateResult(string Version, ImmutableArray<string> Met, ImmutableArray<string> Missing)
{
    /// <summary>What the rules were given.</summary>
    [JsonIgnore]
    public PlanFacts? Facts { get; init; }

    public bool Open => Missing is [];
}

/// <summary>The rules and facts by which a gate was judged: enough to judge the same again.</summary>
/// <param name="Version">Name and version of the rule set.</param>
public sealed record JudgedGate(string Stage, string Version, PlanFacts Facts);
