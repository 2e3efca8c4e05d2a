using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Support;

/// <summary>What the tier rules might have said.</summary>
internal static class Reviews
{
    public const string RulesVersion = "tiering 2026.1";

    public static TierReview Review(string quarter, params Move[] moves) => Of(quarter, null, moves);

    public static TierReview Holding(string quarter, string rule, int times) => Of(
        quarter,
        ImmutableSortedDictionary<string, int>.Empty.Add(rule, times));

    public static Move.SetTier Set(Tier tier) => new("T-23-PROMOTE-B", "composite 46 ≥ 45", tier);

    public static Move.Propose ProposeTier(Tier tier, params string[] approvals) =>
        new("T-20-PROMOTE-S", "composite 82.9 ≥ 75", tier, OneStepDown: false, null, null, null, null, [.. approvals]);

    public static Move.Propose Harvest { get; } = new(
        "T-10-CASH-COW-ENTER", "match 41 < 50", null, OneStepDown: false, null, Posture.Harvest, Tier.A, null, ["REGION_HEAD", "STRATEGIC_CUSTOMER_BOARD"]);

    public static Move.Propose Glide { get; } = new(
        "T-12-HARVEST-GLIDE", "composite 54 < 55", null, OneStepDown: true, null, null, null, 20, ["REGION_HEAD"]);

    public static Move.OpenTask CompleteInputs { get; } =
        new("T-00-DATA-GATE", "data completeness 0.5 < 0.8", "COMPLETE_TIER_INPUTS", "AR", 14);

    public static Move.Escalate Escalate { get; } = new("T-41-CONCENTRATION-ONE", "revenue share 0.27 ≥ 0.25", "ESC-21");

    /// <summary>The events that follow the review itself.</summary>
    public static IEnumerable<CustomerEvent> Consequences(Customer customer, TierReview review)
    {
        var events = Events(customer.ReviewTier(review));
        Assert.IsType<TierReviewed>(events[0]);
        return events.Skip(1);
    }

    private static TierReview Of(string quarter, ImmutableSortedDictionary<string, int>? holds, params Move[] moves) => new(
        Q(quarter),
        RulesVersion,
        holds ?? ImmutableSortedDictionary<string, int>.Empty,
        ImmutableSortedDictionary<string, decimal>.Empty.Add("composite", 82.9m),
        [.. moves.Select(move => new RuleFinding(move.Rule, FindingKind.Fired, move.Because))],
        [.. moves]);
}
