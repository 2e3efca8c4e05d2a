using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;
using Planning.Workflows.Tests.Support;
using static Planning.Workflows.Tests.Support.Words;

namespace Planning.Workflows.Tests.Tiering;

/// <summary>A rule must be true for some quarters in a row before it moves anybody (METHOD §4.4, 3 and 6).</summary>
public sealed class When_a_rule_must_hold
{
    private static readonly Customer Zephyr =
        SamplePortfolio.Customer("zephyr").MeasuredAgain("2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3");

    [Fact]
    public void the_third_quarter_in_a_row_moves_zephyr_to_c_by_itself()
    {
        var after = TierReviews.Of(Zephyr, "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4");
        var changed = Assert.Single(after.Happened<TierChanged>());
        Assert.Equal(
            (Tier.B, Tier.C, Q("2027-Q1"), "T-33-DEMOTE-B of tiering 2026.1"),
            (changed.From, changed.To, changed.Since, changed.Cause));
        Assert.EndsWith(", three quarters in a row", changed.Because, StringComparison.Ordinal);
        Assert.Equal(["REP_OFFICE_HEAD"], after.Happened<RoleNotified>().Select(told => told.Role));
    }

    [Fact]
    public void a_better_quarter_starts_the_count_again()
    {
        var recovered = Zephyr.With(Metric.Match, "2026-Q4", 80);
        var after = TierReviews.Of(recovered, "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2");
        Assert.StartsWith("quarter 2 of 3: ", after.Because("T-33-DEMOTE-B"), StringComparison.Ordinal);
        Assert.Equal(Tier.B, after.After.Standing.Tier);
    }

    [Fact]
    [Trait("METHOD §4.4", "3")]
    public void a_quarter_that_cannot_be_decided_neither_counts_nor_forgives()
    {
        var unmeasured = Zephyr.Without(Metric.Match, "2026-Q4");
        var undecided = TierReviews.Of(unmeasured, "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4");
        Assert.Contains("T-33-DEMOTE-B Unknown", undecided.Spoken);
        Assert.Empty(undecided.Happened<TierChanged>());
        Assert.Equal(2, undecided.Last.Holds["T-33-DEMOTE-B"]);
        Assert.Single(TierReviews.Of(undecided.After, "2027-Q1").Happened<TierChanged>());
    }

    [Fact]
    public void a_corrected_quarter_is_counted_once()
    {
        var after = TierReviews.Of(Zephyr, "2026-Q1", "2026-Q2", "2026-Q3");
        var corrected = TierReviews.Of(after.After.With(Metric.Satisfaction, "2026-Q3", 60), "2026-Q3", "2026-Q3");
        Assert.Equal(2, corrected.Last.Holds["T-33-DEMOTE-B"]);
    }

    [Fact]
    public void two_good_quarters_move_a_c_customer_to_b_by_itself()
    {
        var small = SamplePortfolio.As("aurora", Tier.C);
        var first = TierReviews.Of(small, "2026-Q1", "2026-Q2");
        var changed = Assert.Single(first.Happened<TierChanged>());
        Assert.Equal((Tier.C, Tier.B, Q("2026-Q3")), (changed.From, changed.To, changed.Since));
    }

    [Fact]
    public void aurora_is_proposed_for_a_in_its_second_quarter_and_waits_for_people()
    {
        var aurora = SamplePortfolio.Customer("aurora").MeasuredAgain("2026-Q3", "2026-Q4");
        var after = TierReviews.Of(aurora, "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4");
        var proposal = Assert.Single(after.After.Standing.Proposals);
        Assert.Equal(("tier A", Tier.B), (proposal.Wish, after.After.Standing.Tier));
        Assert.Equal(["REGION_HEAD"], proposal.Approvals);
    }

    [Fact]
    [Trait("METHOD §4.4", "6")]
    public void machines_move_nobody_but_between_b_and_c()
    {
        foreach (var id in SamplePortfolio.Ids)
        {
            foreach (var tier in Enum.GetValues<Tier>())
            {
                var customer = SamplePortfolio.As(id, tier).MeasuredAgain("2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2");
                foreach (var quarter in new[] { "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2" })
                {
                    var reviewed = TierReviews.Of(customer, quarter);
                    Assert.All(reviewed.Happened<TierChanged>(), changed =>
                        Assert.True(changed is { From: <= Tier.B, To: <= Tier.B }, $"{id}: {changed.Sentence}"));
                    Assert.All(reviewed.Happened<PostureChanged>(), changed => Assert.Equal(Posture.Hold, changed.To));
                    customer = reviewed.After;
                }
            }
        }
    }
}
