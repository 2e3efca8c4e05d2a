using Planning.Rules.Decisions;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Analysis;

/// <summary>Reads a sound rule set for what its author probably did not mean: contradictions, rules that never speak,
/// conflicts, gaps, moves back and forth.</summary>
/// <remarks>Every "never" is proved; what may happen is tried out, and shown with an example where one was found.
/// Bounded: a rule that is too large to be worked out is named as such.</remarks>
public static class RuleSetAnalysis
{
    /// <param name="wishes">What each rule wants things to be; if not given, what its <c>then</c> says by
    /// <c>set_…</c> and <c>propose_…</c>.</param>
    public static IReadOnlyList<Finding> Of(RuleSet ruleSet, Func<Rule, IEnumerable<Wish>>? wishes = null)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        var read = new ReadRules(ruleSet, wishes ?? (rule => Wish.Of(rule, ruleSet.Schema)));
        List<Finding> findings =
        [
            .. read.TooLarge.Select(rule => new Finding(
                FindingCode.NotAnalysed,
                rule.Path,
                [rule.Name],
                $"{rule.Name} is too large to be analysed; it is left out of the other findings.")),
            .. Truisms.In(read),
            .. Shadows.In(read),
            .. Conflicts.In(read),
            .. Gaps.In(read),
            .. Bands.In(read),
        ];
        if (read.Algebra.IsExhausted)
        {
            findings.Add(new Finding(
                FindingCode.NotAnalysed,
                "$",
                [],
                "The rules are too many, or too large, to be compared with each other completely."));
        }

        return findings;
    }
}

/// <summary>The rules of a set in the order they are judged, each with where it is true.</summary>
internal sealed class ReadRules
{
    private readonly RegionAlgebra _algebra = new();

    public ReadRules(RuleSet ruleSet, Func<Rule, IEnumerable<Wish>> wishes)
    {
        Reader = new RegionReader(_algebra);
        Examples = new Examples(ruleSet);
        var sound = ruleSet.Flaw is null ? ruleSet.Rules.Where(rule => rule.Body.Flaw is null) : [];
        var all = sound.OrderByDescending(rule => rule.Terms.Priority)
            .Select(rule => new ReadRule(rule, Reader.True(rule), [.. wishes(rule)]))
            .ToList();
        Rules = [.. all.Where(rule => rule.True.IsKnown)];
        TooLarge = [.. all.Where(rule => !rule.True.IsKnown).Select(rule => rule.Rule)];
    }

    public RegionAlgebra Algebra => _algebra;

    public RegionReader Reader { get; }

    public Examples Examples { get; }

    public IReadOnlyList<ReadRule> Rules { get; }

    public IReadOnlyList<Rule> TooLarge { get; }

    /// <summary>Rules that silence another whenever they are true: of its group, or such that stop.</summary>
    public IEnumerable<ReadRule> Above(ReadRule rule) => Rules
        .TakeWhile(other => other != rule)
        .Where(other => (other.Terms.Group is { } group && group == rule.Terms.Group)
            || (other.Terms is { Stop: true, HoldFor: 1, Unless: [], Group: null }));

    /// <summary>Where a rule is true and nothing above silences it.</summary>
    public Region Speaking(ReadRule rule) =>
        Above(rule).Aggregate(rule.True, (rest, above) => Algebra.Minus(rest, above.True));
}

/// <summary>A rule with where it is true and what it wants.</summary>
internal sealed record ReadRule(Rule Rule, Region True, IReadOnlyList<Wish> Wishes)
{
    public string Name => Rule.Name;

    public DecisionTerms Terms => Rule.Terms;
}
