using System.Diagnostics;

namespace Planning.Benchmarks.Turns;

/// <summary>What a load came to.</summary>
/// <param name="PerSecond">Answered commands, all of them durable.</param>
internal sealed record Measured(double PerSecond, TimeSpan Median, TimeSpan Percentile99, TimeSpan Worst)
{
    /// <param name="latencies">In ticks of the stopwatch.</param>
    public static Measured Of(IEnumerable<long> latencies, TimeSpan took)
    {
        var sorted = latencies.Order().ToArray();
        return new Measured(
            sorted.Length / took.TotalSeconds,
            At(sorted, 0.50),
            At(sorted, 0.99),
            At(sorted, 1));
    }

    /// <summary>The round in the middle by rate: a busy neighbour spoils one round, not the result.</summary>
    public static Measured MiddleOf(IReadOnlyCollection<Measured> rounds) =>
        rounds.OrderBy(round => round.PerSecond).ElementAt(rounds.Count / 2);

    private static TimeSpan At(long[] sorted, double share) =>
        Stopwatch.GetElapsedTime(0, sorted[(int)Math.Ceiling((sorted.Length - 1) * share)]);
}
