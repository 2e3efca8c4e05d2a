using System.Text.Json.Serialization;
using Planning.Rules.Wording;

namespace Planning.Rules.Evaluation;

/// <summary>A value that took part in a condition.</summary>
/// <param name="Label">What people call it.</param>
/// <param name="Text">How the rule's author wrote it.</param>
/// <param name="Value">In JSON: numbers and texts as they are, choices by their word, of long lists the first
/// elements.</param>
/// <param name="IsConstant">Written in the rule itself.</param>
/// <param name="Missing">The facts whose absence made the value missing.</param>
public sealed record Operand(
    Label Label,
    string Text,
    [property: JsonConverter(typeof(ShownValueConverter))] object? Value,
    bool IsConstant,
    IReadOnlyList<Fact> Missing)
{
    /// <summary>Neither a fact nor a constant: put together by the rule itself, so its label says how.</summary>
    [JsonIgnore]
    public bool IsComputed { get; init; }
}

/// <summary>Something known, or not, about whoever is judged.</summary>
/// <param name="Path">Where it is found: <c>customer.Match</c>.</param>
public sealed record Fact(string Path, Label Label);
