using Planning.Rules.Compiling;
using Planning.Rules.Decisions;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Evaluation;

/// <summary>Explains how rules came out over one frame.</summary>
/// <param name="failure">Why the globals could not be computed; null when they were.</param>
internal sealed class Explainer(Judge judge, Operands operands, object?[] frame, Flaw? flaw, string? failure)
{
    // Judging costs here what it costs Evaluate; telling, which computes each part again, has a count of its own.
    private int _judging = Steps.SoFar;

    public Explanation Explain(Rule rule)
    {
        Steps.SoFar = _judging;
        return Explained(rule, inside: false);
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

    private Explanation Explained(Rule rule, bool inside)
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
            return Judged(rule, inside);
        }
        catch (Exception cause) when (Failures.IsOfRule(cause))
        {
            return Explanation.Failed(judge.Failed(rule, cause.Message, frame), cause.Message);
        }
    }

    private Explanation Told(Explanation judged, Formula condition)
    {
        try
        {
            return judged with { Trace = new Tracer(operands, frame).Trace(condition) };
        }
        catch (LimitExceededException tooMuch)
        {
            return judged.Untold(tooMuch.Message);
        }
    }

    private Truth JudgedFirst(Rule rule)
    {
        try
        {
            return judge.Judged(rule, frame);
        }
        finally
        {
            _judging = Steps.SoFar;
            Steps.SoFar = 0;
        }
    }

    private Explanation Judged(Rule rule, bool inside)
    {
        var truth = inside ? judge.Judged(rule, frame) : JudgedFirst(rule);
        Judge.ComputeLocals(rule, frame);
        var explanation = new Explanation(rule, truth.ToBool())
        {
            Locals = Parameters(rule.Body.Locals),
            Missing = truth is Truth.Unknown ? [.. judge.Missing(rule, frame).Select(FactPath.Fact)] : [],
        };
        if (rule.Body.Condition is { } condition)
        {
            return Told(explanation, condition);
        }

        return explanation with { Children = [.. rule.Rules.Select(child => Explained(child, inside: true))] };
    }
}
