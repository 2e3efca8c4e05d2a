using System.Globalization;
using System.Text;

namespace Planning.Benchmarks.Flows;

/// <summary>Whole workflows on one thread, beside what Elsa 3 does with the same shapes.</summary>
internal static class FlowBenchmark
{
    private const int Rounds = 5;

    private static readonly TimeSpan RoundLength = TimeSpan.FromSeconds(0.4);

    public static void Run()
    {
        var ways = FlowWays.All();
        var measured = ways.ToDictionary(way => way, _ => new List<Cost>());

        // The first round warms up; then every round runs everything. The middle round of each counts.
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var way in ways)
            {
                measured[way].Add(Cost.Of(way.Run, FlowWays.Times, RoundLength));
            }
        }

        Table.Print(
            "flows: whole workflows per second of processor time, one thread",
            ["", "workflows/s", "x Elsa", "aim", "bytes each", "of Elsa's"],
            ways.Select(way => Row(way, Cost.MiddleOf(measured[way][1..]))));
        var waiting = FlowWays.Waiting();
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  an instance that waits for an event, stored: {Encoding.UTF8.GetByteCount(waiting):N0} bytes (aim: at most 4,096)"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  a definition of 1,000 activities, read and compiled: {Compiling().TotalMilliseconds:N0} ms (aim: under 100)"));
    }

    private static TimeSpan Compiling()
    {
        var definition = Definitions.Long(1_000);
        var rounds = new List<TimeSpan>();
        for (var round = 0; round < 7; round++)
        {
            var begun = Environment.CpuUsage.TotalTime;
            _ = Definitions.Read(definition);
            rounds.Add(Environment.CpuUsage.TotalTime - begun);
        }

        return rounds.Order().ElementAt(rounds.Count / 2);
    }

    private static string[] Row(FlowWay way, Cost cost) =>
    [
        way.Name,
        cost.PerSecond.ToString("N0", CultureInfo.InvariantCulture),
        (cost.PerSecond / way.ElsaPerSecond).ToString("N0", CultureInfo.InvariantCulture),
        way.Aim.ToString("N0", CultureInfo.InvariantCulture),
        cost.Bytes.ToString("N0", CultureInfo.InvariantCulture),
        way.ElsaBytes is { } bytes ? $"1/{(bytes / cost.Bytes).ToString("N0", CultureInfo.InvariantCulture)}" : "",
    ];
}
