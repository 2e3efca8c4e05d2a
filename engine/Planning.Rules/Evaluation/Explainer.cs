using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Evaluation;

/// <summary>Explains how one rule came out over one frame.</summary>
internal sealed class Explainer(Judge judge, Operands operands)
{
    public Explanation Explain(Rule rule, object?[] frame)
    {
        if (rule.Body.Flaw is { } flaw)
        {
            return Told(rule, judge.Flawed(rule, flaw, frame));
        }

        var truth = judge.Holds(rule, frame).ToBool();
        try
        {
            var trace = Trace(rule, frame);
            IReadOnlyList<Trace> parts = rule.Operator is null
                ? [trace]
                : trace switch
                {
                    Trace.All all => all.Parts,
                    Trace.Any any => any.Parts,
                    _ => [],
                };
            return new Explanation(rule, truth, parts, EnglishSentence.Of(trace));
        }
        catch (Exception failure) when (Failures.IsOfRule(failure))
        {
            return Failed(rule, failure.Message, frame);
        }
    }

    public Explanation Failed(Rule rule, string reason, object?[] frame) =>
        Told(rule, judge.Failed(rule, reason, frame));

    private static Explanation Told(Rule rule, RuleResult result) => new(rule, result.IsSuccess, [], result.Message);

    private Trace Trace(Rule rule, object?[] frame)
    {
        Judge.ComputeLocals(rule, frame);
        if (rule.Body.Condition is { } condition)
        {
            return new Tracer(operands, frame).Trace(condition);
        }

        Trace[] parts = [.. rule.Rules.Select(child => Trace(child, frame))];
        return rule.Operator is RuleOperator.And && parts is not [] ? Tracer.All(parts) : Tracer.Any(parts);
    }
}
