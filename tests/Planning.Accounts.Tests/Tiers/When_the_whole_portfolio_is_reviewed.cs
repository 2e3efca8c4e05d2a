using System.Globalization;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Tiers;

public sealed class When_the_whole_portfolio_is_reviewed
{
    [Theory]
    [InlineData(12, 1)]
    [InlineData(322, 7)]
    [InlineData(1000, 20)]
    [InlineData(100_000, 20)]
    public void tier_S_has_places_for_two_in_a_hundred_and_twenty_for_each_board(int customers, int places) =>
        Assert.Equal(places, TierPolicy.Default.MostStrategic(customers));

    [Fact]
    public void the_best_rise_and_the_others_wait()
    {
        var review = Of(
        [
            .. Enumerable.Range(0, 96).Select(at => Line($"c-{at}")),
            Line("s-1") with { Tier = Tier.S },
            Line("second", composite: 81) with { Rises = "T-20-PROMOTE-S" },
            Line("first", composite: 90) with { Rises = "T-20-PROMOTE-S" },
            Line("third", composite: 80) with { Rises = "T-21-TARGET-S" },
        ]);

        Assert.Equal((1, 2), (review.Strategic, review.MostStrategic));
        Assert.Equal([Key<Customer>("second"), Key<Customer>("third")], review.Waiting);
    }

    [Theory]
    [InlineData("0.19", Concentration.None)]
    [InlineData("0.20", Concentration.Warn)]
    [InlineData("0.25", Concentration.Limit)]
    public void one_customer_may_have_only_so_much_of_our_revenue(string share, Concentration level) => Assert.Equal(
        level, Of([Line("one") with { RevenueShare = Number(share) }]).LargestOneLevel);

    [Theory]
    [InlineData("0.09", Concentration.None)]
    [InlineData("0.10", Concentration.Warn)]
    [InlineData("0.12", Concentration.Limit)]
    [InlineData("0.16", Concentration.Critical)]
    public void and_five_together(string share, Concentration level) => Assert.Equal(
        level,
        Of([.. Enumerable.Range(0, 6).Select(at => Line($"c-{at}") with { RevenueShare = Number(share) })]).LargestFiveLevel);

    [Fact]
    public void an_index_of_18_hundredths_is_critical_though_no_customer_alone_is()
    {
        var review = Of([.. Enumerable.Range(0, 5).Select(at => Line($"c-{at}") with { RevenueShare = 0.19m })]);

        Assert.Equal((0.1805m, Concentration.Critical), (review.Index, review.IndexLevel));
        Assert.Equal(Concentration.None, review.LargestOneLevel);
    }

    [Fact]
    public void a_group_under_common_control_counts_once()
    {
        var root = Key<Customer>("group");
        var review = Of([Line("a") with { GroupRoot = root, RevenueShare = 0.15m }, Line("b") with { GroupRoot = root, RevenueShare = 0.12m }]);

        Assert.Equal((0.27m, Concentration.Limit), (review.LargestOne, review.LargestOneLevel));
    }

    // METHOD §4.6 G5, ESC-21: a plan against dependency, never another tier (INV-32).
    [Fact]
    public void too_much_weight_is_told_to_the_board_and_much_weight_to_the_region()
    {
        var root = Key<Customer>("one");
        var review = Of([Line("one") with { RevenueShare = 0.26m }, .. Enumerable.Range(0, 4).Select(at => Line($"c-{at}") with { RevenueShare = 0.07m })]);
        Assert.Equal(
            [
                "STRATEGIC_CUSTOMER_BOARD: the largest customer brings 26.0 % of our revenue; a plan against dependency within 30 days",
                "REGION_HEAD: the five largest bring 54.0 % of our revenue; keep an eye on it",
            ],
            review.Findings.Select(finding => $"{finding.Told}: {finding.Sentence}; {finding.Asks}"));
        Assert.DoesNotContain(root, review.Waiting);
    }

    [Fact]
    public void more_customers_than_places_are_told_to_the_board()
    {
        var review = Of([.. Enumerable.Range(0, 3).Select(at => Line($"s-{at}") with { Tier = Tier.S })]);
        Assert.Equal(
            ["tier S has 3 customers and 1 places", "tiers S and A have 3 customers and 1 places"],
            review.Findings.Select(finding => finding.Sentence));
    }

    [Fact]
    public void an_even_portfolio_shows_nothing() =>
        Assert.Empty(Of([.. Enumerable.Range(0, 20).Select(at => Line($"c-{at}") with { RevenueShare = 0.05m })]).Findings);

    private static PortfolioReview Of(params PortfolioLine[] lines) => PortfolioReview.Of(lines, TierPolicy.Default);

    private static PortfolioLine Line(string id, decimal? composite = null) => new(
        Key<Customer>(id), Key<Customer>(id), Active: true, Tier.C, composite, null, null);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
