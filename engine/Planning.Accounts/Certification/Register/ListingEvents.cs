using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Certification;

/// <summary>The customer decided, and its document says what.</summary>
public sealed record CampaignDecided(Id<Campaign> Campaign, BuyerDecision Decision, ImmutableArray<ListingCondition> Conditions)
    : CampaignEvent(Campaign)
{
    protected override string Tell() => FormattableString.Invariant(
        $"By “{Decision.Document.Title}” of {Decision.On:yyyy-MM-dd} the customer found us {Words<QualificationValue>.Of(Decision.Value).Replace('_', ' ')}{(Decision.ValidTo is { } to ? $" until {to:yyyy-MM-dd}" : "")}{(Conditions is [] ? "" : $" with {Conditions.Length} conditions")}.");
}

public sealed record AppealLodged(Id<Campaign> Campaign, DateOnly On, string Grounds) : CampaignEvent(Campaign)
{
    protected override string Tell() => $"We appeal against the decision on the campaign {Campaign}: {Grounds}.";
}

public sealed record ConditionMet(Id<Campaign> Campaign, Id<ListingCondition> Condition, string By, string Reference)
    : CampaignEvent(Campaign)
{
    protected override string Tell() => $"{By} met the condition {Condition}, accepted by the customer: {Reference}.";
}

/// <summary>Something of ours changed; the criteria it touches are assessed anew.</summary>
public sealed record ChangeNoticed(Id<Campaign> Campaign, ChangeNotice Notice) : CampaignEvent(Campaign)
{
    protected override string Tell() => $"{Notice.What}; {string.Join(", ", Notice.Criteria)} are assessed anew.";
}

/// <summary>Something that happened to a place on the short list.</summary>
public abstract record ListingEvent(string Scope) : CertificationEvent;

public sealed record ListingSet(string Scope, Listing Listing) : ListingEvent(Scope)
{
    protected override string Tell() => FormattableString.Invariant(
        $"For {Scope} we are {Words<QualificationValue>.Of(Listing.Value).Replace('_', ' ')} since {Listing.Since:yyyy-MM-dd}{(Listing.ValidTo is { } to ? $" until {to:yyyy-MM-dd}" : "")}.");
}

public sealed record ListingExpired(string Scope, DateOnly ValidTo) : ListingEvent(Scope)
{
    protected override string Tell() => FormattableString.Invariant(
        $"Our place for {Scope} ended on {ValidTo:yyyy-MM-dd}; bids there are refused.");
}

public sealed record BidDeskInformed(string Scope, string By) : ListingEvent(Scope)
{
    protected override string Tell() => $"{By} of the bid desk knows that we are listed for {Scope}.";
}

/// <summary>The customer asked for a quotation.</summary>
public sealed record RequestReceived(string Scope, DateOnly On, string Reference) : ListingEvent(Scope)
{
    protected override string Tell() => FormattableString.Invariant(
        $"The customer asked for a quotation for {Scope} on {On:yyyy-MM-dd}: {Reference}.");
}

public sealed record ReturnReviewed(string Scope, string By, DateOnly On, string Outcome) : ListingEvent(Scope)
{
    protected override string Tell() => $"{By} reviewed what the place for {Scope} brings: {Outcome}.";
}

/// <param name="Next">When it is due after this one.</param>
public sealed record SurveillanceDue(string Scope, DateOnly Due, DateOnly Next) : ListingEvent(Scope)
{
    protected override string Tell() => FormattableString.Invariant(
        $"The yearly surveillance for {Scope} is due on {Due:yyyy-MM-dd}.");
}

/// <param name="Next">When the next one is due.</param>
public sealed record SurveillanceHeld(string Scope, DateOnly On, string Reference, DateOnly Next) : ListingEvent(Scope)
{
    protected override string Tell() => FormattableString.Invariant(
        $"The surveillance for {Scope} was held on {On:yyyy-MM-dd} ({Reference}); the next is due on {Next:yyyy-MM-dd}.");
}

public sealed record ScorecardKept(string Scope, Scorecard Scorecard) : ListingEvent(Scope)
{
    protected override string Tell() => FormattableString.Invariant(
        $"In {Scorecard.Period} we met {Scorecard.Indicators.Count(one => one.Met)} of {Scorecard.Indicators.Length} indicators of the customer for {Scope}.");
}

/// <param name="Taken">False when it was given back.</param>
public sealed record ListingPartChanged(string Scope, string Part, bool Taken, DateOnly On, BuyerDocument Document) : ListingEvent(Scope)
{
    protected override string Tell() => FormattableString.Invariant(
        $"By “{Document.Title}” the customer {(Taken ? "took from us" : "gave us back")} {Part} of {Scope} on {On:yyyy-MM-dd}.");
}

public sealed record BidClosed(Id<Bid> Bid, BidOutcome Outcome, DateOnly On) : CertificationEvent
{
    protected override string Tell() => $"The bid {Bid} is {Words<BidOutcome>.Of(Outcome)}.";
}

/// <summary>An offer was made in a scope where we are listed.</summary>
public sealed record BidLinked(Bid Bid) : CertificationEvent
{
    protected override string Tell() => $"The bid {Bid.Id}, “{Bid.Title}”, is for {(Bid.Part is null ? "" : $"{Bid.Part} of ")}{Bid.Scope}.";
}
