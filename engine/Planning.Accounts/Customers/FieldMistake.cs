namespace Planning.Accounts.Customers;

/// <summary>One field of a record that cannot be as it is given.</summary>
/// <param name="Field">The property's name.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record FieldMistake(string Field, string Message)
{
    public string Sentence => $"{Field} {Message}.";

    /// <returns>Nothing when <paramref name="value"/> lies within the bounds, both included.</returns>
    public static FieldMistake? OutOfRange(string field, decimal value, decimal smallest, decimal largest) =>
        value < smallest || value > largest
            ? new FieldMistake(field, FormattableString.Invariant($"is {value}; it must be from {smallest} to {largest}"))
            : null;

    public static FieldMistake? Blank(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? new FieldMistake(field, "is empty") : null;

    /// <returns>Nothing when <paramref name="day"/> is not after <paramref name="today"/>.</returns>
    public static FieldMistake? NotYet(string field, DateOnly day, DateOnly today) => day > today
        ? new FieldMistake(field, FormattableString.Invariant($"is {day:yyyy-MM-dd}, which has not come yet"))
        : null;

    /// <summary>The mistakes among some checks.</summary>
    public static IEnumerable<FieldMistake> Among(params IEnumerable<FieldMistake?> checks) => checks.OfType<FieldMistake>();
}
