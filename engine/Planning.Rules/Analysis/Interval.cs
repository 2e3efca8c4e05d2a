using System.Collections.Immutable;

namespace Planning.Rules.Analysis;

/// <summary>One end of an interval.</summary>
/// <param name="At">Null for an end that is not there.</param>
internal readonly record struct End(Quantity? At, bool IsClosed)
{
    public static End None { get; } = new(null, IsClosed: false);

    public End Opposite => this with { IsClosed = !IsClosed };
}

/// <summary>Neighbouring points on an axis.</summary>
internal readonly record struct Interval(End Low, End High)
{
    public static Interval All { get; } = new(End.None, End.None);

    public bool IsEmpty => Low.At is { } low && High.At is { } high
        && (low.CompareTo(high) > 0 || (low.CompareTo(high) == 0 && !(Low.IsClosed && High.IsClosed)));

    public bool IsPoint => Low.At is { } low && High.At is { } high && low.CompareTo(high) == 0;

    public Interval And(Interval other) => new(Later(Low, other.Low, 1), Later(High, other.High, -1));

    /// <summary>Of whole numbers: every end on a number that belongs to it.</summary>
    public Interval Whole() => new(
        Low.At is not { } low ? End.None
            : new End(!Low.IsClosed && low.IsWhole ? low + Quantity.One : low.Ceiling(), IsClosed: true),
        High.At is not { } high ? End.None
            : new End(!High.IsClosed && high.IsWhole ? high - Quantity.One : high.Floor(), IsClosed: true));

    /// <summary>What two axes have in common, both disjoint and in order; some of it may be empty.</summary>
    public static IEnumerable<Interval> Both(ImmutableArray<Interval> left, ImmutableArray<Interval> right) =>
        Neighbours(left, right).Select(pair => pair.One.And(pair.Other));

    /// <summary>The points before, between and behind intervals that are disjoint and in order.</summary>
    public static IEnumerable<Interval> Outside(ImmutableArray<Interval> axis)
    {
        var low = End.None;
        foreach (var interval in axis)
        {
            if (interval.Low.At is not null)
            {
                yield return new(low, interval.Low.Opposite);
            }

            if (interval.High.At is null)
            {
                yield break;
            }

            low = interval.High.Opposite;
        }

        yield return new(low, End.None);
    }

    /// <returns>Whether there is room between the two, which is not so where one ends and the other begins.</returns>
    public static bool AreApart(ImmutableArray<Interval> left, ImmutableArray<Interval> right) =>
        Neighbours(left, right).All(pair => pair.One.IsBefore(pair.Other) || pair.Other.IsBefore(pair.One));

    // Whatever meets or touches is among them.
    private static IEnumerable<(Interval One, Interval Other)> Neighbours(
        ImmutableArray<Interval> left, ImmutableArray<Interval> right)
    {
        var (i, j) = (0, 0);
        while (i < left.Length && j < right.Length)
        {
            yield return (left[i], right[j]);
            if (EndsBefore(left[i].High, right[j].High))
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    private static bool EndsBefore(End end, End other) => other.At is not { } far || (end.At is { } near
        && (near.CompareTo(far) is var order && (order < 0 || (order == 0 && !end.IsClosed && other.IsClosed))));

    private bool IsBefore(Interval other) => High.At is { } high && other.Low.At is { } low && high.CompareTo(low) < 0;

    private static End Later(End left, End right, int direction)
    {
        if (left.At is not { } one || right.At is not { } other)
        {
            return left.At is null ? right : left;
        }

        var order = one.CompareTo(other) * direction;
        return order > 0 || (order == 0 && !left.IsClosed) ? left : right;
    }
}
