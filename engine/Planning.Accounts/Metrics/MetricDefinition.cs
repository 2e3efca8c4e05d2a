using System.Collections.Immutable;

namespace Planning.Accounts.Metrics;

/// <summary>What a metric is called in files, what it counts and what it can be.</summary>
/// <param name="Name">METHOD §4.1's name, as files write it.</param>
/// <param name="Unit">The unit a snapshot must be given in; money is given as <c>M</c> and the reporting currency.</param>
/// <param name="Smallest">The smallest possible value.</param>
/// <param name="Largest">The largest possible value.</param>
public sealed record MetricDefinition(Metric Metric, string Name, string Unit, decimal Smallest, decimal Largest)
{
    public const string MoneyUnit = "M";
    public const string YesNoUnit = "yes/no";

    private static readonly ImmutableArray<MetricDefinition> All =
    [
        new(Metric.RevenueTtm, "revenue_ttm", MoneyUnit, 0, 1_000_000),
        new(Metric.ContributionPct, "contribution_pct", "share", -10, 1),
        new(Metric.Fte, "fte", "FTE", 0, 100_000),
        new(Metric.PcIndexForecastY3, "pc_index_forecast_y3", "ratio", -100, 100),
        new(Metric.Potential3Y, "potential_3y", MoneyUnit, 0, 1_000_000),
        new(Metric.Growth3Y, "growth_3y", "ratio", -1, 10),
        new(Metric.ShareOfWallet, "sow", "share", 0, 1),
        new(Metric.Match, "match", "points", 0, 100),
        new(Metric.Satisfaction, "satisfaction", "points", 0, 100),
        new(Metric.DsoOverrun, "dso_overrun", "days", 0, 3650),
        new(Metric.Overdue60, "overdue60", "share", 0, 1),
        new(Metric.Credit, "credit", "grade", 1, 10),
        new(Metric.Survival5Y, "survival5y", "share", 0, 1),
        new(Metric.StickinessLayer, "stickiness_layer", "layer", 0, 3),
        new(Metric.RelevantSpendShare, "relevant_spend_share", "share", 0, 1),
        new(Metric.BusFactor, "bus_factor", "count", 0, 1000),
        new(Metric.SanctionsHit, "sanctions_hit", YesNoUnit, 0, 1),
        new(Metric.Insolvency, "insolvency", YesNoUnit, 0, 1),
        new(Metric.ServiceSla, "service_sla", "share", 0, 1),
    ];

    private static readonly ImmutableDictionary<string, MetricDefinition> ByName =
        All.ToImmutableDictionary(definition => definition.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => All.Select(definition => definition.Name);

    public bool IsMoney => Unit == MoneyUnit;

    public static MetricDefinition Of(Metric metric) => All[(int)metric];

    /// <returns>Nothing when no metric has that name.</returns>
    public static MetricDefinition? Find(string name) => ByName.GetValueOrDefault(name);
}
