using System.Diagnostics;
using System.Globalization;
using Planning.Grains.Embedded;
using Planning.Workflows.Backtests;
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
        var rows = new List<string[]>
        {
            await MeasureAsync(scratch, clock, Customers / 10, Environment.ProcessorCount),
        };
        var path = await MakeAsync(scratch, clock, Customers);
        rows.Add(await MeasureAsync(path, clock, Customers, 1));
        rows.Add(await MeasureAsync(path, clock, Customers, Environment.ProcessorCount));
        Table.Print(
            "backtest: two versions of 18 tier rules over eight quarters from SQLite (aim: 100,000 customers below 20 s on two cores, flat memory)",
            ["", "seconds", "rule evaluations/s", "customers that end otherwise", "most memory MB", "GC MB/customer"],
            rows);
    }

    private static async Task<string[]> MeasureAsync(Scratch scratch, TimeProvider clock, int customers, int threads) =>
        await MeasureAsync(await MakeAsync(scratch, clock, customers), clock, customers, threads);

    private static async Task<string> MakeAsync(Scratch scratch, TimeProvider clock, int customers)
    {
        var path = Path.Combine(scratch.Directory("measured"), "planning.db");
        var begun = Stopwatch.GetTimestamp();
        await using (var runtime = await EmbeddedRuntime.OpenAsync(path, clock, CancellationToken.None))
        {
            foreach (var numbers in Enumerable.Range(0, customers).Chunk(AtOnce))
            {
                var report = await runtime.TakeOverRuns.TakeEachAsync(
                    [.. numbers.Select(MeasuredPortfolio.Customer)],
                    MeasuredPortfolio.Figures,
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

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{customers:N0} customers with {MeasuredPortfolio.Quarters} quarters of metrics taken over in {Stopwatch.GetElapsedTime(begun).TotalSeconds:N0} s into {new FileInfo(path).Length >> 20} MB"));
        return path;
    }

    private static async Task<string[]> MeasureAsync(string path, TimeProvider clock, int customers, int threads)
    {
        await using var runtime = await EmbeddedRuntime.OpenAsync(path, clock, CancellationToken.None);
        var quarters = await runtime.BacktestRuns.QuartersAsync(
            DateOnly.MaxValue, null, MeasuredPortfolio.Quarters, CancellationToken.None);
        var backtest = new Backtest(runtime.Playbook.Tiering.On(runtime.Today), Draft(), quarters, runtime.Playbook.Calendars);
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await ForgetPeakAsync();
        var begun = Stopwatch.GetTimestamp();
        var allocated = GC.GetTotalAllocatedBytes();
        var report = await runtime.BacktestRuns.RunAsync(backtest, progress: null, CancellationToken.None, threads);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var evaluations = (report.Live.Rules.Sum(rule => rule.Judged) + report.Draft.Rules.Sum(rule => rule.Judged)) / seconds;
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{customers:N0} customers, {threads} {(threads == 1 ? "thread" : "threads")}"),
            seconds.ToString("0.0", CultureInfo.InvariantCulture),
            evaluations.ToString("N0", CultureInfo.InvariantCulture),
            report.Differing.ToString("N0", CultureInfo.InvariantCulture),
            Megabytes("VmHWM").ToString("0", CultureInfo.InvariantCulture),
            ((GC.GetTotalAllocatedBytes() - allocated) / 1e6 / customers).ToString("0.000", CultureInfo.InvariantCulture),
        ];
    }

    /// <summary>The shipped rules, a little more generous with tier A and stricter with B.</summary>
    private static TierRules Draft()
    {
        var shipped = PlaybookFile.Shipped.Single(file => file.Name == "tiering.json").Body;
        var draft = shipped
            .Replace("\"2026.1\"", "\"2026.2-draft\"", StringComparison.Ordinal)
            .Replace("Composite >= 60 && customer.Match >= 60", "Composite >= 57 && customer.Match >= 57", StringComparison.Ordinal)
            .Replace("Composite < 40 || QualityScore < 35", "Composite < 42 || QualityScore < 37", StringComparison.Ordinal);
        return PlaybookReader.ReadTierRules("draft.json", draft) is TierRulesReading.Sound sound
            ? sound.Rules
            : throw new InvalidOperationException("The draft of the benchmark cannot be read.");
    }

    // The most memory a process ever had is kept by Linux until it is told to begin anew.
    private static async Task ForgetPeakAsync()
    {
        if (OperatingSystem.IsLinux())
        {
            await File.WriteAllTextAsync("/proc/self/clear_refs", "5");
        }
    }

    private static double Megabytes(string name)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(name + ":", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
