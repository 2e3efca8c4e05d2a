using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Tiers;

public sealed class When_tier_facts_are_gathered
{
    private static readonly VendorFigures Lanternfish = new(Q("2026-Q1"), Amount("1180 M EUR"), 0.19m, 560m);

    private static readonly (Metric Metric, decimal Value)[] EverythingRequired =
    [
        (Metric.RevenueTtm, 142m), (Metric.ContributionPct, 0.24m), (Metric.Fte, 46m), (Metric.Potential3Y, 620m),
        (Metric.Growth3Y, 0.04m), (Metric.ShareOfWallet, 0.4m), (Metric.Match, 82m), (Metric.Satisfaction, 88m),
        (Metric.DsoOverrun, 2m), (Metric.Overdue60, 0.01m), (Metric.Credit, 9m), (Metric.Survival5Y, 0.97m),
        (Metric.RelevantSpendShare, 0.3m),
    ];

    [Fact]
    public void what_was_measured_is_known()
    {
        var facts = Facts(Measured(EverythingRequired));

        Assert.Equal(142, facts.RevenueTtm);
        Assert.Equal(0.24, facts.ContributionPct);
        Assert.Equal(46, facts.Fte);
        Assert.Equal(620, facts.Potential3Y);
        Assert.Equal(0.04, facts.Growth3Y);
        Assert.Equal(0.4, facts.ShareOfWallet);
        Assert.Equal(82, facts.Match);
        Assert.Equal(88, facts.Satisfaction);
        Assert.Equal(2, facts.DsoOverrun);
        Assert.Equal(0.01, facts.Overdue60);
        Assert.Equal(9, facts.Credit);
        Assert.Equal(0.97, facts.Survival5Y);
        Assert.Equal(0.3, facts.RelevantSpendShare);
    }

    [Fact]
    public void what_was_not_measured_stays_unknown()
    {
        var facts = Facts(Measured());

        Assert.All(
            new double?[]
            {
                facts.RevenueTtm, facts.RevenueShare, facts.ContributionPct, facts.Fte, facts.PcIndex,
                facts.PcIndexForecastY3, facts.Potential3Y, facts.Growth3Y, facts.ShareOfWallet, facts.Match,
                facts.MatchDelta24M, facts.MatchAgeDays, facts.Satisfaction, facts.DsoOverrun, facts.Overdue60,
                facts.Credit, facts.Survival5Y, facts.RelevantSpendShare, facts.BusFactor,
            },
            fact => Assert.Null(fact));
        Assert.Null(facts.SanctionsHit);
        Assert.Null(facts.Insolvency);
    }

    [Fact]
    public void stickiness_without_evidence_is_none() => Assert.Equal(0, Facts(Measured()).StickinessLayer);

    [Fact]
    public void measured_extras_are_known()
    {
        var facts = Facts(Measured(
            (Metric.StickinessLayer, 2m), (Metric.BusFactor, 3m), (Metric.PcIndexForecastY3, 1.4m),
            (Metric.SanctionsHit, 1m), (Metric.Insolvency, 0m)));

        Assert.Equal(2, facts.StickinessLayer);
        Assert.Equal(3, facts.BusFactor);
        Assert.Equal(1.4, facts.PcIndexForecastY3);
        Assert.True(facts.SanctionsHit);
        Assert.False(facts.Insolvency);
    }

    [Fact]
    public void only_the_quarter_under_review_counts() =>
        Assert.Null(TierFacts.Of(Measured(EverythingRequired), Q("2026-Q2"), Lanternfish).RevenueTtm);

    [Fact]
    public void money_in_another_currency_is_unknown()
    {
        var facts = Facts(After(
            Measured(EverythingRequired),
            new MetricRecorded(Snapshot(Metric.RevenueTtm, 142m) with { Currency = "CHF" }),
            new MetricRecorded(Snapshot(Metric.Potential3Y, 620m) with { Currency = "CHF" })));

        Assert.Null(facts.RevenueTtm);
        Assert.Null(facts.RevenueShare);
        Assert.Null(facts.PcIndex);
        Assert.Null(facts.Potential3Y);
        Assert.Equal(12 / 14.0, facts.DataCompleteness);
    }

    // 142 ÷ 1180.
    [Fact]
    public void its_share_of_our_revenue_is_computed() =>
        Assert.Equal(0.120339, Facts(Measured(EverythingRequired)).RevenueShare!.Value, 6);

    // Company: 1180 ÷ 560 = 2.107143 M per head, of which 19 % = 0.400357 M contribution.
    // Helvia: 142 ÷ 46 = 3.086957 M per head, of which 24 % = 0.740870 M contribution.
    // ½ · 3.086957 ÷ 2.107143 + ½ · 0.740870 ÷ 0.400357 = 0.732498 + 0.925261 = 1.657759; METHOD §8 says 1.66.
    [Fact]
    public void the_per_head_index_is_half_revenue_and_half_contribution() =>
        Assert.Equal(1.657759, Facts(Measured(EverythingRequired)).PcIndex!.Value, 5);

