using System.Globalization;
using Planning.Accounts.Tiers;
using Planning.Workflows.Tests.Support;
using static Planning.Workflows.Tests.Support.Words;

namespace Planning.Workflows.Tests.Tiering;

/// <summary>METHOD §8: what the shipped rules say of the twelve customers after the first three quarters of 2026.</summary>
public sealed class When_the_sample_portfolio_is_reviewed
{
    private static readonly string[] Quarters = ["2026-Q1", "2026-Q2", "2026-Q3"];

    [Theory]
    [InlineData("albion", "9.8 / 85.4 / 86.2", "66.8", "0.02")]
    [InlineData("dragonfly", "82.1 / 79.3 / 88.6", "84.5", "1.32")]
    [InlineData("helvia", "82.1 / 77.1 / 92.5", "82.9", "1.66")]
    [InlineData("savannah", "61.4 / 80.6 / 60.2", "70.6", "0.99")]
    [InlineData("lusitana", "67.5 / 62.0 / 86.1", "70.3", "1.35")]
    [InlineData("straits", "63.6 / 70.0 / 81.2", "71.9", "1.24")]
    [InlineData("copperbelt", "81.6 / 42.7 / 76.0", "58.6", "1.74")]
    [InlineData("aurora", "63.3 / 75.8 / 92.1", "76.0", "1.47")]
    [InlineData("pampas", "46.3 / 55.0 / 58.7", "54.2", "0.96")]
    [InlineData("tamar", "27.2 / 30.7 / 88.2", "46.5", "0.58")]
    [InlineData("karst", "19.3 / 23.0 / 76.6", "36.4", "0.52")]
    [InlineData("zephyr", "23.5 / 27.4 / 56.1", "32.9", "0.40")]
    public void the_scores_are_those_of_the_method(string id, string scores, string composite, string perHead)
    {
        var of = TierReviews.Of(SamplePortfolio.Customer(id), Quarters).Last.Scores;
        Assert.Equal(scores, $"{Points(of["ValueScore"])} / {Points(of["PotentialScore"])} / {Points(of["QualityScore"])}");
        Assert.Equal(composite, Points(of["Composite"]));
        var facts = TierFacts.Of(SamplePortfolio.Customer(id), Q("2026-Q3"), SamplePortfolio.Vendor(Q("2026-Q3")));
        Assert.Equal(perHead, facts.PcIndex!.Value.ToString("0.00", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("albion")]
    [InlineData("dragonfly", "T-40-MAJOR-CUSTOMER Fired", "T-41-CONCENTRATION-ONE Fired")]
    [InlineData("helvia", "T-40-MAJOR-CUSTOMER Fired")]
    [InlineData("savannah")]
    [InlineData("lusitana")]
    [InlineData("straits")]
    [InlineData("copperbelt", "T-10-CASH-COW-ENTER Fired", "T-32-DEMOTE-A BeatenBy")]
    [InlineData("aurora", "T-22-PROMOTE-A Holding")]
    [InlineData("pampas")]
    [InlineData("tamar", "T-24-LIGHTHOUSE Fired")]
    [InlineData("karst", "T-43-DEPTH Fired")]
    [InlineData("zephyr", "T-33-DEMOTE-B Holding", "T-43-DEPTH Fired")]
    public void the_rules_that_speak_are_those_of_the_method(string id, params string[] spoken) =>
        Assert.Equal(spoken, TierReviews.Of(SamplePortfolio.Customer(id), Quarters).Spoken);

    [Fact]
    public void nobody_changes_tier_or_posture_by_it() => Assert.All(SamplePortfolio.Ids, id =>
    {
        var (before, after) = (SamplePortfolio.Customer(id).Standing, TierReviews.Of(SamplePortfolio.Customer(id), Quarters).After.Standing);
        Assert.Equal((before.Tier, before.Lane, before.Posture), (after.Tier, after.Lane, after.Posture));
    });

    [Fact]
    public void copperbelt_is_proposed_for_harvest_and_says_why()
    {
        var proposal = Assert.Single(TierReviews.Of(SamplePortfolio.Customer("copperbelt"), Quarters).After.Standing.Proposals);
        Assert.Equal("posture HARVEST, tier no higher than A", proposal.Wish);
        Assert.Equal(["REGION_HEAD", "STRATEGIC_CUSTOMER_BOARD"], proposal.Approvals);
        Assert.Equal("tiering 2026.1", proposal.RulesVersion);
        Assert.EndsWith("match change in 24 months -24 ≤ -20, match 41 < 55, two quarters in a row", proposal.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void aurora_is_in_its_first_quarter_of_two_and_says_why() => Assert.Equal(
        "quarter 1 of 2: tier is B, composite 75.99 ≥ 60, match 76 ≥ 60, quality 92.1 ≥ 50, per-head 1.47 ≥ 1.0, posture is BUILD, not HARVEST",
        TierReviews.Of(SamplePortfolio.Customer("aurora"), Quarters).Because("T-22-PROMOTE-A"));

    [Fact]
    public void zephyr_is_in_its_second_quarter_of_three() => Assert.StartsWith(
        "quarter 2 of 3: ",
        TierReviews.Of(SamplePortfolio.Customer("zephyr"), Quarters).Because("T-33-DEMOTE-B"),
        StringComparison.Ordinal);

    [Fact]
    public void tamar_stays_c_and_is_covered_like_b_for_a_year()
    {
        var standing = TierReviews.Of(SamplePortfolio.Customer("tamar"), Quarters).After.Standing;
        Assert.Equal((Tier.C, Tier.B, Day("2027-09-30")), (standing.Tier, standing.CoverageLevel, standing.CoverageLevelUntil));
    }

    [Fact]
    public void dragonfly_carries_both_flags_and_its_escalation()
    {
        var standing = TierReviews.Of(SamplePortfolio.Customer("dragonfly"), Quarters).After.Standing;
        Assert.Equal(["CONCENTRATION", "MAJOR_CUSTOMER"], standing.Flags);
        Assert.Equal(["ESC-21"], standing.Escalations.Keys);
        Assert.Equal(["PROVIDE_DEPENDENCY_CONTROL_PLAN"], standing.Tasks.Select(task => task.Name));
    }

    [Fact]
    public void albion_as_a_prospect_would_become_a_target()
    {
        var prospect = SamplePortfolio.As("albion", Tier.C, lifecycle: Planning.Accounts.Customers.Lifecycle.Prospect);
        var after = TierReviews.Of(prospect, Quarters);
        Assert.Contains("T-21-TARGET-S Fired", after.Spoken);
        Assert.Equal("tier S in lane TARGET", Assert.Single(after.After.Standing.Proposals).Wish);
        Assert.Equal(["PROVIDE_FUNDED_CAMPAIGN"], after.After.Standing.Tasks.Select(task => task.Name));
    }

    [Fact]
    public void the_same_quarter_again_says_the_same()
    {
        foreach (var id in SamplePortfolio.Ids)
        {
            var after = TierReviews.Of(SamplePortfolio.Customer(id), Quarters);
            Assert.Empty(TierReviews.Of(after.After, "2026-Q3").LastEvents);
        }
    }

    private static string Points(decimal score) => score.ToString("0.0", CultureInfo.InvariantCulture);
}
