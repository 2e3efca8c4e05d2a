namespace Planning.Rules.Analysis;

/// <summary>Finds rules that can speak at once and want different things.</summary>
internal static class Conflicts
{
    private const int MostTried = 8;

    public static IEnumerable<Finding> In(ReadRules read) =>
        from pair in read.Pairs()
        where MeetAsEquals(pair.Rule, pair.Other)
        from wish in Opposed(pair.Rule, pair.Other)
        let finding = Meeting(read, pair.Rule, pair.Other, wish)
        where finding is not null
        select finding;

    // In one group the higher rule wins by the author's will; with one priority it wins by its place in the file.
    private static bool MeetAsEquals(ReadRule rule, ReadRule other) =>
        rule.Terms.Group is null || rule.Terms.Group != other.Terms.Group
        || rule.Terms.Priority.Equals(other.Terms.Priority);

    private static IEnumerable<(Wish One, Wish Other)> Opposed(ReadRule rule, ReadRule other) => (
        from one in rule.Wishes
        from two in other.Wishes
        where one.Thing == two.Thing && one.Value != two.Value
            && (one.From is null || two.From is null || one.From == two.From)
        select (one, two)).Take(1);

    private static Finding? Meeting(ReadRules read, ReadRule rule, ReadRule other, (Wish One, Wish Other) wish)
    {
        var inOneGroup = rule.Terms.Group is not null && rule.Terms.Group == other.Terms.Group;
        var region = inOneGroup
            ? read.Algebra.And(read.Speaking(rule), other.True)
            : read.Algebra.And(read.Speaking(rule), read.Speaking(other));
        var (box, example) = (region.IsKnown ? region.Boxes : [])
            .Take(MostTried)
            .Select(one => (Box: one, Example: read.Examples.Find(
                one, trial => read.Speaks(rule, trial)
                    && (inOneGroup ? trial.Truth(other.Rule) is true : read.Speaks(other, trial)))))
            .FirstOrDefault(one => one.Example is not null);
        if (example is null)
        {
            return null;
        }

        var decides = inOneGroup ? $"; {rule.Name} wins only because it stands first in the file" : "";
        return new Finding(
            FindingCode.Conflict,
            other.Rule.Path,
            [other.Name, rule.Name],
            $"{rule.Name} and {other.Name} can be true at once, and want {wish.One.Thing} {wish.One.Value} and "
                + $"{wish.Other.Value}{decides}.",
            RegionWords.Of(box),
            example);
    }
}
