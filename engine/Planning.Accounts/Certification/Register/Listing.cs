using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Certification;

/// <summary>Where we stand on the customer's short list for a scope.</summary>
[JsonConverter(typeof(WordJsonConverter<QualificationValue>))]
public enum QualificationValue
{
    [JsonStringEnumMemberName("pending")]
    Pending,
    [JsonStringEnumMemberName("conditional")]
    Conditional,
    [JsonStringEnumMemberName("qualified")]
    Qualified,
    [JsonStringEnumMemberName("not_qualified")]
    NotQualified,
    [JsonStringEnumMemberName("suspended")]
    Suspended,
    [JsonStringEnumMemberName("expired")]
    Expired,
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}

/// <summary>A document of the customer that says where we stand (INV-18).</summary>
/// <param name="Hash">SHA-256 of the file, lower-case hexadecimal.</param>
/// <param name="Issuer">Who at the customer signed it.</param>
public sealed record BuyerDocument(string Title, string Hash, string Issuer, DateOnly IssuedOn)
{
    [JsonIgnore]
    internal IEnumerable<NamedFile> Files => [new(Title, Hash, IsSecret: false)];

    internal IEnumerable<FieldMistake?> Mistakes(DateOnly today) =>
    [
        FieldMistake.Blank("Document.Title", Title),
        FieldMistake.Blank("Document.Issuer", Issuer),
        Evidence.BadHash("Document.Hash", Hash),
        FieldMistake.NotYet("Document.IssuedOn", IssuedOn, today),
    ];
}

/// <summary>What the customer decided at the end of a campaign.</summary>
/// <param name="Value">qualified, conditional or not_qualified.</param>
/// <param name="ValidTo">The last day; nothing when we are not listed.</param>
/// <param name="AppealUntil">The last day on which we may appeal; nothing where there is nothing to appeal against.</param>
public sealed record BuyerDecision(QualificationValue Value, DateOnly On, BuyerDocument Document, DateOnly? ValidTo, DateOnly? AppealUntil)
{
    [JsonIgnore]
    public bool Lists => Value is QualificationValue.Qualified or QualificationValue.Conditional;
}

/// <summary>Something the customer wants of us to stay listed.</summary>
public sealed record ListingCondition(Id<ListingCondition> Id, string Text, Id<Employee> Owner, DateOnly Due)
{
    /// <summary>How the customer accepted it; nothing as long as it is open.</summary>
    public string? Reference { get; init; }

    [JsonIgnore]
    public bool IsOpen => Reference is null;
}

/// <summary>Our place on the customer's short list for one scope: always as a document of the customer says.</summary>
/// <param name="Campaign">The campaign that led to it.</param>
/// <param name="ValidTo">The last day; nothing when we are not on the list.</param>
public sealed record Listing(Scope Scope, QualificationValue Value, Id<Campaign> Campaign, DateOnly Since, DateOnly? ValidTo)
{
    /// <summary>Nothing for a scope that is pending.</summary>
    public BuyerDocument? Document { get; init; }

    /// <summary>The day on which its renewal begins; nothing when it has begun or is not needed.</summary>
    public DateOnly? RenewOn { get; init; }

    /// <summary>When the next surveillance is due.</summary>
    public DateOnly? SurveillanceOn { get; init; }

    /// <summary>Who at the bid desk knows of it; nothing as long as nobody there does.</summary>
    public string? KnownBy { get; init; }

    /// <summary>A surveillance that is due and was not held; the day it was due.</summary>
    public DateOnly? SurveillanceOpen { get; init; }

    /// <summary>When the last surveillance was held.</summary>
    public DateOnly? SurveyedOn { get; init; }

    /// <summary>The newest; nothing as long as none is kept.</summary>
    public Scorecard? Scorecard { get; init; }

    /// <summary>Parts of the scope that the customer took from us, with the document that says so; nothing while it took none.</summary>
    public ImmutableSortedDictionary<string, BuyerDocument>? TakenParts
    {
        get;
        init => field = value is { IsEmpty: false } ? value.WithComparers(StringComparer.OrdinalIgnoreCase) : null;
    }

    public DateOnly? FirstRequestOn { get; init; }

    public DateOnly? LastRequestOn { get; init; }

    /// <summary>When the board looked at what the place brings.</summary>
    public DateOnly? ReturnReviewedOn { get; init; }

    public bool ExpiryNoted { get; init; }

    /// <summary>An expired place is none, whether or not anybody noticed.</summary>
    public QualificationValue On(DateOnly day) =>
        MayBidWith(Value) && ValidTo < day ? QualificationValue.Expired : Value;

    public bool MayBid(DateOnly day) => MayBidWith(On(day));

    public bool HasTaken(string part) => TakenParts?.ContainsKey(part) is true;

    /// <summary>The last day on which the place brought something, or the board looked at why it did not.</summary>
    public DateOnly QuietSince() => new[] { Since, LastRequestOn ?? FirstRequestOn ?? Since, ReturnReviewedOn ?? Since }.Max();

    public bool Equals(Listing? other) => other is not null
        && (Scope, Value, Campaign, Since, ValidTo, Document) ==
            (other.Scope, other.Value, other.Campaign, other.Since, other.ValidTo, other.Document)
        && (RenewOn, SurveillanceOn, SurveillanceOpen, SurveyedOn, Scorecard) ==
            (other.RenewOn, other.SurveillanceOn, other.SurveillanceOpen, other.SurveyedOn, other.Scorecard)
        && (KnownBy, FirstRequestOn, LastRequestOn, ReturnReviewedOn, ExpiryNoted) ==
            (other.KnownBy, other.FirstRequestOn, other.LastRequestOn, other.ReturnReviewedOn, other.ExpiryNoted)
        && (TakenParts ?? ImmutableSortedDictionary<string, BuyerDocument>.Empty).SequenceEqual(
            other.TakenParts ?? ImmutableSortedDictionary<string, BuyerDocument>.Empty);

    public override int GetHashCode() => HashCode.Combine(Scope, Value, Since, ValidTo);

    private static bool MayBidWith(QualificationValue value) =>
        value is QualificationValue.Qualified or QualificationValue.Conditional;
}

/// <summary>Something of ours that changed, so that the buyer has to look again (METHOD Q9).</summary>
/// <param name="Criteria">What is assessed anew.</param>
public sealed record ChangeNotice(Id<ChangeNotice> Id, string What, ImmutableArray<Id<Criterion>> Criteria, DateOnly On)
{
    public bool Equals(ChangeNotice? other) => other is not null
        && (Id, What, On) == (other.Id, other.What, other.On) && Criteria.AsSpan().SequenceEqual(other.Criteria.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, On);
}
