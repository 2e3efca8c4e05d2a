using System.Diagnostics;
using System.Globalization;
using Planning.Grains.Embedded;

namespace Planning.Benchmarks.Hosts;

/// <summary>A data directory with 100,000 customers, taken over as an import does it and closed in peace.</summary>
internal static class StoredPortfolio
{
    public const int Customers = 100_000;

    public static async Task<string> MakeAsync(Scratch scratch, TimeProvider clock)
    {
        var directory = scratch.Directory("portfolio");
        var path = Path.Combine(directory, "planning.db");
        var customers = Enumerable.Range(0, Customers).Select(GeneratedPortfolio.Customer).ToList();
        var begun = Stopwatch.GetTimestamp();
        await using (var runtime = await EmbeddedRuntime.OpenAsync(path, clock, CancellationToken.None))
        {
            var report = await runtime.TakeOverRuns.TakeEachAsync(
                customers, GeneratedPortfolio.OurPeople, "benchmark", "benchmark", progress: null, CancellationToken.None);
            if (report.Refusals is not [])
            {
                throw new InvalidOperationException($"A generated customer was refused: {report.Refusals[0]}.");
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Customers:N0} customers taken over at {Customers / Stopwatch.GetElapsedTime(begun).TotalSeconds:N0} a second into {new FileInfo(path).Length >> 20} MB"));
        return directory;
    }
}
