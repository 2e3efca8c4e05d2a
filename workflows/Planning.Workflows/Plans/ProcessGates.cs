using System.Collections.Immutable;
using Planning.Accounts.Stages;
using Planning.Workflows.Playbooks;

namespace Planning.Workflows.Plans;

/// <summary>The exit gates of every kind of process through time. Immutable and thread-safe.</summary>
public sealed class ProcessGates(ImmutableDictionary<GateKind, VersionedRules<StageGates>> byKind)
{
    public VersionedRules<StageGates> Of(GateKind kind) => byKind[kind];

    /// <summary>The gates by the versions in force on a day; what they are given says whose they are.</summary>
    public IGates On(DateOnly day) => new InForce(this, day);

    /// <summary>The version that a decision names.</summary>
    /// <param name="label">Name and version of the rule set, as <c>plan-gates 2026.1</c>.</param>
    /// <returns>Nothing when there is no such version.</returns>
    public StageGates? Find(string label) => byKind.Values.Select(rules => rules.Find(label)).FirstOrDefault(found => found is not null);

    private sealed class InForce(ProcessGates gates, DateOnly day) : IGates
    {
        public GateResult Judge(string stage, StageFacts facts) =>
            gates.Of(GateKind.All.Single(kind => kind.Facts == facts.GetType())).On(day).Judge(stage, facts);
    }
}
