using System.Text.Json;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;
using Planning.Grains.Portfolio;
using Planning.Grains.Tests.Support;
using Planning.Workflows.Backtests;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Tiering;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Portfolio;

public sealed class When_a_draft_is_tried_on_the_past : RunSpec
{
    private static readonly string[] Quarters = ["2026-Q1", "2026-Q2", "2026-Q3"];

    private static readonly TierRules Stricter = Draft("Composite < 40 || QualityScore < 35", "Composite < 95");
    private static readonly TierRules Same = Draft("\"Version\": \"2026.1\"", "\"Version\": \"2026.1\"");

    private readonly BacktestRun _backtests;

    public When_a_draft_is_tried_on_the_past() => _backtests = new BacktestRun(Kept.Portfolio);

    [Fact]
    [Trait("METHOD §4.4", "7")]
    public async Task it_tells_who_would_move_otherwise_and_why()
    {
        await GivenMeasured(("rising", Tier.C, 80), ("steady", Tier.B, 55));
        var report = await TryAsync(Stricter);
        Assert.Equal((2, 1, 0), (report.Customers, report.Differing, report.WithoutFigures));
        var steady = Assert.Single(report.Differences);
        Assert.Equal(("steady", "steady Telekom", 20m), (steady.Customer, steady.Name, steady.Revenue));
        Assert.Equal((Tier.B, Tier.B, Tier.C), (steady.From.Tier, steady.Live.Tier, steady.Draft.Tier));
        Assert.Equal((Q("2026-Q3"), "T-33-DEMOTE-B"), (Assert.Single(steady.DraftMoves).Period, steady.Rule));
        Assert.StartsWith("Demoted to C because composite ", steady.Because, StringComparison.Ordinal);
        Assert.EndsWith(", three quarters in a row", steady.Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task nothing_in_the_database_changes()
    {
        await GivenMeasured(("rising", Tier.C, 80), ("steady", Tier.B, 55));
        await Tiers.RunAsync(Q("2026-Q2"), "r-1", "anna", null, Token);
        var before = Contents();
        await TryAsync(Stricter);
        Assert.Equal(before, Contents());
    }

    [Fact]
    public async Task a_draft_that_says_the_same_makes_no_difference()
    {
        await GivenMeasured([.. Enumerable.Range(0, 40).Select(number => ($"c-{number}", (Tier)(number % 4), 2.5m * number))]);
        var report = await TryAsync(Same);
        Assert.Equal((40, 0), (report.Customers, report.Differing));
        Assert.Equal(report.Live.Rules, report.Draft.Rules);
        Assert.All(report.Moves, move => Assert.Equal(move.Live, move.Draft));
        Assert.NotEmpty(report.Moves);
    }

    [Fact]
    public async Task the_live_side_ends_where_a_real_run_ends()
    {
        await GivenMeasured([.. Enumerable.Range(0, 40).Select(number => ($"c-{number}", (Tier)(number % 4), 2.5m * number))]);
        var report = await TryAsync(Stricter, ProposalFate.Waiting);
        await Tiers.RunAsync(Q("2026-Q3"), "r-1", "anna", null, Token);
        var rows = await Kept.Portfolio.ListAsync(null, 1000, Token);
        Assert.Equal(
            rows.GroupBy(row => row.Tier).ToDictionary(tier => tier.Key, tier => tier.Count()),
            report.Ends.GroupBy(end => end.Live.ToString()).ToDictionary(tier => tier.Key, tier => tier.Sum(end => end.Customers)));
        Assert.Contains(report.Ends, end => end.From != end.Live);
    }

    [Fact]
    public async Task a_customer_that_was_reviewed_since_begins_where_it_stood_before()
    {
        await GivenMeasured(("rising", Tier.C, 80), ("steady", Tier.B, 55));
        var before = Told(await TryAsync(Stricter));
        await Tiers.RunAsync(Q("2026-Q3"), "r-1", "anna", null, Token);
        Assert.Equal("B", (await Kept.Portfolio.FindAsync(Key<Customer>("rising"), Token))!.Tier);
        Assert.Equal(before, Told(await TryAsync(Stricter)));
    }

    [Fact]
    public async Task one_with_so_much_history_that_there_is_a_snapshot_does_too()
    {
        await GivenMeasured(("rising", Tier.C, 80));
        var before = Told(await TryAsync(Stricter));
        await Tiers.RunAsync(Q("2026-Q3"), "r-1", "anna", null, Token);
        foreach (var number in Enumerable.Range(0, 70))
        {
            await Grains.SendAsync(Key<Customer>("rising"), Ask($"m-{number}", Helvia.Seated(number)), Token);
        }

        Assert.NotNull((await Kept.LoadAsync(Key<Customer>("rising"), Token)).Snapshot);
        Assert.Equal(before, Told(await TryAsync(Stricter)));
    }

    [Fact]
    public async Task what_is_not_known_lets_nobody_fall()
    {
        await GivenMeasured(("known", Tier.B, 55));
        await GivenRecords(Record("gap", Tier.B, 55, without: Metric.Satisfaction), Record("nothing", Tier.B, 55, [.. Enum.GetValues<Metric>()]));
        var report = await TryAsync(Stricter);
        Assert.Equal((3, 1, 1), (report.Customers, report.Differing, report.WithoutFigures));
        Assert.Equal("known", Assert.Single(report.Differences).Customer);
        Assert.Equal(Q("2026-Q3"), Assert.Single(report.Moves).Period);
        Assert.True(report.Draft.Undecided > 0);
    }

    [Fact]
    public async Task revenue_that_is_not_known_is_counted_apart()
    {
        await GivenMeasured(("known", Tier.B, 55));
        await GivenCustomers("not-known");
        var end = Assert.Single((await TryAsync(Same)).Ends);
        Assert.Equal((2, 20m, 1), (end.Customers, end.Revenue, end.RevenueUnknown));
    }

    [Fact]
    public async Task giving_up_ends_it_and_leaves_nothing_behind()
    {
        await GivenMeasured([.. Enumerable.Range(0, 450).Select(number => ($"c-{number}", Tier.B, 55m))]);
        var before = Contents();
        using var giveUp = new CancellationTokenSource();
        var told = 0;
        await Patience.For(
            Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _backtests.RunAsync(
                await Backtest(Stricter),
                new Telling(done =>
                {
                    told = done;
                    giveUp.Cancel();
                }),
                giveUp.Token,
                threads: 1)),
            "the end of a back-test that was given up");
        Assert.Equal(200, told);
        Assert.Equal(before, Contents());
        Assert.IsType<Planning.Grains.Turns.Answer.Done>(
            await Grains.SendAsync(Key<Customer>("c-1"), Ask("after", Helvia.Seated(1)), Token));
    }

    [Fact]
    public async Task progress_is_told_up_to_the_last_customer()
    {
        await GivenMeasured(("a", Tier.B, 55), ("b", Tier.B, 55), ("c", Tier.B, 55));
        var told = new List<int>();
        await _backtests.RunAsync(await Backtest(Stricter), new Telling(told.Add), Token);
        Assert.Equal([3], told);
    }

    [Theory]
    [InlineData("2026-10-05", null, 8, "2026-Q1 2026-Q2 2026-Q3")]
    [InlineData("2026-10-05", null, 2, "2026-Q2 2026-Q3")]
    [InlineData("2026-09-30", null, 8, "2026-Q1 2026-Q2")]
    [InlineData("2026-10-05", "2026-Q2", 1, "2026-Q2")]
    public async Task the_newest_quarters_that_are_over_are_gone_through(string today, string? through, int most, string taken)
    {
        await GivenMeasured(("a", Tier.B, 55));
        var quarters = await _backtests.QuartersAsync(Day(today), through is null ? null : Q(through), most, Token);
        Assert.Equal(taken, string.Join(' ', quarters.Select(quarter => quarter.Period)));
    }

    private static TierRules Draft(string passage, string otherwise)
    {
        var body = PlaybookFile.Shipped.Single(file => file.Name == "tiering.json").Body;
        Assert.Contains(passage, body, StringComparison.Ordinal);
        return Assert.IsType<TierRulesReading.Sound>(
            PlaybookReader.ReadTierRules("draft.json", body.Replace(passage, otherwise, StringComparison.Ordinal))).Rules;
    }

    private static string Told(BacktestReport report) => JsonSerializer.Serialize(report);

    private async Task<Backtest> Backtest(
        TierRules draft, ProposalFate proposals = ProposalFate.Agreed) => new(
        Playbooks.Shipped.Tiering.On(default),
        draft,
        await _backtests.QuartersAsync(Day("2026-12-07"), null, 8, Token),
        Playbooks.Shipped.Calendars,
        proposals);

    private async Task<BacktestReport> TryAsync(TierRules draft, ProposalFate proposals = ProposalFate.Agreed) =>
        await _backtests.RunAsync(await Backtest(draft, proposals), null, Token);

    private Task GivenMeasured(params (string Id, Tier Tier, decimal Goodness)[] customers) =>
        GivenRecords([.. customers.Select(customer => Record(customer.Id, customer.Tier, customer.Goodness))]);

    private async Task GivenRecords(params CustomerTakeOver[] records)
    {
        var report = await TakeOvers.TakeEachAsync(records, Figures(Quarters), $"given {records[0].Customer}", "anna", null, Token);
        Assert.Empty(report.Refusals);
    }

    /// <summary>A customer that is as good in every respect, from 0 to 100, all the time.</summary>
    private static CustomerTakeOver Record(string id, Tier tier, decimal goodness, params Metric[] without) => new(
        Key<Customer>(id),
        Helvia.Record(id, tier) with
        {
            Metrics = [.. Quarters.SelectMany(quarter => Measured(quarter, goodness)).Where(one => !without.Contains(one.Metric))],
        });

    private static IEnumerable<MetricSnapshot> Measured(string quarter, decimal goodness)
    {
        MetricSnapshot Of(Metric metric, decimal value, string? currency = null) =>
            new(metric, Q(quarter), value, currency, Q(quarter).EndsOn, "spec");
        return
        [
            Of(Metric.RevenueTtm, 20, "EUR"),
            Of(Metric.ContributionPct, 0.2m),
            Of(Metric.Fte, 8),
            Of(Metric.Potential3Y, goodness * 4, "EUR"),
            Of(Metric.Growth3Y, goodness / 500),
            Of(Metric.ShareOfWallet, 0.2m),
            Of(Metric.Match, goodness),
            Of(Metric.Satisfaction, goodness),
            Of(Metric.DsoOverrun, 100 - goodness),
            Of(Metric.Overdue60, (100 - goodness) / 400),
            Of(Metric.Credit, 1 + (goodness / 12)),
            Of(Metric.Survival5Y, goodness / 100),
            Of(Metric.RelevantSpendShare, 0.3m),
            Of(Metric.StickinessLayer, 2),
            Of(Metric.BusFactor, 2),
            Of(Metric.SanctionsHit, 0),
            Of(Metric.Insolvency, 0),
        ];
    }
}
