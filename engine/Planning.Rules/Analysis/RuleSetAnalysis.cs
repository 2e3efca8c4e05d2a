using Planning.Rules.RuleSets;

namespace Planning.Rules.Analysis;

/// <summary>Reads a sound rule set for what its author probably did not mean: contradictions, rules that never speak,
/// conflicts, gaps, moves back and forth.</summary>
/// <remarks>Every "never" is proved, and what can happen is told only with an example that was tried out on the rules.
/// Bounded: a rule that is too large to be worked out is named as such, and so is a set.</remarks>
public static class RuleSetAnalysis
{
    // Nobody reads more.
    private const int MostOfAKind = 100;

    /// <param name="wishes">What each rule wants things to be; if not given, what its <c>then</c> says by
    /// <c>set_…</c> and <c>propose_…</c>.</param>
    public static IReadOnlyList<Finding> Of(RuleSet ruleSet, Func<Rule, IEnumerable<Wish>>? wishes = null)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        if (wishes is null)
        {
            var facts = Wish.FactsOf(ruleSet.Schema);
            wishes = rule => Wish.Of(rule, facts);
        }

        var read = new ReadRules(ruleSet, wishes);
        IEnumerable<Finding>[] kinds =
        [
            LeftOut(read), Truisms.In(read), Shadows.In(read), Conflicts.In(read), Gaps.In(read), Bands.In(read),
        ];
        var findings = new List<Finding>();
        var isCut = false;
        foreach (var kind in kinds)
        {
            List<Finding> found = [.. kind.Take(MostOfAKind)];
            isCut |= found.Count == MostOfAKind;
            findings.AddRange(found);
        }

        if (isCut || read.Budget.IsExhausted || read.Examples.IsExhausted)
        {
            findings.Add(new Finding(
                FindingCode.NotAnalysed,
                "$",
                [],
                "The rules are too many, or too large, to be compared with each other completely."));
        }

        return findings;
    }

    private static IEnumerable<Finding> LeftOut(ReadRules read) => read.TooLarge.Select(rule => new Finding(
        FindingCode.NotAnalysed,
        rule.Path,
        [rule.Name],
        $"{rule.Name} is too large to be analysed; it is left out of the other findings."));
}
