using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.People;

/// <summary>How somebody at the customer is reached on business. It is asked for once (INV-10).</summary>
/// <param name="Value">As people write it.</param>
/// <param name="VerifiedOn">The last day that somebody knew it to be right.</param>
public sealed record ContactPoint(ContactKind Kind, string Value, DateOnly? VerifiedOn)
{
    /// <summary>Two spellings with the same key are the same contact point.</summary>
    [JsonIgnore]
    public string Key => $"{Words<ContactKind>.Of(Kind)}:{Folded()}";

    public IEnumerable<FieldMistake> Mistakes(DateOnly today) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Value), Value),
        string.IsNullOrWhiteSpace(Value) || Folded().Length > 0
            ? null
            : new FieldMistake(nameof(Value), $"is “{Value}”, which holds no number"),
        VerifiedOn is { } day ? FieldMistake.NotYet(nameof(VerifiedOn), day, today) : null);

    private string Folded() => Kind is ContactKind.Phone or ContactKind.Mobile
        ? string.Concat(Value.Replace("(0)", "", StringComparison.Ordinal).Where(char.IsAsciiDigit)).TrimStart('0')
        : string.Join(' ', Value.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

[JsonConverter(typeof(WordJsonConverter<ContactKind>))]
public enum ContactKind
{
    [JsonStringEnumMemberName("mail")]
    Mail,
    [JsonStringEnumMemberName("phone")]
    Phone,
    [JsonStringEnumMemberName("mobile")]
    Mobile,
    [JsonStringEnumMemberName("post")]
    Post,
    [JsonStringEnumMemberName("meeting")]
    Meeting,
    [JsonStringEnumMemberName("portal")]
    Portal,
}
