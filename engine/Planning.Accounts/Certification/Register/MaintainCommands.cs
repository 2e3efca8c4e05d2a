using System.Collections.Immutable;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>Keep how the customer sees our work in a quarter (METHOD §3.2 B12).</summary>
[Command("keep-scorecard", "Keep the customer's KPI scorecard of a quarter for a scope where we are listed")]
public sealed record KeepScorecard(Scope Scope, Quarter Period, ImmutableArray<ScoredIndicator> Indicators) : ListingCommand(Scope)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Occasion on) =>
    [
        Indicators is [] ? new FieldMistake(nameof(Indicators), "are empty; write at least one") : null,
        .. Indicators.Select((indicator, at) => FieldMistake.Blank($"Indicators[{at}].Name", indicator?.Name)),
        Quarter.Of(on.Today).Since(Period) < 0 ? new FieldMistake(nameof(Period), $"is {Period}, which has not come yet") : null,
    ];

    private protected override Decision Decide(Listing listing, Occasion on) => listing.Scorecard switch
    {
        { } newest when newest.Period == Period && newest.Indicators.AsSpan().SequenceEqual(Indicators.AsSpan()) => Decision.Record(),
        { } newest when Period.Since(newest.Period) < 0 =>
            Decision.Refuse("older-scorecard", $"The scorecard of {newest.Period} is kept for {Scope} already."),
        _ => Decision.Record(new ScorecardKept(Scope.Key, new Scorecard(Period, on.Actor, on.Today, Indicators))),
    };
}

[Command("note-surveillance", "Keep that the surveillance of a place on the short list was held, with its report")]
public sealed record NoteSurveillance(Scope Scope, DateOnly On, string Reference) : ListingCommand(Scope)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Occasion on) =>
        [FieldMistake.Blank(nameof(Reference), Reference), FieldMistake.NotYet(nameof(On), On, on.Today)];

    private protected override Decision Decide(Listing listing, Occasion on) => listing switch
    {
        _ when listing.SurveyedOn >= On => Decision.Record(),
        _ when !listing.MayBid(on.Today) => Decision.Refuse("not-listed", $"We are not listed for {Scope}."),
        _ => Decision.Record(new SurveillanceHeld(
            Scope.Key, On, Reference, On.AddMonths(on.Policies.Certification.Campaigns.SurveillanceMonths))),
    };
}

/// <summary>Keep that the customer takes a part of a scope from us, or gives it back, by a document (METHOD Q1).</summary>
/// <param name="Part">What the customer calls it, as a product or a site.</param>
/// <param name="Taken">False when it is given back.</param>
[Command("change-listing-part", "Keep that the customer takes a part of a scope from us or gives it back, with its document")]
public sealed record ChangeListingPart(Scope Scope, string Part, bool Taken, DateOnly On, BuyerDocument Document) : ListingCommand(Scope)
{
    public override IEnumerable<NamedFile> Files => Document.Files;

    private protected override IEnumerable<FieldMistake?> Flaws(Occasion on) =>
    [
        FieldMistake.Blank(nameof(Part), Part) ?? (Part.Trim() == Part ? null : new FieldMistake(nameof(Part), "has spaces around it")),
        FieldMistake.NotYet(nameof(On), On, on.Today),
        .. Document.Mistakes(on.Today),
    ];

    private protected override Decision Decide(Listing listing, Occasion on) => listing switch
    {
        _ when listing.HasTaken(Part) == Taken => Decision.Record(),
        _ when !listing.MayBid(on.Today) => Decision.Refuse("not-listed", $"We are not listed for {Scope}."),
        _ => Decision.Record(new ListingPartChanged(Scope.Key, Part, Taken, On, Document)),
    };
}

[Command("close-bid", "Say what became of a bid")]
public sealed record CloseBid(Id<Bid> Id, BidOutcome Outcome) : CustomerCommand
{
    public override Decision Decide(Customer customer, Occasion on) => customer.Certification.Bids.GetValueOrDefault(Id) switch
    {
        null => Decision.Refuse("bid-unknown", $"{customer.Details!.Name} has no bid {Id}."),
        { Outcome: { } known } => known == Outcome
            ? Decision.Record()
            : Decision.Refuse("bid-closed", $"The bid {Id} is {Wording.Words<BidOutcome>.Of(known)} already."),
        _ => Decision.Record(new BidClosed(Id, Outcome, on.Today)),
    };
}
