namespace Planning.Rules.Analysis;

/// <summary>Finds what the rules of a group leave open between them, where they divide the same few facts.</summary>
internal static class Gaps
{
    private const int MostTerms = 3;
    private const int MostTold = 10;

    public static IEnumerable<Finding> In(ReadRules read) => read.Rules
        .Where(rule => rule.Terms.Group is not null && !rule.True.IsEmpty)
        .GroupBy(rule => rule.Terms.Group!, StringComparer.Ordinal)
        .Where(group => group.Skip(1).Any())
        .SelectMany(group => In(read, group.Key, [.. group]));

    private static IEnumerable<Finding> In(ReadRules read, string group, IReadOnlyList<ReadRule> rules)
    {
        HashSet<Term> terms = [.. rules.SelectMany(rule => rule.True.Boxes).SelectMany(box => box.Sides.Keys)];

        // Rules that undo each other leave a band between them on purpose.
        var states = rules.SelectMany(rule => rule.Wishes).Select(wish => wish.Fact).ToHashSet(StringComparer.Ordinal);
        if (terms.Count > MostTerms || terms.Any(term => states.Contains(term.Key))
            || !terms.Any(term => rules.All(rule => rule.True.Boxes.All(box => box.Sides.ContainsKey(term)))))
        {
            return [];
        }

        var known = terms.Select(term => Region.Where(term, term.Universe.Known))
            .Aggregate(Region.Everything, read.Algebra.And);
        var open = rules.Aggregate(known, (rest, rule) => read.Algebra.Minus(rest, rule.True));
        return open.IsKnown
            ? open.Boxes.Where(IsBetween).Select(box => Told(read, group, rules, box)).OfType<Finding>().Take(MostTold)
            : [];
    }

    // Below the lowest rule and above the highest nothing was meant to be said.
    private static bool IsBetween(Box box) => box.Sides.Any(side =>
        !side.Key.Universe.Known.IsInside(side.Value, side.Key) && (side.Value.OnAxis is { } axis
            ? axis.All(one => one.Low.At is not null && one.High.At is not null)
            : !side.Value.IsExcept));

    private static Finding? Told(ReadRules read, string group, IReadOnlyList<ReadRule> rules, Box box)
    {
        var region = RegionWords.Of(box);
        var example = read.Examples.Find(box, trial => rules.All(rule => trial.Truth(rule.Rule) is false));
        return example is null ? null : new Finding(
            FindingCode.Gap,
            rules[^1].Rule.Path,
            [.. rules.Select(rule => rule.Name)],
            $"No rule of the group {group} covers {region}.",
            region,
            example);
    }
}
