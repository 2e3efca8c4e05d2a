using Planning.Rules.RuleSets;

namespace Planning.Rules.Evaluation;

/// <summary>Why a rule came out as it did.</summary>
/// <param name="Parts">One trace for the rule's condition; for a rule with an operator, one for each rule inside it.
/// Empty when the rule failed while running.</param>
/// <param name="Sentence">The parts that decided, in English: "match 76 ≥ 60, quality 92.1 ≥ 50".</param>
public sealed record Explanation(Rule Rule, bool? IsSuccess, IReadOnlyList<Trace> Parts, string Sentence);
