namespace Planning.Benchmarks.Fuzzing;

/// <summary>Numbers that look like chance and are the same in every run: SplitMix64.</summary>
/// <remarks>https://prng.di.unimi.it/splitmix64.c</remarks>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed * 0xD1342543DE82EF95;

    /// <returns>From 0 to <paramref name="below"/> - 1.</returns>
    public int Below(int below) => (int)(Next() % (ulong)below);

    public bool OneIn(int times) => Below(times) == 0;

    public T Of<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
