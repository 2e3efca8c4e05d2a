using Planning.Accounts.Calendars;
using Planning.Accounts.Metrics;

namespace Planning.Accounts.Tiers;

/// <summary>The metrics of one quarter as the rules want them: numbers, and what follows from them (METHOD §4.1).</summary>
internal readonly struct PeriodMetrics(MetricHistory history, Quarter period)
{
    public double? Number(Metric metric) => (double?)history.Value(metric, period);

    /// <returns>Nothing when it was measured in another currency than <paramref name="currency"/>.</returns>
    public double? Millions(Metric metric, string currency) =>
        history.Find(metric, period) is { } snapshot && snapshot.Currency == currency ? (double)snapshot.Value : null;

    public bool? YesNo(Metric metric) => history.Value(metric, period) switch
    {
        null => null,
        var value => value != 0,
    };

    public double? ChangeOver(Metric metric, int quarters) =>
        (double?)(history.Value(metric, period) - history.Value(metric, period.Add(-quarters)));

    public int? AgeInDays(Metric metric) =>
        history.Find(metric, period) is { } snapshot ? period.EndsOn.DayNumber - snapshot.ObservedOn.DayNumber : null;

    public double? RevenueShare(VendorFigures vendor) =>
        Millions(Metric.RevenueTtm, vendor.Revenue.Currency) / (double)vendor.Revenue.Millions;

    /// <summary>Half the revenue and half the contribution per head, each against the company's average.</summary>
    public double? PerHeadIndex(VendorFigures vendor)
    {
        var perHead = Number(Metric.Fte) is > 0 and var fte
            ? Millions(Metric.RevenueTtm, vendor.Revenue.Currency) / fte
            : null;
        return (0.5 * perHead / vendor.RevenuePerHead)
            + (0.5 * perHead * Number(Metric.ContributionPct) / vendor.ContributionPerHead);
    }
}
