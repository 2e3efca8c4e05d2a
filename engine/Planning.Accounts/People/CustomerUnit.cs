using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.People;

/// <summary>A department or subsidiary of the customer.</summary>
/// <param name="Relevance">0 not concerned by what we offer, to 3 at its centre.</param>
/// <param name="HeadcountInProcess">How many people there take part; unknown until somebody estimates it.</param>
public sealed record CustomerUnit(string Name, UnitFunction Function, int Relevance, int? HeadcountInProcess)
{
    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
        FieldMistake.Blank(nameof(Name), Name),
        FieldMistake.OutOfRange(nameof(Relevance), Relevance, 0, 3),
        FieldMistake.OutOfRange(nameof(HeadcountInProcess), HeadcountInProcess ?? 0, 0, 1_000_000));
}

[JsonConverter(typeof(WordJsonConverter<UnitFunction>))]
public enum UnitFunction
{
    [JsonStringEnumMemberName("planning")]
    Planning,
    [JsonStringEnumMemberName("engineering")]
    Engineering,
    [JsonStringEnumMemberName("operations")]
    Operations,
    [JsonStringEnumMemberName("procurement")]
    Procurement,
    [JsonStringEnumMemberName("finance")]
    Finance,
    [JsonStringEnumMemberName("legal")]
    Legal,
    [JsonStringEnumMemberName("security")]
    Security,
    [JsonStringEnumMemberName("marketing")]
    Marketing,
    [JsonStringEnumMemberName("subsidiary")]
    Subsidiary,
}
