using Planning.Accounts.Tiers;
using Planning.Rules.Decisions;

namespace Planning.Workflows.Tests.Support;

/// <summary>What became of a customer's quarter.</summary>
internal sealed record TierOutcome(
    TierFacts Facts, TierStanding Before, TierStanding After, IReadOnlyList<RuleOutcome> Rules)
{
    public RuleOutcome this[string rule] => Rules.First(outcome => outcome.Rule.Name == rule);

    /// <summary>The rule that has the word in matters of tier and posture: the first true or undecided one.</summary>
    public string? Speaker => Rules.FirstOrDefault(outcome =>
        outcome.Rule.Terms.Group is not null && outcome is not (RuleOutcome.NotTrue or RuleOutcome.NotReached))?.Rule.Name;

    /// <summary>What would be taken from the customer: a lower tier, cover, HARVEST; done or proposed.</summary>
    public IEnumerable<string> Reductions =>
    [
        .. After.Tier < Before.Tier ? [$"to {After.Tier}"] : Array.Empty<string>(),
        .. After.CoverageLevel < Before.CoverageLevel ? [$"covered like {After.CoverageLevel}"] : Array.Empty<string>(),
        .. After.Proposals.Where(proposal => proposal.Tier < Before.Tier).Select(proposal => $"to {proposal.Tier}"),
        .. After.Proposals.Where(proposal => proposal.Cap < Before.Tier).Select(proposal => $"no higher than {proposal.Cap}"),
        .. After.Proposals.Where(proposal => proposal.Posture is Posture.Harvest).Select(_ => "HARVEST"),
    ];

    /// <summary>The highest tier that the customer is given or proposed above its own.</summary>
    public Tier? Promotion => After.Proposals.Select(proposal => proposal.Tier).Append(After.Tier).Max() is { } tier && tier > Before.Tier
        ? tier
        : null;

    /// <summary>Whether tier, lane or posture change, or are proposed to.</summary>
    public bool Moves => TierPlace.Of(After) != TierPlace.Of(Before) || After.Proposals is not [];

    /// <summary>For a person: what happens, and the rules that had a part in it.</summary>
    public override string ToString() =>
        $"{TierPlace.Of(Before)} → {TierPlace.Of(After)}; proposed: {string.Join(" and ", After.Proposals.Select(proposal => proposal.Wish))}; "
            + string.Join(", ", Rules.Where(rule => rule is not (RuleOutcome.NotTrue or RuleOutcome.NotReached))
                .Select(rule => $"{rule.Rule.Name} {rule.GetType().Name}"));
}
