using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Calendars;

namespace Planning.Accounts.Metrics;

/// <summary>The metric snapshots of a customer that decisions look back on.</summary>
/// <remarks>Reaches back <see cref="Depth"/> quarters from the newest; what is older stays in the journal only.</remarks>
public sealed record MetricHistory(ImmutableSortedDictionary<Quarter, ImmutableSortedDictionary<Metric, MetricSnapshot>> ByPeriod)
{
    /// <summary>Four years: the match is compared over 24 months (METHOD §4.1), and a run may be late by two years.</summary>
    public const int Depth = 16;

    public static MetricHistory Empty { get; } =
        new(ImmutableSortedDictionary<Quarter, ImmutableSortedDictionary<Metric, MetricSnapshot>>.Empty);

    [JsonIgnore]
    public IEnumerable<Quarter> Periods => ByPeriod.Keys;

    public MetricSnapshot? Find(Metric metric, Quarter period) =>
        ByPeriod.GetValueOrDefault(period)?.GetValueOrDefault(metric);

    public decimal? Value(Metric metric, Quarter period) => Find(metric, period)?.Value;

    /// <returns>Whether a quarter lies so far back that nothing of it is remembered.</returns>
    public bool HasForgotten(Quarter period) =>
        ByPeriod is { IsEmpty: false } && period < ByPeriod.Keys.Last().Add(1 - Depth);

    public MetricHistory With(MetricSnapshot snapshot)
    {
        var period = ByPeriod.GetValueOrDefault(snapshot.Period, ImmutableSortedDictionary<Metric, MetricSnapshot>.Empty);
        var all = ByPeriod.SetItem(snapshot.Period, period.SetItem(snapshot.Metric, snapshot));
        var oldest = all.Keys.Last().Add(1 - Depth);
        return new MetricHistory(all.RemoveRange(all.Keys.Where(quarter => quarter < oldest)));
    }

    /// <summary>The same as one after the other, several times as fast for a history.</summary>
    public MetricHistory With(IReadOnlyCollection<MetricSnapshot> snapshots)
    {
        if (snapshots.Count == 0)
        {
            return this;
        }

        var changed = new Dictionary<Quarter, ImmutableSortedDictionary<Metric, MetricSnapshot>.Builder>();
        foreach (var snapshot in snapshots)
        {
            if (!changed.TryGetValue(snapshot.Period, out var period))
            {
                period = ByPeriod.GetValueOrDefault(snapshot.Period, ImmutableSortedDictionary<Metric, MetricSnapshot>.Empty).ToBuilder();
                changed.Add(snapshot.Period, period);
            }

            period[snapshot.Metric] = snapshot;
        }

        var all = ByPeriod.SetItems(changed.Select(period => KeyValuePair.Create(period.Key, period.Value.ToImmutable())));
        var oldest = all.Keys.Last().Add(1 - Depth);
        return new MetricHistory(all.RemoveRange(all.Keys.Where(quarter => quarter < oldest)));
    }
}
