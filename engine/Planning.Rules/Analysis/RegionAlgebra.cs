namespace Planning.Rules.Analysis;

/// <summary>Computes with regions, and gives up before a hostile rule makes that long.</summary>
internal sealed class RegionAlgebra(Budget budget)
{
    private const int MostBoxes = 128;

    public Region And(Region left, Region right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return Region.Nothing;
        }

        if (!left.IsKnown || !right.IsKnown)
        {
            return Region.TooLarge;
        }

        return Pruned(
            from one in left.Boxes
            from other in right.Boxes
            where budget.Afford(1)
            let both = one.And(other, budget)
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
            rest = [.. rest.SelectMany(box => Minus(box, hole)).Take(MostBoxes + 1)];
            if (rest.Count > MostBoxes || !budget.Afford(1))
            {
                return Region.TooLarge;
            }
        }

        return new Region(rest);
    }

    // One slice for each side: outside the hole there, and inside it on the sides before.
    private IEnumerable<Box> Minus(Box box, Box hole)
    {
        if (box.And(hole, budget) is null)
        {
            yield return box;
            yield break;
        }

        var inside = box;
        foreach (var (term, set) in hole.Sides)
        {
            if (Region.Where(term, set.Outside(term)) is { Boxes: [var beyond] }
                && inside.And(beyond, budget) is { } slice)
            {
                yield return slice;
            }

            var side = new Box(Box.Everything.Sides.Add(term, set));
            if (!budget.Afford(set.Size) || inside.And(side, budget) is not { } cut)
            {
                yield break;
            }

            inside = cut;
        }
    }

    private Region Pruned(IEnumerable<Box> boxes)
    {
        var kept = new List<Box>();
        foreach (var box in boxes)
        {
            if (kept.Exists(other => box.IsInside(other, budget)))
            {
                continue;
            }

            kept.RemoveAll(other => other.IsInside(box, budget));
            kept.Add(box);
            if (kept.Count > MostBoxes || !budget.Afford(1))
            {
                return Region.TooLarge;
            }
        }

        // What cannot be afforded was left out above.
        return budget.Afford(1) ? new Region(kept) : Region.TooLarge;
    }
}
