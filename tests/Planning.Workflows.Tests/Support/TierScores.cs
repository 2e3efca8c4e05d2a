using System.Collections.Immutable;
using Planning.Accounts.Metrics;

namespace Planning.Workflows.Tests.Support;

/// <summary>The scores of METHOD §4.2 from which a customer's metrics are made, 0 to 100.</summary>
internal sealed record TierScores(double Value, double Potential, double Quality, double Match)
{
    private const double OurContribution = 0.19;
    private const double OurFrontline = 560;

    /// <summary>Metrics of which no rule has anything to say.</summary>
    public static ImmutableSortedDictionary<Metric, decimal> Ordinary { get; } = new Dictionary<Metric, decimal>
    {
        [Metric.RevenueTtm] = 20,
        [Metric.ContributionPct] = 0.2m,
        [Metric.Fte] = 10,
        [Metric.PcIndexForecastY3] = 1,
        [Metric.Potential3Y] = 60,
        [Metric.Growth3Y] = 0.05m,
        [Metric.ShareOfWallet] = 0.3m,
        [Metric.Match] = 57,
        [Metric.Satisfaction] = 70,
        [Metric.DsoOverrun] = 10,
        [Metric.Overdue60] = 0.05m,
        [Metric.Credit] = 7,
        [Metric.Survival5Y] = 0.9m,
        [Metric.StickinessLayer] = 2,
        [Metric.RelevantSpendShare] = 0.3m,
        [Metric.BusFactor] = 2,
        [Metric.SanctionsHit] = 0,
        [Metric.Insolvency] = 0,
    }.ToImmutableSortedDictionary();

    /// <summary>The same with the match that makes the composite come out so, as far as there is one.</summary>
    public TierScores Reaching(double composite) => this with
    {
        Match = Math.Clamp((composite - (0.25 * Value) - (0.25 * Potential) - (0.20 * Quality)) / 0.30, 0, 100),
    };

    /// <summary>Metrics with these scores, as far as there are any; the rest by chance.</summary>
    public ImmutableSortedDictionary<Metric, decimal> Measured(Dice dice, double perHead)
    {
        var contribution = dice.OneOf(0.1, 0.2, 0.3, dice.Between(-0.1, 0.5));
        var growth = dice.Between(-0.1, 0.25);
        var wallet = dice.Next();
        var (overrun, overdue) = (dice.Between(0, 120), dice.Between(0, 0.4));
        var (credit, survival) = (1 + dice.Below(10), dice.Next());
        var revenue = Full(401, ((Value / 100) - (0.25 * Math.Min(contribution / 0.30, 1)) - (0.25 * Math.Min(perHead / 2, 1))) / 0.5);
        var potential = Full(
            1501, ((Potential / 100) - (0.25 * Math.Clamp((growth + 0.05) / 0.25, 0, 1)) - (0.15 * (1 - wallet))) / 0.60);
        var pays = (0.6 * Math.Clamp(1 - (overrun / 90), 0, 1)) + (0.4 * Math.Clamp(1 - (overdue / 0.30), 0, 1));
        var satisfaction = ((Quality / 100) - (0.30 * pays) - (0.20 * credit / 10) - (0.15 * survival)) / 0.35 * 100;
        return Ordinary.SetItems(new Dictionary<Metric, decimal>
        {
            [Metric.RevenueTtm] = Exact(revenue),
            [Metric.ContributionPct] = Exact(contribution),
            [Metric.PcIndexForecastY3] = Exact(dice.Around(0, 3, 1.2)),
            [Metric.Potential3Y] = Exact(potential),
            [Metric.Growth3Y] = Exact(growth),
            [Metric.ShareOfWallet] = Exact(wallet),
            [Metric.Match] = Exact(Match),
            [Metric.Satisfaction] = Exact(Math.Clamp(satisfaction, 0, 100)),
            [Metric.DsoOverrun] = Exact(overrun),
            [Metric.Overdue60] = Exact(overdue),
            [Metric.Credit] = credit,
            [Metric.Survival5Y] = Exact(survival),
            [Metric.StickinessLayer] = dice.Below(4),
            [Metric.RelevantSpendShare] = Exact(dice.Around(0, 1, 0.05)),
            [Metric.BusFactor] = dice.Below(5),
            [Metric.SanctionsHit] = dice.In(3) ? 1 : 0,
            [Metric.Insolvency] = dice.In(3) ? 1 : 0,
        });
    }

    /// <summary>The heads with which the customer earns so many times the company's average a head.</summary>
    public static decimal Heads(ImmutableSortedDictionary<Metric, decimal> measured, double perHead, decimal ourRevenue)
    {
        var average = (double)ourRevenue / OurFrontline;
        var (revenue, contribution) = ((double)measured[Metric.RevenueTtm], (double)measured[Metric.ContributionPct]);
        var heads = revenue * ((0.5 / average) + (0.5 * contribution / (average * OurContribution))) / perHead;
        return heads > 0 ? Math.Clamp(Exact(heads), 0.000001m, 100_000) : 1;
    }

    // The amount of which a share of the points is given, on the scale that ends at a reference (METHOD §4.2, n(x; ref)).
    private static double Full(double reference, double share) => Math.Pow(reference, Math.Clamp(share, 0, 1)) - 1;

    private static decimal Exact(double value) => (decimal)Math.Round(value, 12);
}
