using Planning.Rules.Decisions;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Analysis;

/// <summary>The rules of a set in the order they are judged, each with where it is true.</summary>
internal sealed class ReadRules
{
    private const long MostSteps = 5_000_000;
    private const long MostStepsOfARule = 500_000;

    private readonly Region?[] _speaking;
    private readonly ILookup<string, ReadRule> _groups;
    private readonly List<ReadRule> _stops;

    public ReadRules(RuleSet ruleSet, Func<Rule, IEnumerable<Wish>> wishes)
    {
        Algebra = new RegionAlgebra(Budget);
        Reader = new RegionReader(Algebra, Budget);
        Examples = new Examples(ruleSet);
        _ = Budget.Within(MostStepsOfARule, () => Reader.Learn(ruleSet.GlobalParameters));
        var rules = new List<ReadRule>();
        var tooLarge = new List<Rule>();
        var sound = ruleSet.Flaw is null ? ruleSet.Rules.Where(rule => !IsFlawed(rule)) : [];
        foreach (var rule in sound.OrderByDescending(rule => rule.Terms.Priority))
        {
            var region = Region.TooLarge;
            if (WithinARule(() => region = Reader.True(rule)) && region.IsKnown)
            {
                rules.Add(new ReadRule(rule, rules.Count, region, [.. wishes(rule)]));
            }
            else
            {
                tooLarge.Add(rule);
            }
        }

        (Rules, TooLarge) = (rules, tooLarge);
        _speaking = new Region?[rules.Count];
        _groups = rules.Where(rule => rule.Terms.Group is not null)
            .ToLookup(rule => rule.Terms.Group!, StringComparer.Ordinal);
        _stops = [.. rules.Where(rule => rule.Terms is { Stop: true, HoldFor: 1, Unless: [], Group: null })];
    }

    public Budget Budget { get; } = new(MostSteps);

    public RegionAlgebra Algebra { get; }

    public RegionReader Reader { get; }

    public Examples Examples { get; }

    public IReadOnlyList<ReadRule> Rules { get; }

    public IReadOnlyList<Rule> TooLarge { get; }

    /// <summary>Every two rules that want something, while there is budget.</summary>
    public IEnumerable<(ReadRule Rule, ReadRule Other)> Pairs()
    {
        List<ReadRule> wanting = [.. Rules.Where(rule => rule.Wishes is not [])];
        return
            from entry in wanting.Index()
            from other in wanting.Skip(entry.Index + 1)
                .TakeWhile(other => Budget.Afford(1 + ((long)entry.Item.Wishes.Count * other.Wishes.Count)))
            select (entry.Item, other);
    }

    /// <summary>Looks at one rule, with as much budget as one rule may use up.</summary>
    /// <returns>False when that was not enough.</returns>
    public bool WithinARule(Action look) => Budget.Within(MostStepsOfARule, look);

    /// <summary>Rules that silence another whenever they are true: of its group, or such that stop.</summary>
    public IEnumerable<ReadRule> Above(ReadRule rule) =>
        (rule.Terms.Group is { } group ? _groups[group] : []).TakeWhile(other => other.Index < rule.Index)
            .Concat(_stops.TakeWhile(other => other.Index < rule.Index))
            .TakeWhile(_ => Budget.Afford(1));

    /// <summary>Where a rule is true and nothing above silences it.</summary>
    public Region Speaking(ReadRule rule) => _speaking[rule.Index] ??=
        Above(rule).Aggregate(rule.True, (rest, above) => Algebra.Minus(rest, above.True));

    /// <summary>Whether a rule is true of the facts and nothing above silences it.</summary>
    public bool Speaks(ReadRule rule, Trial trial) =>
        trial.Truth(rule.Rule) is true && Above(rule).All(above => trial.Truth(above.Rule) is false);

    private static bool IsFlawed(Rule rule) => rule.Body.Flaw is not null || rule.Rules.Any(IsFlawed);
}

/// <summary>A rule with where it is true and what it wants.</summary>
/// <param name="Index">Its place in the order of judging.</param>
internal sealed record ReadRule(Rule Rule, int Index, Region True, IReadOnlyList<Wish> Wishes)
{
    public string Name => Rule.Name;

    public DecisionTerms Terms => Rule.Terms;

    public bool CanFail { get; } = Shadows.CanFail(Rule);
}
