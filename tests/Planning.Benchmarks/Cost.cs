namespace Planning.Benchmarks;

/// <summary>What one operation costs.</summary>
/// <param name="PerSecond">Operations a second of the processor's time: of all threads, so the collector's and the
/// compiler's count too, and a busy neighbour does not.</param>
/// <param name="Bytes">Allocated by one operation.</param>
internal sealed record Cost(double PerSecond, double Bytes)
{
    /// <summary>Measures for a while.</summary>
    /// <param name="operate">Does the operation <paramref name="count"/> times.</param>
    public static Cost Of(Action operate, int count, TimeSpan length)
    {
        var times = 0;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var begun = Environment.CpuUsage.TotalTime;
        TimeSpan took;
        do
        {
            operate();
            times++;
            took = Environment.CpuUsage.TotalTime - begun;
        }
        while (took < length);

        double operations = (long)times * count;
        return new Cost(
            operations / took.TotalSeconds, (GC.GetAllocatedBytesForCurrentThread() - bytes) / operations);
    }

    /// <summary>The round in the middle.</summary>
    public static Cost MiddleOf(IReadOnlyCollection<Cost> rounds) =>
        rounds.OrderBy(round => round.PerSecond).ElementAt(rounds.Count / 2);
}
