using Planning.Rules.Books;
using Planning.Rules.Compiling;
using Planning.Rules.Evaluation;
using Planning.Rules.Formulas;

namespace Planning.Rules.RuleSets;

/// <summary>The compiled form of a rule.</summary>
internal sealed class RuleBody(
    Formula? condition, ScopedValue[] locals, MessageTemplate? message, Flaw? flaw, RuleActions actions)
{
    private readonly Warming<Truth>? _holds = condition is null ? null : FormulaCompiler.Condition(condition);

    private RuleResult? _succeeded;
    private RuleResult? _failed;

    /// <summary>Null for a rule with an operator.</summary>
    public Formula? Condition => condition;

    public ScopedValue[] Locals => locals;

    /// <summary>Why the rule cannot be judged; null for nearly every rule.</summary>
    public Flaw? Flaw => flaw;

    public RuleActions Actions => actions;

    public MessageTemplate? Message => message;

    public Truth Holds(object?[] frame) => _holds!.Run(frame);

    // Results that are the same for everybody are made once. A race makes two equal ones, which is harmless.
    public RuleResult Succeeded(Rule rule) => _succeeded ??= new RuleResult(rule, true, "", [], []);

    public RuleResult FailedAlike(Rule rule) =>
        _failed ??= new RuleResult(rule, false, message?.Fill([]) ?? "", [], []);
}
