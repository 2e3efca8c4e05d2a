namespace Planning.Rules.Analysis;

/// <summary>One end of an interval.</summary>
/// <param name="At">Null for an end that is not there.</param>
internal readonly record struct End(Quantity? At, bool IsClosed)
{
    public static End None { get; } = new(null, IsClosed: false);
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

    /// <summary>The points below and above.</summary>
    public IEnumerable<Interval> Outside()
    {
        if (Low.At is not null)
        {
            yield return new(End.None, Low with { IsClosed = !Low.IsClosed });
        }

        if (High.At is not null)
        {
            yield return new(High with { IsClosed = !High.IsClosed }, End.None);
        }
    }

    /// <returns>Whether there is room between the two, which is not so where one ends and the other begins.</returns>
    public bool IsApartFrom(Interval other) =>
        (High.At is { } high && other.Low.At is { } low && high.CompareTo(low) < 0)
        || (other.High.At is { } top && Low.At is { } bottom && top.CompareTo(bottom) < 0);

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
