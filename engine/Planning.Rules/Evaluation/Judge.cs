using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;
using Planning.Rules.Wording;

namespace Planning.Rules.Evaluation;

/// <summary>Judges the rules of one set over one frame.</summary>
internal sealed class Judge(RuleSettings settings, Operands operands)
{
    private readonly Nulls _nulls = new(settings.Nulls);

    public RuleResult Result(Rule rule, object?[] frame, bool nested = false)
    {
        var isLocal = true;
        try
        {
            if (rule.Body.Flaw is { } flaw)
            {
                return Flawed(rule, flaw, frame);
            }

            ComputeLocals(rule, frame);
            isLocal = false;
            if (rule.Operator is null)
            {
                return Leaf(rule, rule.Body.Holds(frame), frame, nested);
            }

            return Parent(rule, Children(rule, frame), frame, nested);
        }
        catch (Exception failure) when (Failures.IsOfRule(failure))
        {
            return settings.Flaws is FlawPolicy.Throw
                ? throw new RuleFailedException(rule.Name, $"The rule {rule.Name} failed: {failure.Message}", failure)
                : Failed(rule, failure.Message, frame, inParameters: isLocal);
        }
    }

    /// <summary>The truth alone, without results to show.</summary>
    public Truth Holds(Rule rule, object?[] frame)
    {
        try
        {
            return rule.Body.Flaw is null ? Judged(rule, frame) : AfterFailure;
        }
        catch (Exception failure) when (Failures.IsOfRule(failure))
        {
            return AfterFailure;
        }
    }

    /// <summary>The truth of a rule without a flaw, or the failure it ends in; a rule inside it that fails is
    /// <see cref="AfterFailure"/>.</summary>
    public Truth Judged(Rule rule, object?[] frame)
    {
        ComputeLocals(rule, frame);
        return rule.Operator is { } sign ? Combined(sign, rule.Rules, frame) : rule.Body.Holds(frame);
    }

    /// <summary>What a rule is when it, or a global, failed while running.</summary>
    public Truth AfterFailure => _nulls.FailureIsUnknown ? Truth.Unknown : Truth.False;

    /// <summary>The result of a rule that cannot be judged.</summary>
    public RuleResult Flawed(Rule rule, Flaw flaw, object?[] frame) => settings.Flaws is FlawPolicy.Throw
        ? throw new RuleFailedException(rule.Name, $"Error while compiling rule `{rule.Name}`: {flaw.Reason}")
        : Told(rule, flaw.Text(rule.Name, rule.Expression), frame);

    public RuleResult Failed(Rule rule, string reason, object?[] frame, bool inParameters = false) => Told(
        rule,
        (_nulls.MessagesAreJson, inParameters) switch
        {
            (true, true) => $"Error while executing scoped params for rule `{rule.Name}` - {reason}",
            (true, false) => $"Error while executing rule : {rule.Name} - {reason}",
            _ => $"The rule could not be evaluated: {reason}",
        },
        frame);

    private RuleResult Told(Rule rule, string failure, object?[] frame) => new(
        rule,
        AfterFailure.ToBool(),
        settings.TellsFailures ? failure : rule.Body.Message?.Fill(frame) ?? "",
        [],
        []);

    /// <summary>The facts an undecided rule hangs on; none where it failed instead.</summary>
    public IReadOnlyList<Formula.Member> Missing(Rule rule, object?[] frame)
    {
        try
        {
            return rule.Body.Flaw is not null ? []
                : rule.Body.Condition is { } condition
                ? operands.Missing(condition, frame)
                : [.. rule.Rules.SelectMany(child => Missing(child, frame)).DistinctBy(FactPath.Of)];
        }
        catch (Exception failure) when (Failures.IsOfRule(failure))
        {
            return [];
        }
    }

    public static void ComputeLocals(Rule rule, object?[] frame)
    {
        foreach (var local in rule.Body.Locals)
        {
            local.Compute(frame);
        }
    }

    // Apart from their callers, so that a rule without children pays for no closure.
    private List<RuleResult> Children(Rule rule, object?[] frame)
    {
        var results = new List<RuleResult>(rule.Rules.Count);
        foreach (var child in rule.Rules)
        {
            results.Add(Result(child, frame, nested: true));
            if (settings.StopsAtDecidingRule && results[^1].IsSuccess == rule.Operator is RuleOperator.Or)
            {
                break;
            }
        }

        return results;
    }

    private Truth Combined(RuleOperator sign, IReadOnlyList<Rule> children, object?[] frame) =>
        children is [] ? Truth.False
        : sign is RuleOperator.And ? children.Min(child => Holds(child, frame))
        : children.Max(child => Holds(child, frame));

    private RuleResult Leaf(Rule rule, Truth truth, object?[] frame, bool nested)
    {
        switch (truth)
        {
            case Truth.True:
                return rule.Body.Succeeded(rule);
            case Truth.Unknown:
                return Undecided(rule, Missing(rule, frame), []);
            default:
                return rule.Body.Message is null or { IsFixed: true } && !Silent(nested)
                    ? rule.Body.FailedAlike(rule)
                    : new RuleResult(rule, false, Message(rule, frame, nested), [], []);
        }
    }

    private RuleResult Parent(Rule rule, List<RuleResult> children, object?[] frame, bool nested)
    {
        var parts = children.Select(child => Truths.Of(child.IsSuccess));
        var truth = children is [] ? Truth.False : rule.Operator is RuleOperator.And ? parts.Min() : parts.Max();
        return truth is Truth.Unknown
            ? Undecided(rule, Missing(rule, frame), children)
            : new RuleResult(
                rule, truth.ToBool(), truth is Truth.True ? "" : Message(rule, frame, nested), [], children);
    }

    private static RuleResult Undecided(
        Rule rule, IReadOnlyList<Formula.Member> missing, IReadOnlyList<RuleResult> children) => new(
        rule,
        null,
        Language.English.NotKnown(missing.Select(FactPath.Fact)),
        [.. missing.Select(FactPath.Of)],
        children);

    private string Message(Rule rule, object?[] frame, bool nested) =>
        Silent(nested) ? "" : rule.Body.Message?.Fill(frame) ?? "";

    // RulesEngine never fills the message of a rule inside a rule.
    private bool Silent(bool nested) => nested && _nulls.MessagesAreJson;
}
