using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>Something that people ask about a place on the short list.</summary>
public abstract record ListingCommand(Scope Scope) : CustomerCommand
{
    public sealed override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among([.. Scope.Mistakes(nameof(Scope)), .. Flaws(on)]);

    public sealed override Decision Decide(Customer customer, Occasion on) =>
        customer.Certification.ListingOf(Scope) is { } listing
            ? Decide(listing, on)
            : Decision.Refuse("not-listed", $"The short list of {customer.Details!.Name} does not know us for {Scope}.");

    private protected abstract IEnumerable<FieldMistake?> Flaws(Occasion on);

    private protected abstract Decision Decide(Listing listing, Occasion on);
}

/// <summary>Keep a change of our place that the customer tells us by a document: suspended, withdrawn, or given back.</summary>
[Command("change-listing", "Keep a change of our place on the short list, with the customer's document")]
public sealed record ChangeListing(Scope Scope, QualificationValue Value, DateOnly On, BuyerDocument Document)
    : ListingCommand(Scope)
{
    public override IEnumerable<NamedFile> Files => Document.Files;

    private protected override IEnumerable<FieldMistake?> Flaws(Occasion on) =>
    [
        .. Document.Mistakes(on.Today),
        FieldMistake.NotYet(nameof(On), On, on.Today),
        Value is QualificationValue.Pending or QualificationValue.Expired or QualificationValue.NotQualified
            ? new FieldMistake(nameof(Value), "is no change; write qualified, conditional, suspended or withdrawn")
            : null,
    ];

    private protected override Decision Decide(Listing listing, Occasion on) => listing switch
    {
        _ when listing.Value == Value && listing.Document == Document => Decision.Record(),
        { Value: QualificationValue.Pending or QualificationValue.NotQualified or QualificationValue.Expired } =>
            Decision.Refuse("not-listed", $"We are not listed for {Scope}, so nothing is taken or given back; a campaign decides it."),
        _ => Decision.Record(new ListingSet(Scope.Key, listing with { Value = Value, Since = On, Document = Document })),
    };
}

[Command("inform-bid-desk", "Say as the bid desk that you know of our place on the short list")]
public sealed record InformBidDesk(Scope Scope) : ListingCommand(Scope)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Occasion on) => [];

    private protected override Decision Decide(Listing listing, Occasion on) => listing switch
    {
        { KnownBy: not null } => Decision.Record(),
        _ when !listing.MayBid(on.Today) => Decision.Refuse("not-listed", $"We are not listed for {Scope}."),
        _ => Decision.Record(new BidDeskInformed(Scope.Key, on.Actor)),
    };
}

[Command("note-quotation-request", "Keep that the customer asked us for a quotation in a scope")]
public sealed record NoteQuotationRequest(Scope Scope, DateOnly On, string Reference) : ListingCommand(Scope)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Occasion on) =>
        [FieldMistake.Blank(nameof(Reference), Reference), FieldMistake.NotYet(nameof(On), On, on.Today)];

    private protected override Decision Decide(Listing listing, Occasion on) =>
        (listing.LastRequestOn ?? listing.FirstRequestOn) >= On
            ? Decision.Record()
            : Decision.Record(new RequestReceived(Scope.Key, On, Reference));
}

/// <summary>Say as the board what a place brings that nobody asked a quotation of.</summary>
[Command("review-return", "Say as the board what a quiet place on the short list brings, and what is done about it")]
public sealed record ReviewReturn(Scope Scope, string Outcome) : ListingCommand(Scope)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Occasion on) =>
        [FieldMistake.Blank(nameof(Outcome), Outcome)];

    private protected override Decision Decide(Listing listing, Occasion on) => listing.ReturnReviewedOn == on.Today
        ? Decision.Record()
        : Decision.Record(new ReturnReviewed(Scope.Key, on.Actor, on.Today, Outcome));
}

/// <summary>Link a bid to a scope. Where the customer runs a short list only a listed supplier bids (INV-21), and nobody bids
/// for a part that was taken from us.</summary>
[Command("link-bid", "Make a bid in a scope; refused at once where we are not on the customer's short list")]
public sealed record LinkBid(Id<Bid> Id, Scope Scope, string Title) : CustomerCommand
{
    /// <summary>The part of the scope that it is for; nothing for the whole.</summary>
    public string? Part { get; init; }

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
    [
        FieldMistake.Blank(nameof(Title), Title),
        .. Scope.Mistakes(nameof(Scope)),
        customer.Certification.Bids.TryGetValue(Id, out var known) && (known.Scope, known.Title, known.Part) != (Scope, Title, Part)
            ? new FieldMistake(nameof(Id), $"is {Id}, which is another bid already")
            : null,
    ]);

    public override Decision Decide(Customer customer, Occasion on)
    {
        var record = customer.Certification;
        if (record.Bids.ContainsKey(Id))
        {
            return Decision.Record();
        }

        var listing = record.ListingOf(Scope);
        if (record.RunsShortList() && listing?.MayBid(on.Today) is not true)
        {
            var stand = listing is null
                ? "we are not on it"
                : $"we are {Wording.Words<QualificationValue>.Of(listing.On(on.Today)).Replace('_', ' ')} there";
            return Decision.Refuse(
                "scope-not-listed", $"{customer.Details!.Name} runs a short list for {Scope} and {stand}: no bid (INV-21).");
        }

        return listing?.TakenParts is { } taken && (Part is null || listing.HasTaken(Part))
            ? Decision.Refuse(
                "part-not-listed",
                $"{customer.Details!.Name} took {string.Join(", ", taken.Keys)} of {Scope} from us: name a part that is left (INV-21).")
            : Decision.Record(new BidLinked(new Bid(Id, Scope, Title, on.Today) { Part = Part, Standing = listing?.On(on.Today) }));
    }
}
