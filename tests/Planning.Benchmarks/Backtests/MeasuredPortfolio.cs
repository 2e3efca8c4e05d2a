using System.Globalization;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;
using Planning.Grains.Portfolio;
using Planning.Grains.Store;

namespace Planning.Benchmarks.Backtests;

/// <summary>Customers with every metric of eight quarters that drift as real ones do; the same at every run.</summary>
/// <remarks>Tiers by METHOD §8.1 for 100,000 customers; of every twenty metrics one is missing.</remarks>
internal static class MeasuredPortfolio
{
    public const int Quarters = 8;

    private static readonly string[] Countries = ["CH", "DE", "FR", "SG", "CN"];
    private static readonly Quarter First = new(2024, 4);

    // What a metric is at an average customer, how far customers lie apart, and how far one drifts in a quarter.
    private static readonly (Metric Metric, double Middle, double Apart, double Drift)[] Shapes =
    [
        (Metric.ContributionPct, 0.18, 0.12, 0.01),
        (Metric.Fte, 6, 5, 0.2),
        (Metric.Growth3Y, 0.05, 0.10, 0.01),
        (Metric.ShareOfWallet, 0.30, 0.25, 0.02),
        (Metric.Match, 56, 22, 4),
        (Metric.Satisfaction, 68, 20, 4),
        (Metric.DsoOverrun, 15, 15, 4),
        (Metric.Overdue60, 0.06, 0.06, 0.02),
        (Metric.Credit, 7, 2, 0.3),
        (Metric.Survival5Y, 0.88, 0.10, 0.01),
        (Metric.StickinessLayer, 1.5, 1.5, 0),
        (Metric.RelevantSpendShare, 0.15, 0.14, 0.01),
        (Metric.BusFactor, 2, 2, 0),
        (Metric.SanctionsHit, 0, 0, 0),
        (Metric.Insolvency, 0, 0, 0),
    ];

    /// <summary>Our own figures of every quarter.</summary>
    public static ReferenceData Figures { get; } = new(
        null,
        [],
        [.. Enumerable.Range(0, Quarters).Select(quarter =>
            new VendorFigures(First.Add(quarter), new Money(900_000, "EUR"), 0.19m, 400_000))]);

    public static CustomerTakeOver Customer(int number)
    {
        var id = GeneratedPortfolio.Id(number);
        var chance = new Chance((ulong)number);
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
            new Registration(details, TierOf(number), Lane.Standard, Posture.Build, since, since))
        {
            Metrics = [.. Metrics(chance)],
        });
    }

    private static Tier TierOf(int number) => (number % 10_000) switch
    {
        < 4 => Tier.S,
        < 100 => Tier.A,
        < 1_300 => Tier.B,
        _ => Tier.C,
    };

    private static IEnumerable<MetricSnapshot> Metrics(Chance chance)
    {
        // Size, quality and match go together to some degree.
        var rank = chance.Next();
        var revenue = 0.2 * Math.Exp(rank * 6);
        var potential = revenue * (1.5 + (chance.Next() * 8));
        double[] levels = [.. Shapes.Select(shape =>
            shape.Middle + (((0.4 * rank) + (0.6 * chance.Next()) - 0.5) * 2 * shape.Apart))];
        for (var quarter = First; quarter < First.Add(Quarters); quarter = quarter.Add(1))
        {
            revenue *= 0.97 + (chance.Next() * 0.08);
            if (!chance.IsMissing())
            {
                yield return Snapshot(Metric.RevenueTtm, quarter, revenue, "EUR");
            }

            if (!chance.IsMissing())
            {
                yield return Snapshot(Metric.Potential3Y, quarter, potential, "EUR");
            }

            foreach (var (index, shape) in Shapes.Index())
            {
                levels[index] += (chance.Next() - 0.5) * 2 * shape.Drift;
                if (!chance.IsMissing())
                {
                    yield return Snapshot(shape.Metric, quarter, levels[index], null);
                }
            }
        }
    }

    private static MetricSnapshot Snapshot(Metric metric, Quarter quarter, double value, string? currency)
    {
        var definition = MetricDefinition.Of(metric);
        var whole = metric is Metric.StickinessLayer or Metric.BusFactor or Metric.SanctionsHit or Metric.Insolvency;
        var rounded = decimal.Round((decimal)value, whole ? 0 : 3);
        return new MetricSnapshot(
            metric,
            quarter,
            Math.Clamp(rounded, definition.Smallest, definition.Largest),
            currency,
            quarter.EndsOn.AddDays(-20),
            "ERP");
    }

    /// <summary>SplitMix64: numbers that look like chance and are the same every time.</summary>
    private sealed class Chance(ulong seed)
    {
        private ulong _state = seed * 0x9E3779B97F4A7C15;

        public double Next()
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
        }

        public bool IsMissing() => Next() < 0.05;
    }
}
