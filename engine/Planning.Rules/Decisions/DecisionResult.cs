namespace Planning.Rules.Decisions;

/// <summary>What a rule set decided about one customer.</summary>
/// <param name="Outcomes">One for each rule, in the order they were judged.</param>
/// <param name="Next">To be kept, and given to the next evaluation.</param>
/// <param name="Globals">The values of the global parameters the rules used, such as scores.</param>
public sealed record DecisionResult(
    string RuleSet,
    string Version,
    IReadOnlyList<RuleOutcome> Outcomes,
    DecisionState Next,
    IReadOnlyDictionary<string, object?> Globals);
