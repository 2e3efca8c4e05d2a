using Planning.Accounts.Calendars;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Policies;

namespace Planning.Accounts.Tiers;

/// <summary>Figures of the tier rules that we count ourselves where nobody outside has told any: satisfaction by our surveys, the
/// layer of stickiness, the bus factor. What we do not know either stays unknown (INV-04).</summary>
internal static class OwnFigures
{
    public const string Source = "own count";

    /// <summary>What can be told of a quarter that runs or has just ended; of older ones nobody knows any more what was then.</summary>
    public static IEnumerable<MetricRecorded> Of(Customer customer, Quarter period, MethodPolicies policies, DateOnly today)
    {
        if (period > Quarter.Of(today) || period < Quarter.Of(today).Add(-1) || customer.Metrics.HasForgotten(period))
        {
            return [];
        }

        var day = period.EndsOn < today ? period.EndsOn : today;
        var asked = customer.Satisfaction.Results(day).FirstOrDefault(
            wave => wave.ClosedOn >= day.AddDays(-policies.Organisation.Stickiness.SatisfactionDays));
        var report = new Lazy<CoverageReport>(() => CoverageReport.Of(customer, policies, day));
        return
        [
            .. Missing(Metric.Satisfaction, () => asked?.Result!.Score, asked?.ClosedOn ?? day),
            .. Missing(Metric.StickinessLayer, () => report.Value["stickiness layer"].Value, day),
            .. Missing(Metric.BusFactor, () => report.Value["bus factor"].Value, day),
        ];

        IEnumerable<MetricRecorded> Missing(Metric metric, Func<decimal?> count, DateOnly on) =>
            customer.Metrics.Find(metric, period) is null && count() is { } value
                ? [new MetricRecorded(new MetricSnapshot(metric, period, value, null, on, Source))]
                : [];
    }
}
