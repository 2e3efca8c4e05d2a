namespace Planning.Benchmarks.Rules;

/// <summary>What one evaluation costs.</summary>
/// <param name="PerSecond">Evaluations a second of the processor's time: of all threads, so the collector's and the
/// compiler's count too, and a busy neighbour does not.</param>
/// <param name="Bytes">Allocated by one evaluation.</param>
internal sealed record Cost(double PerSecond, double Bytes)
{
    /// <summary>Measures for a while.</summary>
    /// <param name="evaluate">Evaluates each record once.</param>
    public static Cost Of(Action evaluate, TimeSpan length)
    {
        var times = 0;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var begun = Environment.CpuUsage.TotalTime;
        TimeSpan took;
        do
        {
            evaluate();
            times++;
            took = Environment.CpuUsage.TotalTime - begun;
        }
        while (took < length);

        double evaluations = (long)times * Accounts.Count;
        return new Cost(
            evaluations / took.TotalSeconds, (GC.GetAllocatedBytesForCurrentThread() - bytes) / evaluations);
    }

    /// <summary>The round in the middle.</summary>
    public static Cost MiddleOf(IReadOnlyCollection<Cost> rounds) =>
        rounds.OrderBy(round => round.PerSecond).ElementAt(rounds.Count / 2);
}