    [Fact]
    public void a_customer_as_good_as_our_average_has_a_per_head_index_of_one() => Assert.Equal(
        1.0,
        Facts(Measured((Metric.RevenueTtm, 118m), (Metric.ContributionPct, 0.19m), (Metric.Fte, 56m))).PcIndex!.Value,
        10);

    [Theory]
    [InlineData(Metric.RevenueTtm)]
    [InlineData(Metric.ContributionPct)]
    [InlineData(Metric.Fte)]
    public void the_per_head_index_is_unknown_without(Metric missing) =>
        Assert.Null(Facts(Measured([.. EverythingRequired.Where(known => known.Metric != missing)])).PcIndex);

    [Fact]
    public void the_per_head_index_is_unknown_with_nobody_on_the_account() =>
        Assert.Null(Facts(Measured((Metric.RevenueTtm, 118m), (Metric.ContributionPct, 0.19m), (Metric.Fte, 0m))).PcIndex);

    [Theory]
    [InlineData("2024-Q1", -24.0)]
    [InlineData("2023-Q4", null)]
    [InlineData("2024-Q2", null)]
    public void the_match_is_compared_with_eight_quarters_ago(string then, double? delta)
    {
        var customer = After(
            Measured((Metric.Match, 41m)), new MetricRecorded(Snapshot(Metric.Match, 65m) with { Period = Q(then) }));

        Assert.Equal(delta, Facts(customer).MatchDelta24M);
    }

    [Fact]
    public void the_age_of_the_match_is_counted_to_the_end_of_the_quarter()
    {
        var customer = After(
            Measured(), new MetricRecorded(Snapshot(Metric.Match, 82m) with { ObservedOn = Day("2025-03-31") }));

        Assert.Equal(365, Facts(customer).MatchAgeDays);
    }

    [Theory]
    [InlineData("2025-02-24", 88.0)]
    [InlineData("2025-02-23", null)]
    public void satisfaction_is_unknown_after_four_hundred_days(string observed, double? satisfaction)
    {
        var customer = After(
            Measured(), new MetricRecorded(Snapshot(Metric.Satisfaction, 88m) with { ObservedOn = Day(observed) }));

        Assert.Equal(satisfaction, Facts(customer).Satisfaction);
    }

    [Fact]
    public void data_are_complete_when_all_fourteen_inputs_are_known() =>
        Assert.Equal(1.0, Facts(Measured(EverythingRequired)).DataCompleteness);

    [Fact]
    public void data_are_empty_when_none_is_known() => Assert.Equal(0.0, Facts(Measured()).DataCompleteness);

    [Fact]
    public void each_missing_input_makes_the_data_less_complete() => Assert.All(EverythingRequired, missing => Assert.Equal(
        missing.Metric == Metric.Match ? 12 / 14.0 : 13 / 14.0,
        Facts(Measured([.. EverythingRequired.Where(known => known != missing)])).DataCompleteness));

    [Fact]
    public void legal_checks_and_extras_do_not_count_for_completeness() => Assert.Equal(
        0.0, Facts(Measured((Metric.SanctionsHit, 0m), (Metric.BusFactor, 2m), (Metric.StickinessLayer, 1m))).DataCompleteness);

    [Fact]
    public void the_standing_is_told_with_the_quarters_since_it_began()
    {
        var facts = Facts(Helvia.Known);

        Assert.Equal((Tier.S, Lane.Standard, Posture.Invest), (facts.Tier, facts.Lane, facts.Posture));
        Assert.Equal(8, facts.QuartersInTier);
        Assert.Equal(4, facts.QuartersInPosture);
    }

    [Fact]
    public void target_list_and_lighthouse_value_are_told()
    {
        var facts = Facts(After(
            Helvia.Known, new DetailsChanged(Helvia.Details with { OnTargetList = true, BenchmarkEffect = true })));

        Assert.True(facts.OnTargetList);
        Assert.True(facts.BenchmarkEffect);
        Assert.False(Facts(Helvia.Known).OnTargetList);
        Assert.False(Facts(Helvia.Known).BenchmarkEffect);
    }

    [Theory]
    [InlineData("0.001 M EUR", 0.001, 0.01, 0)]
    [InlineData("0 M EUR", 0, 0, 3)]
    [InlineData("1180 M EUR", 1.01, 560, 1)]
    public void our_own_figures_are_above_zero(string revenue, double contribution, double people, int mistakes) =>
        Assert.Equal(
            mistakes,
            new VendorFigures(Q("2026-Q1"), Amount(revenue), (decimal)contribution, (decimal)people).Mistakes().Count());

    private static TierFacts Facts(Customer customer) => TierFacts.Of(customer, Q("2026-Q1"), Lanternfish);

    private static Customer Measured(params (Metric Metric, decimal Value)[] values) => After(
        Helvia.WithStanding(Tier.S), values.Select(value => new MetricRecorded(Snapshot(value.Metric, value.Value))));

    private static MetricSnapshot Snapshot(Metric metric, decimal value) => Helvia.Revenue with
    {
        Metric = metric,
        Value = value,
        Currency = MetricDefinition.Of(metric).IsMoney ? "EUR" : null,
    };
}
