using System.Diagnostics;
using System.Globalization;
using Planning.Grains.Embedded;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Tiering;

namespace Planning.Benchmarks.Backtests;

/// <summary>A draft of the tier rules over 100,000 stored customers and eight quarters, beside the live version.</summary>
internal static class BacktestBenchmark
{
    private const int Customers = 100_000;
    private const int AtOnce = 2_000;

    public static async Task RunAsync(Scratch scratch, TimeProvider clock)
    {
        var small = await MakeAsync(scratch, clock, Customers / 10);
        var rows = new List<string[]> { await MeasureAsync("10,000 customers", small, Environment.ProcessorCount) };
        await ReviewAsync(small, clock);
        rows.Add(await MeasureAsync("10,000 reviewed in all eight quarters", small, Environment.ProcessorCount));
        var whole = await MakeAsync(scratch, clock, Customers);
        rows.Add(await MeasureAsync("100,000 customers", whole, 1));
        rows.Add(await MeasureAsync("100,000 customers", whole, Environment.ProcessorCount));
        Table.Print(
            "backtest: two versions of 18 tier rules over eight quarters from SQLite, each in a fresh process (aim: 100,000 customers below 20 s on two cores, flat memory)",
            [
                "", "threads", "seconds", "processor seconds", "with start and check of the file",
                "judgements per processor second", "customers that end otherwise", "most memory MB", "allocated KB/customer",
            ],
            rows);
    }

    /// <summary>The shipped rules, a little more generous with tier A and stricter with B.</summary>
    public static TierRules Draft()
    {
        var shipped = PlaybookFile.Shipped.Single(file => file.Name == "tiering.json").Body;
        return Rules(shipped
            .Replace("\"2026.1\"", "\"2026.2-draft\"", StringComparison.Ordinal)
            .Replace("Composite >= 60 && customer.Match >= 60", "Composite >= 57 && customer.Match >= 57", StringComparison.Ordinal)
            .Replace("Composite < 40 || QualityScore < 35", "Composite < 42 || QualityScore < 37", StringComparison.Ordinal));
    }

    public static TierRules Rules(string body) =>
        PlaybookReader.ReadTierRules("tiering.json", body) is TierRulesReading.Sound sound
            ? sound.Rules
            : throw new InvalidOperationException("The tier rules of the benchmark cannot be read.");

    private static async Task<string> MakeAsync(Scratch scratch, TimeProvider clock, int customers)
    {
        var path = Path.Combine(scratch.Directory("measured"), "planning.db");
        var figures = MeasuredPortfolio.Figures(customers);
        var begun = Stopwatch.GetTimestamp();
        await using (var runtime = await EmbeddedRuntime.OpenAsync(path, clock, CancellationToken.None))
        {
            foreach (var numbers in Enumerable.Range(0, customers).Chunk(AtOnce))
            {
                var report = await runtime.TakeOverRuns.TakeEachAsync(
                    [.. numbers.Select(number => MeasuredPortfolio.Customer(number, customers))],
                    figures,
                    "benchmark",
                    "benchmark",
                    progress: null,
                    CancellationToken.None);
                if (report.Refusals is not [])
                {
                    throw new InvalidOperationException($"A generated customer was refused: {report.Refusals[0]}.");
                }
            }
        }

        Say(begun, $"{customers:N0} customers with 36 months of figures taken over into {new FileInfo(path).Length >> 20} MB");
        return path;
    }

    // As real ones are after two years: what the live version said of every quarter stands in the journal.
    private static async Task ReviewAsync(string path, TimeProvider clock)
    {
        var begun = Stopwatch.GetTimestamp();
        await using (var runtime = await EmbeddedRuntime.OpenAsync(path, clock, CancellationToken.None))
        {
            var figures = await runtime.Portfolio.FiguresAsync(CancellationToken.None);
            var report = await runtime.TierRuns.RunAsync(
                figures[^1].Period, "benchmark", "benchmark", progress: null, CancellationToken.None);
            if (report.Refusals is not [])
            {
                throw new InvalidOperationException($"A generated customer was not reviewed: {report.Refusals[0]}.");
            }
        }

        Say(begun, $"the same reviewed in eight quarters, {new FileInfo(path).Length >> 20} MB");
    }

    private static async Task<string[]> MeasureAsync(string name, string path, int threads)
    {
        var cost = await BacktestProcess.StartAsync(path, threads);
        return
        [
            name,
            threads.ToString(CultureInfo.InvariantCulture),
            cost.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
            cost.CpuSeconds.ToString("0.0", CultureInfo.InvariantCulture),
            cost.WholeCpuSeconds.ToString("0.0", CultureInfo.InvariantCulture),
            (cost.Judged / cost.CpuSeconds).ToString("N0", CultureInfo.InvariantCulture),
            cost.Differing.ToString("N0", CultureInfo.InvariantCulture),
            cost.PeakMegabytes.ToString("0", CultureInfo.InvariantCulture),
            cost.Kilobytes.ToString("0", CultureInfo.InvariantCulture),
        ];
    }

    private static void Say(long begun, FormattableString what) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what.ToString(CultureInfo.InvariantCulture)} in {Stopwatch.GetElapsedTime(begun).TotalSeconds:N0} s"));
}
