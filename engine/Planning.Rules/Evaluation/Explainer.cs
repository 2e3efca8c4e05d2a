using Planning.Rules.Decisions;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Evaluation;

/// <summary>Explains how rules came out over one frame.</summary>
/// <param name="failure">Why the globals could not be computed; null when they were.</param>
internal sealed class Explainer(Judge judge, Operands operands, object?[] frame, Flaw? flaw, string? failure)
{
    public Explanation Explain(Rule rule)
    {
        if ((flaw ?? rule.Body.Flaw) is { } why)
        {
            return Explanation.Failed(judge.Flawed(rule, why, frame), why.Reason);
        }

        if (failure is not null)
        {
            return Explanation.Failed(judge.Failed(rule, failure, frame), failure);
        }

        try
        {
            return Judged(rule);
        }
        catch (Exception cause) when (Failures.IsOfRule(cause))
        {
            return Explanation.Failed(judge.Failed(rule, cause.Message, frame), cause.Message);
        }
    }

    /// <summary>What a decision made of a rule, and why. A rule that was not judged is not judged now.</summary>
    public Explanation Explain(RuleOutcome outcome) => outcome is RuleOutcome.NotReached
        ? new Explanation(outcome.Rule, null) { Outcome = outcome }
        : Explain(outcome.Rule) with { Outcome = outcome };

    public IReadOnlyList<ParameterTrace> Parameters(IEnumerable<ScopedValue> parameters)
    {
        var tracer = new Tracer(operands, frame);
        return
        [
            .. parameters
                .Where(parameter => frame[parameter.Formula.Slot] is not null)
                .Select(parameter => tracer.Parameter(parameter.Formula)),
        ];
    }

    private Explanation Judged(Rule rule)
    {
        Judge.ComputeLocals(rule, frame);
        var truth = judge.Holds(rule, frame);
        var explanation = new Explanation(rule, truth.ToBool())
        {
            Locals = Parameters(rule.Body.Locals),
            Missing = truth is Truth.Unknown ? [.. judge.Missing(rule, frame).Select(FactPath.Fact)] : [],
        };
        if (rule.Body.Condition is { } condition)
        {
            return explanation with { Trace = new Tracer(operands, frame).Trace(condition) };
        }

        return explanation with { Children = [.. rule.Rules.Select(Explain)] };
    }
}
