using System.Collections.Immutable;

namespace Planning.Rules.Analysis;

/// <summary>What some terms may be at once; the others may be anything.</summary>
/// <param name="Sides">In the order in which the terms were met, so that the same rules give the same findings.</param>
internal sealed record Box(ImmutableSortedDictionary<Term, ValueSet> Sides)
{
    public static Box Everything { get; } = new(ImmutableSortedDictionary<Term, ValueSet>.Empty);

    public ValueSet Side(Term term) => Sides.GetValueOrDefault(term) ?? term.Universe;

    public bool IsInside(Box other) => other.Sides.All(side => Side(side.Key).IsInside(side.Value, side.Key));

    /// <returns>Null when they have nothing in common.</returns>
    public Box? And(Box other)
    {
        var sides = Sides.ToBuilder();
        foreach (var (term, set) in other.Sides)
        {
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

/// <summary>Computes with regions, and gives up before a hostile rule makes that long.</summary>
internal sealed class RegionAlgebra
{
    private const int MostBoxes = 128;
    private const int MostSteps = 150_000;

    private int _steps;

    /// <summary>Whether something was left out from some point on.</summary>
    public bool IsExhausted => _steps > MostSteps;

    public Region And(Region left, Region right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return Region.Nothing;
        }

        if (!left.IsKnown || !right.IsKnown || !Afford(left.Boxes.Count * right.Boxes.Count))
        {
            return Region.TooLarge;
        }

        return Pruned(
            from one in left.Boxes
            from other in right.Boxes
            let both = one.And(other)
            where both is not null
            select both);
    }

    public Region Or(params IReadOnlyList<Region> parts) => parts.Any(part => !part.IsKnown)
        ? Region.TooLarge
        : Pruned(parts.SelectMany(part => part.Boxes));

    public Region Minus(Region left, Region right)
    {
        if (!left.IsKnown || !right.IsKnown)
        {
            return Region.TooLarge;
        }

        IReadOnlyList<Box> rest = left.Boxes;
        foreach (var hole in right.Boxes)
        {
            if (!Afford(rest.Count * (hole.Sides.Count + 1)))
            {
                return Region.TooLarge;
            }

            rest = [.. rest.SelectMany(box => Minus(box, hole))];
            if (rest.Count > MostBoxes)
            {
                return Region.TooLarge;
            }
        }

        return new Region(rest);
    }

    // One slice for each side: outside the hole there, and inside it on the sides before.
    private static IEnumerable<Box> Minus(Box box, Box hole)
    {
        if (box.And(hole) is null)
        {
            yield return box;
            yield break;
        }

        var inside = box;
        foreach (var (term, set) in hole.Sides)
        {
            if (Region.Where(term, set.Outside(term)) is { Boxes: [var beyond] } && inside.And(beyond) is { } slice)
            {
                yield return slice;
            }

            inside = inside.And(new Box(Box.Everything.Sides.Add(term, set)))!;
        }
    }

    private Region Pruned(IEnumerable<Box> boxes)
    {
        var kept = new List<Box>();
        foreach (var box in boxes)
        {
            if (!Afford(kept.Count + 1))
            {
                return Region.TooLarge;
            }

            if (kept.Exists(box.IsInside))
            {
                continue;
            }

            kept.RemoveAll(other => other.IsInside(box));
            kept.Add(box);
            if (kept.Count > MostBoxes)
            {
                return Region.TooLarge;
            }
        }

        return new Region(kept);
    }

    private bool Afford(int steps) => (_steps += steps) <= MostSteps;
}
