namespace Planning.Rules.Analysis;

/// <summary>Finds two rules that undo each other, where a small change of a fact, or none, leads from one to the
/// other.</summary>
internal static class Bands
{
    public static IEnumerable<Finding> In(ReadRules read) =>
        from entry in read.Rules.Index()
        from other in read.Rules.Skip(entry.Index + 1)
        let finding = Between(read, entry.Item, other)
        where finding is not null
        select finding;

    private static Finding? Between(ReadRules read, ReadRule rule, ReadRule other)
    {
        foreach (var (one, two) in Undoing(rule, other))
        {
            // Each where the other has left the thing; then what the thing is says nothing any more.
            var before = Standing(read, read.Speaking(rule), two, other.Wishes);
            var after = Standing(read, read.Speaking(other), one, rule.Wishes);
            if (!before.IsKnown || !after.IsKnown)
            {
                continue;
            }

            var close = before.Boxes
                .SelectMany(from => after.Boxes.Select(to => (From: from, To: to)))
                .Where(pair => pair.From.Sides.Keys.All(term =>
                    !pair.To.Sides.ContainsKey(term) || !pair.From.Side(term).IsApartFrom(pair.To.Side(term))))
                .Where(pair => pair.From.Sides.Keys.Any(pair.To.Sides.ContainsKey))
                .ToList();
            if (close is not [])
            {
                return Told(read, rule, other, (one, two), close);
            }
        }

        return null;
    }

    private static IEnumerable<(Wish One, Wish Two)> Undoing(ReadRule rule, ReadRule other) =>
        from one in rule.Wishes
        from two in other.Wishes
        where one.Fact is not null && one.Fact == two.Fact && one.Value != two.Value
            && (one.From is null || one.From == two.Value) && (two.From is null || two.From == one.Value)
        select (one, two);

    private static Region Standing(ReadRules read, Region region, Wish left, IReadOnlyList<Wish> wishes)
    {
        HashSet<Term> terms = [.. region.Boxes.SelectMany(box => box.Sides.Keys)];
        if (terms.All(term => term.Key != left.Fact))
        {
            // A rule that does not ask how the thing stands speaks again and again, whatever it is.
            return Region.Nothing;
        }

        Box[] standing =
        [
            .. from wish in wishes
               from term in terms
               where term.Key == wish.Fact && (wish.Thing != left.Thing || wish == left)
               select As(term, wish.Value),
        ];
        return standing.Aggregate(region, (rest, box) => read.Algebra.And(rest, new Region([box])))
            .Without(term => standing.Any(box => box.Sides.ContainsKey(term)));
    }

    private static Box As(Term term, string value) => new(Box.Everything.Sides.Add(
        term,
        term.Type.IsEnum
            ? ValueSet.Of(term.Universe.Choices.Where(choice => Evaluation.Shown.Value(choice) == value))
            : ValueSet.Of(value)));

    private static Finding Told(
        ReadRules read, ReadRule rule, ReadRule other, (Wish One, Wish Two) wish, List<(Box From, Box To)> close)
    {
        var both = close.Select(pair => pair.From.And(pair.To)).OfType<Box>().FirstOrDefault();
        var (from, to) = close[0];
        var edges = from.Sides.Keys.Where(to.Sides.ContainsKey)
            .Where(term => term.Universe.OnAxis is not null)
            .Select(term => RegionWords.Of(new Box(Box.Everything.Sides.Add(term, from.Side(term)))))
            .Order(StringComparer.Ordinal)
            .ToList();
        var sentence = both is not null
            ? $"{rule.Name} and {other.Name} undo each other at the same facts: {wish.One.Thing} goes to "
                + $"{wish.One.Value} and back to {wish.Two.Value}."
            : $"{rule.Name} and {other.Name} have no band between them: at the edge of {string.Join(", ", edges)} "
                + $"{wish.One.Thing} goes to {wish.One.Value} and back to {wish.Two.Value}.";
        return new Finding(
            FindingCode.NoBand,
            other.Rule.Path,
            [other.Name, rule.Name],
            sentence,
            RegionWords.Of(both ?? from),
            read.Examples.Find(
                (both ?? from).And(StandingAt(rule, wish.Two)) ?? both ?? from, truth => truth(rule.Rule) is true));
    }

    // The example is told from where the first rule starts.
    private static Box StandingAt(ReadRule rule, Wish left)
    {
        var term = rule.True.Boxes.SelectMany(box => box.Sides.Keys).First(one => one.Key == left.Fact);
        return As(term, left.Value);
    }
}
