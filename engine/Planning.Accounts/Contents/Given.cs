using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Contents;

/// <summary>What no type can forbid in a list that people hand in.</summary>
internal static class Given
{
    /// <returns>Nothing for a list that is there and whole.</returns>
    public static IEnumerable<FieldMistake>? Holes<T>(string field, ImmutableArray<T> items)
        where T : class => items switch
        {
            { IsDefault: true } => [new FieldMistake(field, "is not there; write [] for none")],
            _ when items.Contains(null!) => [new FieldMistake(field, "has an empty place")],
            _ => null,
        };
}
