using Planning.Accounts.Metrics;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Metrics;

public sealed class When_metrics_grow_old
{
    [Fact]
    public void sixteen_quarters_are_remembered_and_the_seventeenth_is_not()
    {
        var history = Enumerable.Range(0, 17).Aggregate(
            MetricHistory.Empty, (all, ago) => all.With(Helvia.Revenue with { Period = Q("2026-Q1").Add(-ago) }));

        Assert.Equal(16, history.Periods.Count());
        Assert.NotNull(history.Find(Metric.RevenueTtm, Q("2022-Q2")));
        Assert.Null(history.Find(Metric.RevenueTtm, Q("2022-Q1")));
    }

    [Fact]
    public void a_new_quarter_pushes_the_oldest_out()
    {
        var history = MetricHistory.Empty
            .With(Helvia.Revenue with { Period = Q("2022-Q1") })
            .With(Helvia.Revenue with { Period = Q("2025-Q4") });
        Assert.Equal([Q("2022-Q1"), Q("2025-Q4")], history.Periods);

        Assert.Equal([Q("2025-Q4"), Q("2026-Q1")], history.With(Helvia.Revenue).Periods);
    }

    [Fact]
    public void a_correction_replaces_the_value_of_its_quarter()
    {
        var history = MetricHistory.Empty.With(Helvia.Revenue).With(Helvia.Revenue with { Value = 143m });

        Assert.Equal(143m, history.Value(Metric.RevenueTtm, Q("2026-Q1")));
    }

    [Fact]
    public void a_whole_history_at_once_is_the_same_as_one_after_the_other()
    {
        MetricSnapshot[] snapshots =
        [
            .. Enumerable.Range(0, 20).Select(ago => Helvia.Revenue with { Period = Q("2026-Q1").Add(-ago), Value = ago }),
            Helvia.Revenue with { Value = 143m },
            Helvia.Revenue with { Metric = Metric.Match, Currency = null },
        ];
        var known = MetricHistory.Empty.With(Helvia.Revenue with { Metric = Metric.Fte, Currency = null });
        var together = known.With(snapshots);
        var oneByOne = snapshots.Aggregate(known, (all, snapshot) => all.With(snapshot));

        Assert.Equal(oneByOne.ByPeriod.Select(period => period.Key), together.ByPeriod.Select(period => period.Key));
        Assert.Equal(
            oneByOne.ByPeriod.SelectMany(period => period.Value.Values), together.ByPeriod.SelectMany(period => period.Value.Values));
        Assert.Same(known, known.With([]));
    }

    [Fact]
    public void another_metric_or_another_quarter_is_unknown()
    {
        var history = MetricHistory.Empty.With(Helvia.Revenue);

        Assert.Null(history.Value(Metric.Match, Q("2026-Q1")));
        Assert.Null(history.Value(Metric.RevenueTtm, Q("2025-Q4")));
    }
}
