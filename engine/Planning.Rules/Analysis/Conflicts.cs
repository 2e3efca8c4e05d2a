namespace Planning.Rules.Analysis;

/// <summary>Finds rules that can speak at once and want different things.</summary>
internal static class Conflicts
{
    public static IEnumerable<Finding> In(ReadRules read) =>
        from entry in read.Rules.Index()
        from other in read.Rules.Skip(entry.Index + 1)
        let rule = entry.Item
        where MeetAsEquals(rule, other)
        from wish in Opposed(rule, other)
        let finding = Meeting(read, rule, other, wish)
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
        if (!region.IsKnown || region.Boxes is [])
        {
            return null;
        }

        var (box, example) = region.Boxes
            .Take(8)
            .Select(one => (Box: one, Example: read.Examples.Find(
                one, truth => truth(rule.Rule) is true && truth(other.Rule) is true)))
            .OrderBy(one => one.Example is null)
            .First();
        var decides = inOneGroup ? $"; {rule.Name} wins only because it stands first in the file" : "";
        var sure = example is null ? "may" : "can";
        return new Finding(
            FindingCode.Conflict,
            other.Rule.Path,
            [other.Name, rule.Name],
            $"{rule.Name} and {other.Name} {sure} be true at once, and want {wish.One.Thing} {wish.One.Value} and "
                + $"{wish.Other.Value}{decides}.",
            RegionWords.Of(box),
            example);
    }
}
