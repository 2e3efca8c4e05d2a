using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Coverage;

/// <summary>A contact that counts, as it is remembered of each person who took part (METHOD §5.1).</summary>
/// <param name="Ours">Who of us took part.</param>
/// <param name="OurRank">The highest level of ours who took part, 1 to 5; nothing when nobody said.</param>
public sealed record Touch(Id<Interaction> Id, DateOnly On, ImmutableArray<Id<Employee>> Ours, int? OurRank)
{
    public static Touch Of(Interaction interaction) =>
        new(interaction.Id, interaction.On, interaction.Employees, interaction.OurRank);

    public bool Equals(Touch? other) => other is not null
        && (Id, On, OurRank) == (other.Id, other.On, other.OurRank) && Ours.AsSpan().SequenceEqual(other.Ours.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, On);
}

/// <summary>The touches of one person, oldest first.</summary>
public sealed record TouchList(ImmutableArray<Touch> Known)
{
    public static TouchList Empty { get; } = new([]);

    public TouchList With(Touch touch) => new(Known.Insert(Place(touch), touch));

    /// <summary>How many there were from a day on.</summary>
    public int Count(DateOnly from) => Known.Length - First(from);

    public ReadOnlySpan<Touch> From(DateOnly from) => Known.AsSpan()[First(from)..];

    public bool IsOlderThan(DateOnly day) => Known is [var first, ..] && first.On < day;

    public TouchList Since(DateOnly day) => new(Known[First(day)..]);

    /// <summary>The touches of two lists; what stands in both stands there once.</summary>
    public TouchList And(TouchList other) => new(
    [
        .. Known.Concat(other.Known).DistinctBy(touch => touch.Id).OrderBy(touch => touch.On).ThenBy(touch => touch.Id),
    ]);

    public bool Equals(TouchList? other) => other is not null && Known.AsSpan().SequenceEqual(other.Known.AsSpan());

    public override int GetHashCode() => Known.Length;

    private int Place(Touch touch)
    {
        var at = Known.Length;
        while (at > 0 && (Known[at - 1].On, Known[at - 1].Id).CompareTo((touch.On, touch.Id)) > 0)
        {
            at--;
        }

        return at;
    }

    private int First(DateOnly from)
    {
        var (low, high) = (0, Known.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Known[middle].On < from ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>The touches of one day at a customer.</summary>
/// <param name="Theirs">Those that the customer began.</param>
public readonly record struct DayTally(int Touches, int Theirs)
{
    public DayTally With(Interaction interaction) => new(Touches + 1, Theirs + (interaction.TheyStarted ? 1 : 0));
}
