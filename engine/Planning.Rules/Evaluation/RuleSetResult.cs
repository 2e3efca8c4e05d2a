namespace Planning.Rules.Evaluation;

/// <summary>What came of judging every rule of a set, in the order of the file.</summary>
public sealed record RuleSetResult(string RuleSet, string Version, IReadOnlyList<RuleResult> Results);
