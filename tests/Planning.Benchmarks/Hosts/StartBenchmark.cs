using System.Globalization;

namespace Planning.Benchmarks.Hosts;

/// <summary>From starting the host's process to its first answer that it is ready.</summary>
internal static class StartBenchmark
{
    private const int Starts = 5;

    public static async Task RunAsync(Scratch scratch, TimeProvider clock)
    {
        var stored = await StoredPortfolio.MakeAsync(scratch, clock);
        var rows = new List<string[]>
        {
            // The first start also warms the disk's cache with the program.
            await RowAsync("first start, empty directory", [scratch.Directory("first")], clock),
            await RowAsync(
                "empty directory", [.. Enumerable.Range(0, Starts).Select(_ => scratch.Directory("empty"))], clock),
            await RowAsync("100,000 customers, closed in peace before", [stored], clock),
            await RowAsync("100,000 customers, killed before", [.. Enumerable.Repeat(stored, Starts)], clock),
        };
        Table.Print(
            "start: seconds from the process's start to ready (aim: below 3 s)",
            ["", "starts", "fastest s", "middle s", "slowest s"],
            rows);
    }

    private static async Task<string[]> RowAsync(string name, IReadOnlyList<string> directories, TimeProvider clock)
    {
        var seconds = new List<double>();
        foreach (var directory in directories)
        {
            using var host = await HostProcess.StartAsync(directory, clock);
            seconds.Add(host.Started.TotalSeconds);
        }

        seconds.Sort();
        return
        [
            name,
            seconds.Count.ToString(CultureInfo.InvariantCulture),
            Shown(seconds[0]),
            Shown(seconds[seconds.Count / 2]),
            Shown(seconds[^1]),
        ];
    }

    private static string Shown(double seconds) => seconds.ToString("0.00", CultureInfo.InvariantCulture);
}
