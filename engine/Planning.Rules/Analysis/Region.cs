using System.Collections.Immutable;

namespace Planning.Rules.Analysis;

/// <summary>What some terms may be at once; the others may be anything.</summary>
/// <param name="Sides">In the order in which the terms were met, so that the same rules give the same findings.</param>
internal sealed record Box(ImmutableSortedDictionary<Term, ValueSet> Sides)
{
    public static Box Everything { get; } = new(ImmutableSortedDictionary<Term, ValueSet>.Empty);

    public ValueSet Side(Term term) => Sides.GetValueOrDefault(term) ?? term.Universe;

    public bool IsInside(Box other, Budget budget)
    {
        foreach (var (term, set) in other.Sides)
        {
            var side = Side(term);
            if (!budget.Afford(side.Size + set.Size) || !side.IsInside(set, term))
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>Null when they have nothing in common.</returns>
    public Box? And(Box other, Budget budget)
    {
        var sides = Sides.ToBuilder();
        foreach (var (term, set) in other.Sides)
        {
            if (!budget.Afford(set.Size + (sides.TryGetValue(term, out var met) ? met.Size : 0)))
            {
                return this;
            }

            var both = sides.TryGetValue(term, out var mine) ? mine.And(set) : set;
            if (both.IsEmpty)
            {
                return null;
            }

            sides[term] = both;
        }

        return new Box(sides.ToImmutable());
    }

    public Box Without(Func<Term, bool> terms) =>
        new(Sides.RemoveRange(Sides.Keys.Where(terms)));
}

/// <summary>Boxes, of which at least one must hold.</summary>
/// <param name="IsKnown">False when the region was too large to be worked out.</param>
internal sealed record Region(IReadOnlyList<Box> Boxes, bool IsKnown = true)
{
    public static Region Everything { get; } = new([Box.Everything]);

    public static Region Nothing { get; } = new([]);

    public static Region TooLarge { get; } = new([Box.Everything], IsKnown: false);

    public bool IsEmpty => IsKnown && Boxes is [];

    public static Region Where(Term term, ValueSet set) => set.IsEmpty
        ? Nothing
        : new([new Box(Box.Everything.Sides.Add(term, set))]);

    public Region Without(Func<Term, bool> terms) => this with { Boxes = [.. Boxes.Select(box => box.Without(terms))] };
}
