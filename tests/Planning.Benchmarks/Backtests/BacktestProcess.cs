using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Planning.Grains.Embedded;
using Planning.Workflows.Backtests;

namespace Planning.Benchmarks.Backtests;

/// <summary>What one back-test cost a fresh process, the runtime's start and the check of the file included.</summary>
/// <param name="Seconds">By the clock on the wall, of the back-test alone.</param>
/// <param name="CpuSeconds">Of the processor, on all threads, of the back-test alone.</param>
/// <param name="WholeCpuSeconds">Of the whole process.</param>
/// <param name="PeakMegabytes">The most that was ever resident of the whole process.</param>
/// <param name="Kilobytes">Allocated for each customer.</param>
/// <param name="Judged">Quarters of customers, judged by both versions.</param>
internal sealed record BacktestProcess(
    double Seconds,
    double CpuSeconds,
    double WholeCpuSeconds,
    double PeakMegabytes,
    double Kilobytes,
    int Customers,
    int Differing,
    long Judged)
{
    /// <summary>The word by which this program starts itself to be the fresh process.</summary>
    public const string Word = "backtest-once";

    public static async Task<BacktestProcess> StartAsync(string path, int threads)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [Assembly.GetExecutingAssembly().Location, Word, path, threads.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<BacktestProcess>(said)!;
    }

    /// <summary>In the fresh process: back-tests the stored portfolio once, says what that cost.</summary>
    public static async Task RunAsync(string path, int threads, TimeProvider clock)
    {
        await using var runtime = await EmbeddedRuntime.OpenAsync(path, clock, CancellationToken.None);
        var quarters = await runtime.BacktestRuns.QuartersAsync(
            DateOnly.MaxValue, null, MeasuredPortfolio.Quarters, CancellationToken.None);
        var backtest = new Backtest(
            runtime.Playbook.Tiering.On(runtime.Today), BacktestBenchmark.Draft(), quarters, runtime.Playbook.Calendars);
        var bytes = GC.GetTotalAllocatedBytes();
        var processor = Environment.CpuUsage.TotalTime;
        var begun = Stopwatch.GetTimestamp();
        var report = await runtime.BacktestRuns.RunAsync(backtest, progress: null, CancellationToken.None, threads);
        Console.WriteLine(JsonSerializer.Serialize(new BacktestProcess(
            Stopwatch.GetElapsedTime(begun).TotalSeconds,
            (Environment.CpuUsage.TotalTime - processor).TotalSeconds,
            Environment.CpuUsage.TotalTime.TotalSeconds,
            PeakMegabytesNow(),
            (GC.GetTotalAllocatedBytes() - bytes) / 1e3 / report.Customers,
            report.Customers,
            report.Differing,
            report.Live.Quarters + report.Draft.Quarters)));
    }

    private static double PeakMegabytesNow()
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
