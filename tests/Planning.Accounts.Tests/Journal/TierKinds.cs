using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Journal;

/// <summary>One example of every kind of event about what people decide of tiers.</summary>
internal static class TierKinds
{
    public static (string Name, CustomerEvent Example, string Sentence)[] All { get; } =
    [
        ("proposal-decided", new ProposalDecided("T-20-PROMOTE-S", Q("2026-Q1"), Granted: true),
            "The move that T-20-PROMOTE-S proposed for 2026-Q1 was agreed to."),
        ("proposal-decided", new ProposalDecided("T-20-PROMOTE-S", Q("2026-Q1"), Granted: false),
            "The move that T-20-PROMOTE-S proposed for 2026-Q1 was turned down."),
        ("promotion-waits", new PromotionWaits("T-20-PROMOTE-S", Q("2026-Q1"), 20),
            "T-20-PROMOTE-S has to wait in 2026-Q1: all 20 places in tier S are taken."),
        ("task-closed", new TaskClosed("TARGET_LANE_REVIEW", "T-31-TARGET-S-REVIEW", "e-nwe-03", "The lane goes on"),
            "Task TARGET_LANE_REVIEW of T-31-TARGET-S-REVIEW was closed by e-nwe-03: The lane goes on."),
        ("task-closed", new TaskClosed("COMPLETE_TIER_INPUTS", "T-00-DATA-GATE", null, "tiering 2026.1 finds no reason in 2026-Q2"),
            "Task COMPLETE_TIER_INPUTS of T-00-DATA-GATE is asked for no longer: tiering 2026.1 finds no reason in 2026-Q2."),
        ("target-review-set", new TargetReviewSet(Day("2027-05-04"), "anna-keller"),
            "anna-keller set 2027-05-04 as the day on which the board looks at lane TARGET."),
        ("override-requested", new OverrideRequested(Override),
            "anna-keller asked for A INVEST instead of S INVEST until 2026-12-31: The merger is not decided."),
        ("override-began", new OverrideBegan(Override, Day("2026-05-05")),
            "The override o-1 holds from 2026-05-05 until 2026-12-31."),
        ("override-ended", new OverrideEnded(Override.Id, Day("2027-01-01"), "its time is over"),
            "The override o-1 ended on 2027-01-01: its time is over."),
    ];

    private static TierOverride Override => new(
        Key<TierOverride>("o-1"),
        new TierPlace(Tier.S, Lane.Standard, Posture.Invest),
        new TierPlace(Tier.A, Lane.Standard, Posture.Invest),
        "The merger is not decided",
        "anna-keller",
        Day("2026-12-31"));
}
