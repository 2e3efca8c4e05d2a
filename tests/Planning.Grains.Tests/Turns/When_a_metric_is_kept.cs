using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Turns;

/// <summary>How a metric stands in the journal never changes: the files of every earlier version are read.</summary>
public sealed class When_a_metric_is_kept : GrainSpec
{
    private static readonly MetricSnapshot Revenue = new(
        Metric.RevenueTtm, Q("2026-Q1"), 141.90m, "EUR", Day("2026-03-31"), "ERP „neu“ 新");

    private static readonly MetricSnapshot Change = new(
        Metric.Growth3Y, Q("2025-Q4"), -0.05m, null, Day("2025-12-31"), "desk");

    [Fact]
    public async Task its_members_have_their_names_and_their_order()
    {
        await Send("m-1", new Request.TakeOver(Helvia.Record() with { Metrics = [Revenue, Change] }));
        var events = (await History()).Single().Events;
        Assert.Contains(
            """{"event":"metric-recorded","snapshot":{"metric":"revenue_ttm","period":"2026-Q1","value":141.90,"currency":"EUR","observedOn":"2026-03-31","source":"ERP „neu“ 新"}}""",
            events,
            StringComparison.Ordinal);
        Assert.Contains(
            """{"event":"metric-recorded","snapshot":{"metric":"growth_3y","period":"2025-Q4","value":-0.05,"observedOn":"2025-12-31","source":"desk"}}""",
            events,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task it_is_read_as_it_was_kept()
    {
        await Send("m-1", new Request.TakeOver(Helvia.Record() with { Metrics = [Revenue, Change] }));
        var again = (await AnotherRuntime().LookAsync(Helvia.Id, Token)).Customer;
        Assert.Equal([Change, Revenue], again.Metrics.ByPeriod.SelectMany(period => period.Value.Values));
    }

    [Theory]
    [InlineData("""{"source":"ERP","more":{"a":[1]},"value":2,"observedOn":"2026-03-31","period":"2026-Q1","metric":"fte","currency":null}""", null)]
    [InlineData("""{"metric":"ft","period":"2026-Q1","value":2,"observedOn":"2026-03-31","source":"ERP"}""", "This is no metric.")]
    [InlineData("""{"metric":"fte","period":"2026-Q5","value":2,"observedOn":"2026-03-31","source":"ERP"}""", "This is no quarter.")]
    [InlineData("""{"metric":"fte","period":"2026-Q1","value":2,"observedOn":"2026-03-32","source":"ERP"}""", "This is no day.")]
    public void any_order_is_read_and_what_is_not_sound_is_refused(string snapshot, string? refusal)
    {
        var turn = new Planning.Grains.Store.HistoryRow(
            1, "", "", "", "", "", $$"""[{"event":"metric-recorded","snapshot":{{snapshot}}}]""");
        if (refusal is null)
        {
            Assert.Equal(
                [new MetricRecorded(new MetricSnapshot(Metric.Fte, Q("2026-Q1"), 2, null, Day("2026-03-31"), "ERP"))],
                Planning.Grains.Turns.History.Events(turn));
        }
        else
        {
            var mistake = Assert.Throws<System.Text.Json.JsonException>(() => Planning.Grains.Turns.History.Events(turn));
            Assert.Equal(refusal, mistake.Message);
        }
    }
}
