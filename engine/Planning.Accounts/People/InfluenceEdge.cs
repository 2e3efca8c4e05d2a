using System.Text.Json.Serialization;
using Planning.Accounts.Wording;
using Planning.Accounts.Customers;

namespace Planning.Accounts.People;

/// <summary>One person's influence on another at the customer.</summary>
/// <param name="Strength">1 to 5.</param>
public sealed record InfluenceEdge(Id<Person> From, Id<Person> To, InfluenceKind Kind, int Strength);

[JsonConverter(typeof(WordJsonConverter<InfluenceKind>))]
public enum InfluenceKind
{
    [JsonStringEnumMemberName("formal")]
    Formal,
    [JsonStringEnumMemberName("informal")]
    Informal,
    [JsonStringEnumMemberName("conflict")]
    Conflict,
}
