using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Certification;

/// <summary>A bid of ours in a scope.</summary>
public sealed record Bid(Id<Bid> Id, Scope Scope, string Title, DateOnly LinkedOn)
{
    /// <summary>The part of the scope that it is for; nothing for the whole.</summary>
    public string? Part { get; init; }

    /// <summary>How we stood on the short list on the day it was made; nothing where the customer runs none (INV-21).</summary>
    public QualificationValue? Standing { get; init; }

    /// <summary>Nothing as long as it is open.</summary>
    public BidOutcome? Outcome { get; init; }
}

[JsonConverter(typeof(WordJsonConverter<BidOutcome>))]
public enum BidOutcome
{
    [JsonStringEnumMemberName("won")]
    Won,
    [JsonStringEnumMemberName("lost")]
    Lost,
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}
