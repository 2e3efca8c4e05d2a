namespace Planning.Workflows.Tests.Support;

/// <summary>Throws that look like chance and are the same for the same seed: SplitMix64.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <returns>0 or more, below 1.</returns>
    public double Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public bool In(int percent) => Next() * 100 < percent;

    public int Below(int count) => (int)(Next() * count);

    public double Between(double least, double most) => least + (Next() * (most - least));

    public T OneOf<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    /// <summary>Often exactly on a threshold or a breath beside it, else anywhere.</summary>
    public double Around(double least, double most, params ReadOnlySpan<double> thresholds) => In(40)
        ? Math.Clamp(OneOf(thresholds) + OneOf(0, 0, -0.001, 0.001, -0.1, 0.1), least, most)
        : Between(least, most);
}
