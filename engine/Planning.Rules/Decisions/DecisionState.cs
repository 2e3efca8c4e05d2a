using System.Collections.Immutable;

namespace Planning.Rules.Decisions;

/// <summary>What deciding must remember of one customer: how often in a row each rule was true.</summary>
/// <param name="Holds">By rule name; rules that are not true have no entry.</param>
/// <remarks>A value: equal when the counters are. Kept as JSON in the customer's state.</remarks>
public sealed record DecisionState(ImmutableSortedDictionary<string, int> Holds)
{
    public static DecisionState Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal));

    public bool Equals(DecisionState? other) => other is not null && Holds.SequenceEqual(other.Holds);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (rule, times) in Holds)
        {
            hash.Add(rule, StringComparer.Ordinal);
            hash.Add(times);
        }

        return hash.ToHashCode();
    }
}
