using Planning.Rules.Books;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Evaluation;

/// <summary>What came of judging one rule.</summary>
/// <param name="IsSuccess">True, false, or null when it hangs on facts that are missing.</param>
/// <param name="Message">The rule's error message with its placeholders filled, or the reason in words when the rule is
/// undecided or failed while running; empty on success.</param>
/// <param name="MissingFacts">The facts a decision hangs on, as paths: <c>customer.Match</c>.</param>
/// <param name="Children">Of a rule with an operator: one result for each rule inside it.</param>
public sealed record RuleResult(
    Rule Rule,
    bool? IsSuccess,
    string Message,
    IReadOnlyList<string> MissingFacts,
    IReadOnlyList<RuleResult> Children)
{
    /// <summary>What came of the rule's action; null when none was run.</summary>
    public ActionOutcome? Action { get; init; }
}
