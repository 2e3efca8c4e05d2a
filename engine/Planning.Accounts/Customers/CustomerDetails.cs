using System.Text.Json.Serialization;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Customers;

/// <summary>Who the customer is.</summary>
/// <param name="Country">ISO 3166 alpha-2; chooses the working calendar.</param>
/// <param name="GroupRoot">The head of the group under common control; itself when it stands alone (METHOD D7).</param>
/// <param name="GroupRootConfirmed">Somebody has checked the group root; a plan cannot leave its first stage before.</param>
/// <param name="OnTargetList">Chosen as a future strategic customer (“100T”).</param>
/// <param name="BenchmarkEffect">Its name persuades others: lighthouse value.</param>
public sealed record CustomerDetails(
    string Name,
    string Country,
    string Industry,
    string Region,
    Lifecycle Lifecycle,
    bool OnTargetList,
    bool BenchmarkEffect,
    Id<Customer> GroupRoot,
    bool GroupRootConfirmed)
{
    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
        FieldMistake.Blank(nameof(Name), Name),
        FieldMistake.Blank(nameof(Region), Region),
        Country is [>= 'A' and <= 'Z', >= 'A' and <= 'Z']
            ? null
            : new FieldMistake(nameof(Country), $"“{Country}” is not an ISO 3166 code of two capital letters, as CH"));
}

[JsonConverter(typeof(WordJsonConverter<Lifecycle>))]
public enum Lifecycle
{
    [JsonStringEnumMemberName("prospect")]
    Prospect,
    [JsonStringEnumMemberName("active")]
    Active,
    [JsonStringEnumMemberName("dormant")]
    Dormant,
    [JsonStringEnumMemberName("lost")]
    Lost,
    [JsonStringEnumMemberName("closed")]
    Closed,
}
