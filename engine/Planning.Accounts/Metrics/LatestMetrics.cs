using Planning.Accounts.Calendars;

namespace Planning.Accounts.Metrics;

/// <summary>What was measured last, and before.</summary>
internal sealed class LatestMetrics(MetricHistory metrics)
{
    private readonly List<Quarter> _newestFirst = [.. metrics.Periods.Reverse()];

    public double? Value(Metric metric) => (double?)All(metric).Select(found => (decimal?)found.Value).FirstOrDefault();

    public bool? YesNo(Metric metric) => Value(metric) is { } value ? value > 0 : null;

    /// <summary>Between the last two values.</summary>
    public double? Change(Metric metric) =>
        All(metric).Take(2).ToList() is [var now, var before] ? (double)(now.Value - before.Value) : null;

    /// <summary>The last value against that of some quarters before, as a part of the latter.</summary>
    public double? ShareChange(Metric metric, int quarters) =>
        All(metric).FirstOrDefault() is { Period: var period, Value: var now }
        && metrics.Value(metric, period.Add(-quarters)) is > 0 and var before
            ? (double)((now - before) / before)
            : null;

    private IEnumerable<MetricSnapshot> All(Metric metric) =>
        _newestFirst.Select(period => metrics.Find(metric, period)).OfType<MetricSnapshot>();
}
