using System.Collections.Immutable;
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
    /// <summary>Coded cities where the customer decides, as <c>CH-ZRH</c>: nobody is seated against a conflict there.</summary>
    public ImmutableArray<string> Cities { get; init; } = [];

    /// <summary>Customers that the same people of ours may not serve beside this one.</summary>
    public ImmutableArray<Id<Customer>> Rivals { get; init; } = [];

    public bool Equals(CustomerDetails? other) => other is not null
        && (Name, Country, Industry, Region, Lifecycle) == (other.Name, other.Country, other.Industry, other.Region, other.Lifecycle)
        && (OnTargetList, BenchmarkEffect, GroupRoot, GroupRootConfirmed)
            == (other.OnTargetList, other.BenchmarkEffect, other.GroupRoot, other.GroupRootConfirmed)
        && Cities.AsSpan().SequenceEqual(other.Cities.AsSpan()) && Rivals.AsSpan().SequenceEqual(other.Rivals.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Name, Country, GroupRoot);

    /// <summary>Whether a city is written as country and city, as <c>GB-LON</c>.</summary>
    public static bool IsCodedCity(string city) =>
        city is [var a, var b, '-', var c, var d, var e] && new[] { a, b, c, d, e }.All(char.IsAsciiLetterUpper);

    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
        FieldMistake.Blank(nameof(Name), Name),
        FieldMistake.Blank(nameof(Region), Region),
        Cities.IsDefault ? new FieldMistake(nameof(Cities), "is missing") : null,
        Cities.IsDefault || Cities.All(IsCodedCity)
            ? null
            : new FieldMistake(nameof(Cities), "names one that is no coded city; write country and city like GB-LON"),
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
