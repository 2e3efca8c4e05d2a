using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;
using Planning.Workflows.Tests.Support;
using static Planning.Workflows.Tests.Support.Words;

namespace Planning.Workflows.Tests.Tiering;

/// <summary>An unknown fact never lets a customer fall; it is asked for (INV-04, METHOD §9.1 P-2).</summary>
public sealed class When_a_fact_is_missing
{
    private static readonly string[] Quarters = ["2026-Q1", "2026-Q2", "2026-Q3"];

    [Fact]
    [Trait("METHOD §4.4", "1")]
    public void copperbelt_without_its_match_is_frozen_and_not_dropped()
    {
        var after = TierReviews.Of(SamplePortfolio.Customer("copperbelt").Without(Metric.Match, "2026-Q3"), Quarters);
        Assert.Contains("T-10-CASH-COW-ENTER Unknown", after.Spoken);
        Assert.Empty(after.After.Standing.Proposals);
        Assert.Equal(Tier.A, after.After.Standing.Tier);
    }

    [Theory]
    [InlineData("T-10-CASH-COW-ENTER", Tier.A, Posture.Build, 41)]
    [InlineData("T-12-HARVEST-GLIDE", Tier.A, Posture.Harvest, 30)]
    [InlineData("T-30-DEMOTE-S", Tier.S, Posture.Build, 55)]
    [InlineData("T-32-DEMOTE-A", Tier.A, Posture.Build, 52)]
    [InlineData("T-33-DEMOTE-B", Tier.B, Posture.Build, 10)]
    public void every_rule_that_would_let_it_fall_asks_for_the_fact_instead(string rule, Tier tier, Posture posture, decimal match)
    {
        var falling = Falling(tier, posture, match);
        Assert.Contains(Spoken(falling), spoken => spoken.StartsWith(rule, StringComparison.Ordinal));

        var unknown = TierReviews.Of(
            falling.Without(Metric.Match, "2027-Q1"), "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1");
        Assert.Contains($"{rule} Unknown", unknown.Spoken);
        Assert.Contains("match is not known", unknown.Because(rule), StringComparison.Ordinal);
        Assert.DoesNotContain(unknown.LastEvents, happened => happened is MoveProposed or TierChanged or PostureChanged);
        Assert.Contains(unknown.After.Standing.Tasks, task => (task.Name, task.Role, task.Rule) == ("COMPLETE_TIER_INPUTS", "AR", rule));
    }

    [Fact]
    public void the_task_is_due_fourteen_days_after_the_quarter_and_opened_once()
    {
        var customer = Falling(Tier.B, Posture.Build, 10).Without(Metric.Match, "2026-Q4").Without(Metric.Match, "2027-Q1");
        var first = TierReviews.Of(customer, "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4");
        Assert.Equal(Day("2027-01-14"), first.After.Standing.Tasks.Single(task => task.Rule == "T-33-DEMOTE-B").Due);
        Assert.Equal(first.After.Standing.Tasks, TierReviews.Of(first.After, "2027-Q1").After.Standing.Tasks);
    }

    [Fact]
    public void a_rule_that_would_let_it_rise_asks_for_nothing()
    {
        var after = TierReviews.Of(SamplePortfolio.Customer("aurora").Without(Metric.Growth3Y, "2026-Q3"), Quarters);
        Assert.DoesNotContain(
            after.After.Standing.Tasks, task => task.Rule.StartsWith("T-2", StringComparison.Ordinal));
        Assert.Empty(after.After.Standing.Proposals);
    }

    [Fact]
    public void no_single_gap_anywhere_lets_anybody_fall()
    {
        foreach (var id in SamplePortfolio.Ids)
        {
            foreach (var tier in Enum.GetValues<Tier>())
            {
                var full = TierReviews.Of(SamplePortfolio.As(id, tier), Quarters);
                foreach (var metric in Enum.GetValues<Metric>())
                {
                    var gap = TierReviews.Of(SamplePortfolio.As(id, tier).Without(metric, "2026-Q3"), Quarters);
                    Assert.True(
                        Reductions(gap).All(Reductions(full).Contains),
                        $"{id} as {tier} without {metric}: {string.Join("; ", Reductions(gap))}");
                }
            }
        }
    }

    [Fact]
    public void without_almost_everything_the_data_gate_asks_and_nothing_changes()
    {
        var bare = Enum.GetValues<Metric>().Aggregate(
            SamplePortfolio.Customer("zephyr"), (customer, metric) => customer.Without(metric, "2026-Q3"));
        var after = TierReviews.Of(bare, Quarters);
        Assert.Equal(["T-00-DATA-GATE Fired"], after.Spoken);
        Assert.Equal(["COMPLETE_TIER_INPUTS"], after.After.Standing.Tasks.Where(task => task.Rule == "T-00-DATA-GATE").Select(task => task.Name));
        Assert.Equal(2, TierReviews.Of(SamplePortfolio.Customer("zephyr"), Quarters).Last.Holds["T-33-DEMOTE-B"]);
        Assert.Equal(1, after.Last.Holds["T-33-DEMOTE-B"]);
    }

    private static IEnumerable<string> Spoken(Customer customer) =>
        TierReviews.Of(customer, "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1").Spoken;

    private static List<string> Reductions(TierReviews reviewed) =>
    [
        .. reviewed.Happened<TierChanged>().Where(changed => changed.To < changed.From).Select(changed => $"to {changed.To}"),
        .. reviewed.Happened<MoveProposed>().Select(proposed => proposed.Proposal)
            .Where(proposal => proposal.Tier < reviewed.After.Standing.Tier || proposal.Posture is Posture.Harvest)
            .Select(proposal => proposal.Wish),
    ];

    /// <summary>Copperbelt with a poor match until 2027-Q1 (from 2026-Q4 on at tier B, so that it is still B then), and
    /// with little value unless it is a cash cow.</summary>
    private static Customer Falling(Tier tier, Posture posture, decimal match)
    {
        string[] quarters = [.. Quarters, "2026-Q4", "2027-Q1"];
        var customer = SamplePortfolio.As("copperbelt", tier, posture: posture).MeasuredAgain("2026-Q3", "2026-Q4", "2027-Q1");
        return quarters.Aggregate(customer, (so, quarter) => so
            .With(Metric.Match, quarter, tier == Tier.B && Quarters.Contains(quarter) ? 100 : match)
            .With(Metric.Potential3Y, quarter, 1)
            .With(Metric.RevenueTtm, quarter, match switch { 41 => 96, 10 => 0.1m, _ => 5 }));
    }
}
