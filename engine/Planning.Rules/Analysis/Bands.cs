using Planning.Rules.Evaluation;

namespace Planning.Rules.Analysis;

/// <summary>Finds two rules that undo each other, where a small change of a fact, or none, leads from one to the
/// other.</summary>
internal static class Bands
{
    public static IEnumerable<Finding> In(ReadRules read) =>
        from pair in read.Pairs()
        let finding = Between(read, pair.Rule, pair.Other)
        where finding is not null
        select finding;

    private static Finding? Between(ReadRules read, ReadRule rule, ReadRule other) => (
        from wish in Undoing(rule, other)
        where read.Budget.Afford(rule.Wishes.Count + other.Wishes.Count)
        // Each where the other has left the thing; then what the thing is says nothing any more.
        let before = Standing(read, rule, wish.Two, other.Wishes)
        let after = Standing(read, other, wish.One, rule.Wishes)
        where before.IsKnown && after.IsKnown
        from one in before.Boxes
        from two in after.Boxes
        where read.Budget.Afford(one.Sides.Count + two.Sides.Count) && AreClose(one, two)
        let finding = Told(read, (rule, wish.One, one), (other, wish.Two, two))
        where finding is not null
        select finding).FirstOrDefault();

    private static bool AreClose(Box one, Box two) =>
        one.Sides.Keys.Any(two.Sides.ContainsKey)
        && one.Sides.All(side => !two.Sides.TryGetValue(side.Key, out var other) || !side.Value.IsApartFrom(other));

    private static IEnumerable<(Wish One, Wish Two)> Undoing(ReadRule rule, ReadRule other) =>
        from one in rule.Wishes
        from two in other.Wishes
        where one.Fact is not null && one.Fact == two.Fact && one.Value != two.Value
            && (one.From is null || one.From == two.Value) && (two.From is null || two.From == one.Value)
        select (one, two);

    private static Region Standing(ReadRules read, ReadRule rule, Wish left, IReadOnlyList<Wish> wishes)
    {
        var region = read.Speaking(rule);
        var facts = region.Boxes.SelectMany(box => box.Sides.Keys).Distinct()
            .ToDictionary(term => term.Key, StringComparer.Ordinal);
        if (TermOf(rule, left.Fact!) is null)
        {
            // A rule that does not ask how the thing stands speaks again and again, whatever it is.
            return Region.Nothing;
        }

        Box[] standing =
        [
            .. from wish in wishes
               let term = wish.Fact is null ? null : facts.GetValueOrDefault(wish.Fact)
               where term is not null && (wish.Thing != left.Thing || wish == left)
               select As(term, wish.Value),
        ];
        return standing.Aggregate(region, (rest, box) => read.Algebra.And(rest, new Region([box])))
            .Without(term => standing.Any(box => box.Sides.ContainsKey(term)));
    }

    private static Box As(Term term, string value) => new(Box.Everything.Sides.Add(
        term,
        term.Type.IsEnum
            ? ValueSet.Of(term.Universe.Choices.Where(choice => Shown.Value(choice) == value))
            : ValueSet.Of(value)));

    // Told when the rules were tried out: at the same facts one after the other, or each on its side of the edge.
    private static Finding? Told(
        ReadRules read, (ReadRule Rule, Wish Wish, Box Box) one, (ReadRule Rule, Wish Wish, Box Box) two)
    {
        var (up, down) = (StandingAt(one.Rule, two.Wish), StandingAt(two.Rule, one.Wish));
        var both = one.Box.And(two.Box, read.Budget);
        var example = both is not null
            ? Example(read, both.And(up.Box, read.Budget), trial => trial.Truth(one.Rule.Rule) is true
                && trial.After(down.Fact, down.Value).Truth(two.Rule.Rule) is true)
            : Example(read, two.Box.And(down.Box, read.Budget), trial => trial.Truth(two.Rule.Rule) is true) is null
            ? null
            : Example(read, one.Box.And(up.Box, read.Budget), trial => trial.Truth(one.Rule.Rule) is true);
        if (example is null)
        {
            return null;
        }

        var edges = one.Box.Sides.Where(side => two.Box.Sides.TryGetValue(side.Key, out var across)
                && side.Value.OnAxis is not null && side.Value.And(across).Known.KnowsNothing)
            .Select(side => RegionWords.Of(new Box(Box.Everything.Sides.Add(side.Key, side.Value))))
            .Order(StringComparer.Ordinal);
        var sentence = both is not null
            ? $"{one.Rule.Name} and {two.Rule.Name} undo each other at the same facts: {one.Wish.Thing} goes to "
                + $"{one.Wish.Value} and back to {two.Wish.Value}."
            : $"{one.Rule.Name} and {two.Rule.Name} have no band between them: at the edge of "
                + $"{string.Join(", ", edges)} {one.Wish.Thing} goes to {one.Wish.Value} and back to {two.Wish.Value}.";
        return new Finding(
            FindingCode.NoBand,
            two.Rule.Rule.Path,
            [two.Rule.Name, one.Rule.Name],
            sentence,
            RegionWords.Of(both ?? one.Box),
            example);
    }

    private static IReadOnlyDictionary<string, object?>? Example(ReadRules read, Box? box, Func<Trial, bool> shows) =>
        box is null ? null : read.Examples.Find(box, shows);

    // Where the rule finds the thing, once the other has left it so.
    private static (Box Box, FactSlot Fact, object? Value) StandingAt(ReadRule rule, Wish left)
    {
        var term = TermOf(rule, left.Fact!)!;
        var box = As(term, left.Value);
        return (box, FactSlot.Of(term.Formula)!, box.Sides[term].Choices.FirstOrDefault());
    }

    private static Term? TermOf(ReadRule rule, string fact) =>
        rule.True.Boxes.SelectMany(box => box.Sides.Keys).FirstOrDefault(term => term.Key == fact);
}
