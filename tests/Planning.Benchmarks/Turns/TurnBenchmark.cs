using System.Globalization;
using Planning.Grains.Customers;
using Planning.Grains.Embedded;
using Planning.Grains.Portfolio;
using Planning.Grains.Store;
using Planning.Grains.Versions;

namespace Planning.Benchmarks.Turns;

/// <summary>Durable commands a second through the whole turn, beside one transaction per command on the same disk.</summary>
internal static class TurnBenchmark
{
    private const int Rounds = 9;
    private const string Plain = "one INSERT per transaction, no turn";
    private const string Alone = "whole turn, one per transaction, 128 at once";
    private const string Grouped = "whole turn, 128 at once";

    private static readonly TimeSpan RoundLength = TimeSpan.FromSeconds(1.5);

    public static async Task RunAsync(Scratch scratch, TimeProvider clock)
    {
        await using var runtime = await EmbeddedRuntime.OpenAsync(
            Path.Combine(scratch.Directory("grouped"), "planning.db"), clock, CancellationToken.None);
        await using var store = SqliteCustomerStore.Open(
            Path.Combine(scratch.Directory("alone"), "planning.db"), largestGroup: 1);
        var playbook = new OnePlaybook(runtime.Playbook);
        using var aloneGrains = new CustomerGrains(store, playbook, clock);
        var grouped = await LoadAsync(runtime.Customers, runtime.TakeOverRuns);
        var alone = await LoadAsync(
            aloneGrains, new TakeOverRun(aloneGrains, store, store.Portfolio, playbook, clock));
        using var plain = await PlainAsync(Path.Combine(scratch.Directory("plain"), "planning.db"));

        var measured = new Dictionary<string, List<Measured>>();
        async Task MeasureAsync(string name, Func<Task<Measured>> run)
        {
            measured.TryAdd(name, []);
            measured[name].Add(await run());
        }

        // The first round warms up; then every round runs everything, so that all suffer from the same neighbours.
        // The middle round of each counts.
        for (var round = 0; round <= Rounds; round++)
        {
            await MeasureAsync(Plain, () => Task.FromResult(plain.Run(RoundLength)));
            await MeasureAsync(Alone, () => alone.RunAsync(128, RoundLength));
            await MeasureAsync("whole turn, 1 at once", () => grouped.RunAsync(1, RoundLength));
            await MeasureAsync("whole turn, 16 at once", () => grouped.RunAsync(16, RoundLength));
            await MeasureAsync(Grouped, () => grouped.RunAsync(128, RoundLength));
        }

        Print(measured.ToDictionary(entry => entry.Key, entry => Measured.MiddleOf(entry.Value[1..])));
    }

    private static async Task<Load> LoadAsync(CustomerGrains grains, TakeOverRun run)
    {
        var report = await run.TakeEachAsync(
            [.. Enumerable.Range(0, Load.Customers).Select(GeneratedPortfolio.Customer)],
            ReferenceData.None, "benchmark", "benchmark", progress: null, CancellationToken.None);
        return report.Refusals is []
            ? new Load(grains)
            : throw new InvalidOperationException($"A generated customer was refused: {report.Refusals[0]}.");
    }

    private static async Task<PlainInserts> PlainAsync(string path)
    {
        await SqliteCustomerStore.Open(path).DisposeAsync();
        return new PlainInserts(path);
    }

    private static void Print(Dictionary<string, Measured> measured) => Table.Print(
        "turns: durable commands a second on SQLite, synchronous=FULL (aim at 128: 20 times one transaction per command, p99 below 50 ms)",
        ["", "commands/s", "p50 ms", "p99 ms", "worst ms", "x plain", "x one per transaction"],
        measured.Select(entry => new[]
        {
            entry.Key,
            entry.Value.PerSecond.ToString("N0", CultureInfo.InvariantCulture),
            Milliseconds(entry.Value.Median),
            Milliseconds(entry.Value.Percentile99),
            Milliseconds(entry.Value.Worst),
            Ratio(entry.Value, measured[Plain]),
            Ratio(entry.Value, measured[Alone]),
        }));

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Ratio(Measured of, Measured to) =>
        (of.PerSecond / to.PerSecond).ToString("0.0", CultureInfo.InvariantCulture);
}
