using System.Text.Json;

namespace Planning.Rules.Decisions;

/// <summary>What a rule's properties say about deciding.</summary>
/// <param name="Group">Only one rule of a group may win.</param>
/// <param name="Priority">Higher is judged first; 0 if not given, and then the order of the file.</param>
/// <param name="Stop">When true of a customer, nothing below is judged.</param>
/// <param name="HoldFor">How many evaluations in a row the rule must be true before it fires; at least 1.</param>
/// <param name="Unless">State predicates that postpone the rule.</param>
/// <param name="Then">What to do, as objects with "do"; read by whoever acts.</param>
public sealed record DecisionTerms(
    string? Group,
    double Priority,
    bool Stop,
    int HoldFor,
    IReadOnlyList<string> Unless,
    IReadOnlyList<JsonElement> Then)
{
    public static DecisionTerms None { get; } = new(null, 0, false, 1, [], []);
}
