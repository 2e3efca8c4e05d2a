namespace Planning.Workflows.Generation;

/// <summary>Chance that follows from a seed, what it is drawn for and a number: the same again, whatever else was drawn.</summary>
/// <remarks>SplitMix64; not for secrets.</remarks>
public sealed class Chance
{
    private ulong _state;

    /// <param name="what">What is drawn, as <c>people</c>; other words give other chances for the same number.</param>
    public Chance(int seed, string what, long number)
    {
        // FNV-1a over the words, then mixed with the numbers.
        var hash = what.Aggregate(14695981039346656037UL, (sum, c) => (sum ^ c) * 1099511628211UL);
        _state = Mix(hash ^ Mix((ulong)(uint)seed)) ^ Mix((ulong)number * 0x9E3779B97F4A7C15UL);
    }

    /// <returns>0 to below 1.</returns>
    public double Share() => (Bits() >> 11) / (double)(1UL << 53);

    /// <returns>0 to below <paramref name="end"/>.</returns>
    public int Below(int end) => (int)(Share() * end);

    /// <returns>From one number to another, both included.</returns>
    public int Among(int from, int to) => from + Below(to - from + 1);

    public double Between(double from, double to) => from + ((to - from) * Share());

    public bool Happens(double share) => Share() < share;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Normally distributed, mean 0, deviation 1 (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());

    /// <summary>Knuth's product for small means, the normal approximation for those above 30.</summary>
    public int Poisson(double mean)
    {
        if (mean > 30)
        {
            return Math.Max(0, (int)Math.Round(mean + (Math.Sqrt(mean) * Normal())));
        }

        var (count, product, end) = (0, Share(), Math.Exp(-mean));
        for (; product > end; count++)
        {
            product *= Share();
        }

        return count;
    }

    /// <summary>A Poisson count whose mean itself varies, as a sum of two exponentials does.</summary>
    public int NegativeBinomial(double mean) =>
        Poisson(mean / 2 * -(Math.Log(1 - Share()) + Math.Log(1 - Share())));

    /// <returns>1 or more; each further one with a chance.</returns>
    public int Geometric(double further, int most)
    {
        var count = 1;
        while (count < most && Happens(further))
        {
            count++;
        }

        return count;
    }

    /// <summary>An index of few that are frequent and many that are rare: the k-th has weight 1/k.</summary>
    public int Zipf(int choices)
    {
        var left = Share() * Enumerable.Range(1, choices).Sum(rank => 1.0 / rank);
        for (var index = 0; index < choices - 1; index++)
        {
            left -= 1.0 / (index + 1);
            if (left < 0)
            {
                return index;
            }
        }

        return choices - 1;
    }

    /// <summary>The numbers from one to another in an order of chance.</summary>
    public IReadOnlyList<int> Shuffled(IEnumerable<int> numbers)
    {
        var all = numbers.ToList();
        for (var last = all.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (all[last], all[other]) = (all[other], all[last]);
        }

        return all;
    }

    private ulong Bits()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Mix(_state);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
