using Planning.Accounts.Customers;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Reviews;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Tiers;

public sealed class When_a_quarter_is_reviewed_again
{
    private static readonly VendorFigures Lanternfish = new(Q("2026-Q1"), Amount("1180 M EUR"), 0.19m, 560m);

    [Fact]
    [Trait("METHOD §4.4", "6")]
    public void the_same_findings_change_nothing()
    {
        var review = Review("2026-Q1", ProposeTier(Tier.S, "REGION_HEAD"), Harvest, CompleteInputs, Escalate,
            new Move.Flag("T-40-MAJOR-CUSTOMER", "revenue share 0.12 ≥ 0.1", "MAJOR_CUSTOMER"));

        NothingHappens(Reviewed(Tier.A, review).ReviewTier(review));
    }

    [Fact]
    [Trait("METHOD §4.4", "6")]
    public void an_automatic_move_is_not_made_twice()
    {
        var review = Review("2026-Q1", Set(Tier.B));

        NothingHappens(Reviewed(Tier.C, review).ReviewTier(review));
    }

    [Fact]
    public void the_rules_see_the_tier_that_was_in_force_in_that_quarter()
    {
        var moved = Reviewed(Tier.C, Review("2026-Q1", Set(Tier.B)));

        var again = TierFacts.Of(moved, Q("2026-Q1"), Lanternfish);
        Assert.Equal((Tier.C, 4), (again.Tier, again.QuartersInTier));
        var next = TierFacts.Of(moved, Q("2026-Q2"), Lanternfish);
        Assert.Equal((Tier.B, 0), (next.Tier, next.QuartersInTier));
    }

    [Fact]
    public void the_rules_see_the_posture_that_was_in_force_in_that_quarter()
    {
        var held = Reviewed(Tier.C, Review("2026-Q1", new Move.SetPosture("T-01-LEGAL-HOLD", "sanctions", Posture.Hold)));

        var again = TierFacts.Of(held, Q("2026-Q1"), Lanternfish);
        Assert.Equal((Posture.Build, 4), (again.Posture, again.QuartersInPosture));
        var next = TierFacts.Of(held, Q("2026-Q2"), Lanternfish);
        Assert.Equal((Posture.Hold, 0), (next.Posture, next.QuartersInPosture));
    }

    [Fact]
    public void two_moves_of_one_review_are_both_left_aside_for_that_quarter()
    {
        var moved = Reviewed(Tier.C, Review(
            "2026-Q1", Set(Tier.B), new Move.SetPosture("T-01-LEGAL-HOLD", "sanctions", Posture.Hold)));

        var again = TierFacts.Of(moved, Q("2026-Q1"), Lanternfish);
        Assert.Equal((Tier.C, Posture.Build), (again.Tier, again.Posture));
        var next = TierFacts.Of(moved, Q("2026-Q2"), Lanternfish);
        Assert.Equal((Tier.B, Posture.Hold), (next.Tier, next.Posture));
    }

    [Fact]
    public void hold_counters_go_on_from_the_quarter_before()
    {
        var first = Reviewed(Tier.B, Holding("2026-Q1", "T-22-PROMOTE-A", 1));
        Assert.Empty(first.Standing.HoldsFor(Q("2026-Q1")));
        Assert.Equal(1, first.Standing.HoldsFor(Q("2026-Q2"))["T-22-PROMOTE-A"]);

        var second = After(first, first.ReviewTier(Holding("2026-Q2", "T-22-PROMOTE-A", 2)));
        Assert.Equal(1, second.Standing.HoldsFor(Q("2026-Q2"))["T-22-PROMOTE-A"]);
        Assert.Equal(2, second.Standing.HoldsFor(Q("2026-Q3"))["T-22-PROMOTE-A"]);
    }

    [Fact]
    public void a_corrected_quarter_is_not_counted_twice()
    {
        var first = Reviewed(Tier.B, Holding("2026-Q1", "T-22-PROMOTE-A", 1));
        var second = After(first, first.ReviewTier(Holding("2026-Q2", "T-22-PROMOTE-A", 2)));
        var corrected = After(second, second.ReviewTier(Review("2026-Q2")));

        Assert.Equal(1, corrected.Standing.HoldsFor(Q("2026-Q2"))["T-22-PROMOTE-A"]);
        Assert.Empty(corrected.Standing.HoldsFor(Q("2026-Q3")));
    }

