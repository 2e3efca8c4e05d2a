using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Contents;

/// <summary>Where customer and we want to be in the last plan year, seen first from there, then from today (METHOD A3).</summary>
/// <param name="Year">The last plan year.</param>
/// <param name="AsSeenByCustomer">The picture of that year as the customer sees it.</param>
/// <param name="Today">The same of today.</param>
/// <param name="Gap">What lies between.</param>
public sealed record Ambition(int Year, string AsSeenByCustomer, string Today, string Gap) : PlanEntry
{
    /// <summary>Of that year.</summary>
    public Money? Revenue { get; init; }

    /// <summary>0 to 1.</summary>
    public decimal? ShareOfWallet { get; init; }

    /// <summary>Contribution ÷ revenue, -1 to 1.</summary>
    public decimal? Margin { get; init; }

    /// <summary>0 to 100.</summary>
    public decimal? Satisfaction { get; init; }

    /// <summary>0 to 100.</summary>
    public decimal? Match { get; init; }

    /// <summary>Layer 0 to 3 (METHOD §4.1).</summary>
    public int? StickinessNow { get; init; }

    /// <summary>Layer 0 to 3.</summary>
    public int? StickinessTarget { get; init; }

    public ChannelPosition? PositionNow { get; init; }

    public ChannelPosition? PositionTarget { get; init; }

    [JsonIgnore]
    public override string Key => "ambition";

    [JsonIgnore]
    public override string? Gist => AsSeenByCustomer;

    /// <summary>What the exit of A3 asks for and it does not state yet.</summary>
    internal IEnumerable<string> Missing() =>
    [
        .. Revenue is null ? ["revenue"] : Array.Empty<string>(),
        .. ShareOfWallet is null ? ["share of wallet"] : Array.Empty<string>(),
        .. Margin is null ? ["margin"] : Array.Empty<string>(),
        .. Satisfaction is null ? ["satisfaction"] : Array.Empty<string>(),
        .. Match is null ? ["match"] : Array.Empty<string>(),
        .. StickinessTarget is null ? ["stickiness"] : Array.Empty<string>(),
    ];

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, DateOnly today) => FieldMistake.Among(
        FieldMistake.Blank(nameof(AsSeenByCustomer), AsSeenByCustomer),
        FieldMistake.Blank(nameof(Today), Today),
        FieldMistake.Blank(nameof(Gap), Gap),
        customer.Plan is { } plan && Year != plan.HorizonTo
            ? new FieldMistake(nameof(Year), $"is {Year}; the plan's last year is {plan.HorizonTo}")
            : null,
        FieldMistake.OutOfRange(nameof(Revenue), Revenue?.Millions ?? 0, 0, 1_000_000),
        FieldMistake.OutOfRange(nameof(ShareOfWallet), ShareOfWallet ?? 0, 0, 1),
        FieldMistake.OutOfRange(nameof(Margin), Margin ?? 0, -1, 1),
        FieldMistake.OutOfRange(nameof(Satisfaction), Satisfaction ?? 0, 0, 100),
        FieldMistake.OutOfRange(nameof(Match), Match ?? 0, 0, 100),
        FieldMistake.OutOfRange(nameof(StickinessNow), StickinessNow ?? 0, 0, 3),
        FieldMistake.OutOfRange(nameof(StickinessTarget), StickinessTarget ?? 0, 0, 3));
}

/// <summary>Whether our part of the spend lies in the customer's main channel or at its fringe (METHOD A3).</summary>
[JsonConverter(typeof(WordJsonConverter<ChannelPosition>))]
public enum ChannelPosition
{
    [JsonStringEnumMemberName("fringe")]
    Fringe,
    [JsonStringEnumMemberName("main_channel")]
    MainChannel,
}
