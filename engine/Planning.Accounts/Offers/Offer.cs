using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Offers;

/// <summary>What we would do for a price; below a floor it is refused unless people above agree (METHOD ESC-25).</summary>
/// <param name="Bid">The bid that it belongs to; nothing where the customer runs no short list.</param>
/// <param name="Margin">Contribution ÷ value, −1 to 1.</param>
/// <param name="LowestCash">The lowest that payments less costs come to on the way ÷ value, −1 to 1; −0.2 when we lay out a fifth.</param>
/// <param name="IsStrategic">The board decides on an exception too.</param>
public sealed record Offer(
    Id<Offer> Id,
    string Title,
    Id<Bid>? Bid,
    Money Value,
    decimal Margin,
    decimal LowestCash,
    bool IsStrategic,
    string By,
    DateOnly On)
{
    /// <summary>What it is below; nothing is below nothing.</summary>
    public bool BelowMargin { get; init; }

    public bool BelowCash { get; init; }

    /// <summary>Why people were asked to agree all the same; nothing as long as nobody asked.</summary>
    public OfferException? Exception { get; init; }

    /// <summary>What they said; nothing as long as they have not.</summary>
    public bool? Excepted { get; init; }

    public DateOnly? SentOn { get; init; }

    public DateOnly? WithdrawnOn { get; init; }

    [JsonIgnore]
    public bool IsBelow => BelowMargin || BelowCash;

    /// <summary>It may go to the customer.</summary>
    [JsonIgnore]
    public bool IsAllowed => !IsBelow || Excepted is true;

    /// <summary>It is refused, and nobody above has said so yet.</summary>
    [JsonIgnore]
    public bool IsUndecided => IsBelow && Excepted is null && WithdrawnOn is null;
}

/// <summary>Why an offer below a floor should be made.</summary>
/// <param name="Reasons">One or more that are more than “customer first” (INV-31).</param>
public sealed record OfferException(string By, DateOnly On, ImmutableArray<OfferReason> Reasons)
{
    public bool Equals(OfferException? other) =>
        other is not null && (By, On) == (other.By, other.On) && Reasons.AsSpan().SequenceEqual(other.Reasons.AsSpan());

    public override int GetHashCode() => HashCode.Combine(By, Reasons.Length);
}

public sealed record OfferReason(OfferReasonKind Kind, string Text);

/// <summary>The first alone is never enough: small things may be given, strategic interest not (METHOD 004, INV-31).</summary>
[JsonConverter(typeof(WordJsonConverter<OfferReasonKind>))]
public enum OfferReasonKind
{
    [JsonStringEnumMemberName("customer_first")]
    CustomerFirst,
    [JsonStringEnumMemberName("entry")]
    Entry,
    [JsonStringEnumMemberName("reference")]
    Reference,
    [JsonStringEnumMemberName("volume")]
    Volume,
    [JsonStringEnumMemberName("rival")]
    Rival,
    [JsonStringEnumMemberName("our_fault")]
    OurFault,
}