    [Fact]
    public void corrected_findings_replace_its_proposals_and_flags()
    {
        var flag = new Move.Flag("T-40-MAJOR-CUSTOMER", "revenue share 0.12 ≥ 0.1", "MAJOR_CUSTOMER");
        var first = Reviewed(Tier.A, Review("2026-Q1", ProposeTier(Tier.S), flag));

        var corrected = After(first, first.ReviewTier(Review("2026-Q1", Harvest)));

        Assert.Equal("T-10-CASH-COW-ENTER", Assert.Single(corrected.Standing.Proposals).Rule);
        Assert.Empty(corrected.Standing.Flags);
    }

    [Fact]
    public void corrected_findings_without_a_move_take_its_proposals_away()
    {
        var first = Reviewed(Tier.A, Review("2026-Q1", ProposeTier(Tier.S)));

        Assert.Empty(After(first, first.ReviewTier(Review("2026-Q1"))).Standing.Proposals);
    }

    [Fact]
    public void the_next_quarter_replaces_proposals_too()
    {
        var first = Reviewed(Tier.A, Review("2026-Q1", ProposeTier(Tier.S)));

        Assert.Equal(
            Q("2026-Q2"),
            Assert.Single(After(first, first.ReviewTier(Review("2026-Q2", ProposeTier(Tier.S)))).Standing.Proposals).Period);
    }

    [Fact]
    [Trait("METHOD §4.4", "6")]
    public void open_tasks_and_escalations_stay_and_are_not_doubled()
    {
        var first = Reviewed(Tier.A, Review("2026-Q1", CompleteInputs, Escalate));
        var corrected = After(first, first.ReviewTier(Review("2026-Q1", CompleteInputs, Escalate, Harvest)));

        Assert.Single(corrected.Standing.Tasks);
        Assert.Single(corrected.Standing.Escalations);
    }

    [Fact]
    [Trait("METHOD §4.4", "6")]
    public void a_role_is_told_once_of_a_rule_and_a_quarter()
    {
        var told = new Move.Notify("T-23-PROMOTE-B", "composite 46 ≥ 45", "REP_OFFICE_HEAD");
        var first = Reviewed(Tier.C, Review("2026-Q1", Set(Tier.B), told));

        var corrected = Events(first.ReviewTier(Review("2026-Q1", Set(Tier.B), told, CompleteInputs)));
        Assert.DoesNotContain(corrected, happened => happened is RoleNotified or TierChanged);
        Assert.Contains(corrected, happened => happened is TaskOpened);
        Assert.Contains(new RoleNotified("REP_OFFICE_HEAD", "T-23-PROMOTE-B", "composite 46 ≥ 45"), Events(first.ReviewTier(Review("2026-Q2", told))));
    }

    [Fact]
    public void cover_that_lasts_as_long_already_is_not_given_twice()
    {
        var cover = new Move.SetCoverageLevel("T-24-LIGHTHOUSE", "benchmark effect", Tier.B, 12);
        var first = Reviewed(Tier.C, Review("2026-Q1", cover));

        Assert.DoesNotContain(Events(first.ReviewTier(Review("2026-Q1", cover, CompleteInputs))), happened => happened is CoverageLevelSet);
        Assert.Contains(Events(first.ReviewTier(Review("2026-Q2", cover))), happened => happened is CoverageLevelSet);
    }

    [Fact]
    public void another_version_of_the_rules_is_news()
    {
        var review = Review("2026-Q1");

        Assert.NotEmpty(Events(Reviewed(Tier.A, review).ReviewTier(review with { RulesVersion = "tiering 2026.2" })));
    }

    [Fact]
    public void other_scores_are_news()
    {
        var review = Review("2026-Q1");

        Assert.NotEmpty(Events(Reviewed(Tier.A, review).ReviewTier(review with { Scores = review.Scores.SetItem("composite", 83m) })));
    }

    [Fact]
    public void an_earlier_quarter_is_refused() => IsRefused(
        Reviewed(Tier.A, Review("2026-Q2")).ReviewTier(Review("2026-Q1")),
        "quarter-closed",
        "2026-Q2 has been reviewed already; 2026-Q1 cannot be reviewed after it.");

    [Fact]
    public void the_last_review_can_be_read_without_its_moves()
    {
        var last = Reviewed(Tier.A, Review("2026-Q1", Harvest)).Standing.LastReview!;

        Assert.Equal(Q("2026-Q1"), last.Period);
        Assert.Equal([new RuleFinding("T-10-CASH-COW-ENTER", FindingKind.Fired, "match 41 < 50")], last.Findings);
        Assert.Empty(last.Moves);
    }

    private static Customer Reviewed(Tier tier, TierReview review) =>
        After(Helvia.WithStanding(tier), Helvia.WithStanding(tier).ReviewTier(review));
}
