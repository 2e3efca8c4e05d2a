namespace Planning.Benchmarks.Backtests;

/// <summary>SplitMix64: numbers that look like chance and are the same every time.</summary>
internal sealed class Chance(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = seed * Step;

    /// <returns>0 to below 1, all alike.</returns>
    public double Next()
    {
        _state += Step;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <returns>Around 0, a standard deviation of 1.</returns>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    /// <returns>A normal number that goes with another one to a degree.</returns>
    /// <param name="correlation">-1 to 1.</param>
    public double With(double other, double correlation) =>
        (correlation * other) + (Math.Sqrt(1 - (correlation * correlation)) * Normal());

    public bool Happens(double share) => Next() < share;
}
