using Planning.Rules.Evaluation;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Decisions;

/// <summary>Judges rules by priority: the first true one of a group wins, and an undecided one silences those
/// below.</summary>
/// <remarks>An undecided stop rule silences the groups below it: nobody knows whether they should have been
/// reached.</remarks>
internal sealed class Decider(Judge judge, IReadOnlyList<Rule> rules)
{
    private readonly Rule[] _byPriority = [.. rules.OrderByDescending(rule => rule.Terms.Priority)];

    // What becomes of most rules, and the same for everybody.
    private readonly RuleOutcome.NotTrue[] _notTrue =
        [.. rules.OrderByDescending(rule => rule.Terms.Priority).Select(rule => new RuleOutcome.NotTrue(rule))];

    /// <param name="frame">Null when the globals could not be computed; then every rule failed.</param>
    public (IReadOnlyList<RuleOutcome> Outcomes, DecisionState Next) Decide(
        DecisionState state, IReadOnlySet<string> predicates, object?[]? frame)
    {
        var outcomes = new RuleOutcome[_byPriority.Length];
        var holds = new Counters(state.Holds);
        var groups = new Dictionary<string, Speaker>(StringComparer.Ordinal);
        string? stoppedBy = null;
        string? perhapsStoppedBy = null;
        for (var i = 0; i < outcomes.Length; i++)
        {
            var rule = _byPriority[i];
            if (stoppedBy is not null)
            {
                outcomes[i] = new RuleOutcome.NotReached(rule, stoppedBy);
                continue;
            }

            if (perhapsStoppedBy is not null && rule.Terms.Group is { } group)
            {
                groups.TryAdd(group, new Speaker(perhapsStoppedBy, Undecided: true));
            }

            var truth = frame is null ? judge.AfterFailure : judge.Holds(rule, frame);
            var times = holds.Count(rule.Name, truth);
            outcomes[i] = truth switch
            {
                Truth.True => Speaks(rule, times, predicates, groups),
                Truth.Unknown => Silenced(rule, frame, groups),
                _ => _notTrue[i],
            };
            stoppedBy = rule.Terms.Stop && outcomes[i] is RuleOutcome.Fired ? rule.Name : null;
            perhapsStoppedBy ??= rule.Terms.Stop && truth is Truth.Unknown ? rule.Name : null;
        }

        return (outcomes, new DecisionState(holds.Next));
    }

    private static RuleOutcome Speaks(
        Rule rule, int times, IReadOnlySet<string> predicates, Dictionary<string, Speaker> groups)
    {
        if (rule.Terms.Group is { } group && !groups.TryAdd(group, new Speaker(rule.Name, Undecided: false)))
        {
            var first = groups[group];
            return first.Undecided
                ? new RuleOutcome.FrozenBy(rule, first.Rule)
                : new RuleOutcome.BeatenBy(rule, first.Rule);
        }

        if (rule.Terms.Unless.FirstOrDefault(predicates.Contains) is { } predicate)
        {
            return new RuleOutcome.Postponed(rule, predicate);
        }

        return times < rule.Terms.HoldFor
            ? new RuleOutcome.Holding(rule, times, rule.Terms.HoldFor)
            : new RuleOutcome.Fired(rule, times);
    }

    private RuleOutcome.Unknown Silenced(Rule rule, object?[]? frame, Dictionary<string, Speaker> groups)
    {
        if (rule.Terms.Group is { } group)
        {
            groups.TryAdd(group, new Speaker(rule.Name, Undecided: true));
        }

        IReadOnlyList<string> missing = frame is null ? [] : [.. judge.Missing(rule, frame).Select(FactPath.Of)];
        return new RuleOutcome.Unknown(rule, missing);
    }

    private sealed record Speaker(string Rule, bool Undecided);
}
