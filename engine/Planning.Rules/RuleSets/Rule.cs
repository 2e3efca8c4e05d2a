using System.Text.Json;
using Planning.Rules.Decisions;

namespace Planning.Rules.RuleSets;

/// <summary>One rule of a set: a condition, or an operator over the rules inside it.</summary>
/// <remarks>Immutable. A rule belongs to the set it was read with.</remarks>
public sealed record Rule
{
    internal Rule() { }

    public required string Name { get; init; }

    /// <summary>Where the rule stands in its file, as a JSON path.</summary>
    public required string Path { get; init; }

    /// <summary>The condition as written; null for a rule with an operator.</summary>
    public string? Expression { get; init; }

    public RuleOperator? Operator { get; init; }

    /// <summary>The message for when the rule is false, with its placeholders still in it.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>A label for whoever asked; the engine does nothing with it.</summary>
    public string? SuccessEvent { get; init; }

    /// <summary>Free data of the author's, as in the file.</summary>
    public JsonElement? Properties { get; init; }

    /// <summary>What the properties say about deciding: group, priority, hold and the like.</summary>
    public required DecisionTerms Terms { get; init; }

    /// <summary>The enabled rules inside this one.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    internal RuleBody Body { get; init; } = null!;

    public bool Equals(Rule? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
