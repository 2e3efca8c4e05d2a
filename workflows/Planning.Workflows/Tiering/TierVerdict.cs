using Planning.Accounts.Tiers;
using Planning.Rules.Decisions;
using Planning.Rules.Facts;

namespace Planning.Workflows.Tiering;

/// <summary>What the tier rules decided of one customer in one quarter, not yet said in words.</summary>
public sealed class TierVerdict
{
    internal TierVerdict(TierReview unworded, DecisionResult decision, RuleParameter facts)
    {
        Unworded = unworded;
        Decision = decision;
        Facts = facts;
    }

    /// <summary>The review as a customer takes it, without scores, findings and reasons.</summary>
    public TierReview Unworded { get; }

    /// <summary>What became of each rule, highest priority first.</summary>
    public IReadOnlyList<RuleOutcome> Outcomes => Decision.Outcomes;

    internal DecisionResult Decision { get; }

    internal RuleParameter Facts { get; }

    /// <summary>The tier in force in the quarter.</summary>
    internal Tier Tier => ((TierFacts)Facts.Value!).Tier;
}
