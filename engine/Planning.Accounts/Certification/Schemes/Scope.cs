using System.Text.Json.Serialization;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>What a buyer qualifies a supplier for: a category in a region for a unit (METHOD Q1).</summary>
public sealed record Scope(string Category, string Region, string Unit)
{
    /// <summary>The same as one text, to find it by.</summary>
    [JsonIgnore]
    public string Key => $"{Category} / {Region} / {Unit}";

    public IEnumerable<FieldMistake?> Mistakes(string field) =>
    [
        Part($"{field}.{nameof(Category)}", Category),
        Part($"{field}.{nameof(Region)}", Region),
        Part($"{field}.{nameof(Unit)}", Unit),
    ];

    public override string ToString() => Key;

    // Two ways to write one scope would be two scopes, and a bid could slip through between them.
    private static FieldMistake? Part(string field, string? text) => FieldMistake.Blank(field, text)
        ?? (text!.Trim() != text || text.Contains('/', StringComparison.Ordinal)
            ? new FieldMistake(field, $"is “{text}”; write it without spaces around it and without “/”")
            : null);
}
