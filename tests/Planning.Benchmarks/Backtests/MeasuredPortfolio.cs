using System.Globalization;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;
using Planning.Grains.Portfolio;
using Planning.Grains.Store;

namespace Planning.Benchmarks.Backtests;

/// <summary>Customers after METHOD §8.1, the same at every run: 36 months of figures, and their people.</summary>
/// <remarks>Tiers, numbers of people, spread and shares of revenue, correlations, noise, missing inputs, sanctions and
/// cash cows are §8.1's for 100,000 customers; figures are of quarters, as the tier rules see them. Its groups, plans,
/// campaigns, evidence and interactions are not there.</remarks>
internal static class MeasuredPortfolio
{
    /// <summary>The quarters that have our own figures, the newest of the 36 months.</summary>
    public const int Quarters = 8;

    private const int Known = 12;
    private const double Missing = 0.05;
    private const double Sanctioned = 0.002;
    private const double CashCow = 0.02;
    private const double RevenueSpread = 1.9;
    private const decimal MillionsPerCustomer = 9;

    private static readonly string[] Countries = ["CH", "DE", "FR", "SG", "CN"];
    private static readonly Quarter First = new(2023, 4);

    // Top-1 has 12 %, top-5 have 35 % of our revenue.
    private static readonly double[] TopShares = [0.12, 0.08, 0.06, 0.05, 0.04];

    // The first so many of each 10,000, and what is typical of them.
    private static readonly (int Below, Tier Tier, double Rank, int People, double Fte)[] Tiers =
    [
        (4, Tier.S, 3.0, 60, 12),
        (100, Tier.A, 2.2, 25, 4),
        (1_300, Tier.B, 1.3, 8, 0.4),
        (10_000, Tier.C, -0.2, 3, 0.01),
    ];

    public static ReferenceData Figures(int customers) => GeneratedPortfolio.OurPeople with
    {
        Figures =
        [
            .. Enumerable.Range(Known - Quarters, Quarters).Select(quarter => new VendorFigures(
                First.Add(quarter), new Money(customers * MillionsPerCustomer, "EUR"), 0.19m, customers * 0.09m)),
        ],
    };

    public static CustomerTakeOver Customer(int number, int customers)
    {
        var id = GeneratedPortfolio.Id(number);
        var of = Tiers.First(tier => number % 10_000 < tier.Below);
        var details = new CustomerDetails(
            string.Create(CultureInfo.InvariantCulture, $"Generated Industries {number}"),
            Countries[number % Countries.Length],
            "machinery",
            string.Create(CultureInfo.InvariantCulture, $"region-{number % 12}"),
            Lifecycle.Active,
            OnTargetList: number % 50 == 0,
            BenchmarkEffect: number % 40 == 0,
            id,
            GroupRootConfirmed: true);
        var since = First.Add(-6);
        return new CustomerTakeOver(id, new CustomerRecord(
            new Registration(details, of.Tier, Lane.Standard, Posture.Build, since, since))
        {
            Units = [GeneratedPortfolio.OneUnit],
            People = [.. Enumerable.Range(0, of.People).Select(GeneratedPortfolio.Person)],
            Metrics = [.. Metrics(new Chance((ulong)number + 1), of.Rank, of.Fte, number, customers)],
        });
    }

    private static IEnumerable<MetricSnapshot> Metrics(Chance chance, double rank, double fte, int number, int customers)
    {
        var size = (0.8 * rank) + (0.6 * chance.Normal());
        var match = chance.With(rank, 0.4);
        var satisfaction = chance.Normal();
        var revenue = number < TopShares.Length
            ? TopShares[number] * customers * (double)MillionsPerCustomer
            : 0.9 * Math.Exp(RevenueSpread * size);
        var growth = 0.05 + (0.06 * chance.With(match, 0.3));
        var potential = revenue * 3 * Math.Exp(RevenueSpread * 0.4 * chance.With(size, 0.7) / 2);
        var overdue = Math.Abs(0.05 * chance.With(satisfaction, -0.2));
        var (heads, cow) = (fte * (0.6 + (0.8 * chance.Next())), chance.Happens(CashCow));
        double[] steady =
        [
            0.18 + (0.06 * chance.Normal()), chance.Next(), 10 + (12 * chance.Normal()), 7 + chance.Normal(),
            0.9 + (0.05 * chance.Normal()), 3 * chance.Next(), 0.3 * chance.Next(), 1 + (3 * chance.Next()),
            chance.Happens(Sanctioned) ? 1 : 0,
        ];
        var (matchNoise, satisfactionNoise) = (0.0, 0.0);
        for (var at = 0; at < Known; at++)
        {
            // AR(1) with a standard deviation of 4 points; a cash cow loses 24 points of match in eight quarters.
            matchNoise = (0.7 * matchNoise) + (4 * Math.Sqrt(1 - 0.49) * chance.Normal());
            satisfactionNoise = (0.7 * satisfactionNoise) + (4 * Math.Sqrt(1 - 0.49) * chance.Normal());
            revenue *= 1 + (growth / 4) + (0.01 * chance.Normal());
            (Metric Metric, double Value)[] values =
            [
                (Metric.RevenueTtm, revenue),
                (Metric.ContributionPct, steady[0]),
                (Metric.Fte, heads),
                (Metric.Potential3Y, potential),
                (Metric.Growth3Y, growth),
                (Metric.ShareOfWallet, steady[1]),
                (Metric.Match, 50 + (13 * match) + matchNoise - (cow ? 3 * Math.Max(0, at - Known + Quarters) : 0)),
                (Metric.Satisfaction, 68 + (12 * satisfaction) + satisfactionNoise),
                (Metric.DsoOverrun, steady[2]),
                (Metric.Overdue60, overdue),
                (Metric.Credit, steady[3]),
                (Metric.Survival5Y, steady[4]),
                (Metric.StickinessLayer, steady[5]),
                (Metric.RelevantSpendShare, steady[6]),
                (Metric.BusFactor, steady[7]),
                (Metric.SanctionsHit, steady[8]),
                (Metric.Insolvency, 0),
            ];
            foreach (var (metric, value) in values)
            {
                if (!chance.Happens(Missing))
                {
                    yield return Snapshot(metric, First.Add(at), value);
                }
            }
        }
    }

    private static MetricSnapshot Snapshot(Metric metric, Quarter quarter, double value)
    {
        var definition = MetricDefinition.Of(metric);
        var whole = metric is Metric.StickinessLayer or Metric.BusFactor or Metric.SanctionsHit or Metric.Insolvency;
        return new MetricSnapshot(
            metric,
            quarter,
            Math.Clamp(decimal.Round((decimal)value, whole ? 0 : 3), definition.Smallest, definition.Largest),
            definition.IsMoney ? "EUR" : null,
            quarter.EndsOn.AddDays(-20),
            "ERP");
    }
}
