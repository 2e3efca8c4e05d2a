using System.Collections.Immutable;
using Planning.Accounts.Approvals;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;

namespace Planning.Accounts.Offers;

/// <summary>Make an offer. Below the margin or the cash floor it is kept, and refused until people above agree.</summary>
[Command("make-offer", "Make an offer; below the margin or cash floor it is refused until people above agree")]
public sealed record MakeOffer(
    Id<Offer> Id, string Title, Money Value, decimal Margin, decimal LowestCash, bool IsStrategic = false, Id<Bid>? Bid = null)
    : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Title), Title),
        FieldMistake.OutOfRange(nameof(Value), Value.Millions, 0, decimal.MaxValue),
        FieldMistake.OutOfRange(nameof(Margin), Margin, -1, 1),
        FieldMistake.OutOfRange(nameof(LowestCash), LowestCash, -1, 1),
        customer.Offers.Made.TryGetValue(Id, out var known) && !IsAs(known)
            ? new FieldMistake(nameof(Id), $"is {Id}, which is another offer already; withdraw it and make a new one")
            : null);

    public override Decision Decide(Customer customer, Occasion on)
    {
        if (customer.Offers.Made.ContainsKey(Id))
        {
            return Decision.Record();
        }

        if (customer.Certification.RunsShortList()
            && (Bid is not { } bid || customer.Certification.Bids.GetValueOrDefault(bid) is not { Outcome: null } made
                || customer.Certification.ListingOf(made.Scope)?.MayBid(on.Today) is not true))
        {
            return Decision.Refuse(
                "no-bid", $"{customer.Details!.Name} runs a short list: an offer belongs to an open bid in a scope where we are listed (INV-21).");
        }

        var policy = on.Policies.Offers;
        return Decision.Record(new OfferMade(Id, new Offer(Id, Title, Bid, Value, Margin, LowestCash, IsStrategic, on.Actor, on.Today)
        {
            BelowMargin = Margin < policy.MarginFloor,
            BelowCash = LowestCash < policy.CashFloor,
        }));
    }

    private bool IsAs(Offer known) => (known.Title, known.Value, known.Margin, known.LowestCash, known.IsStrategic, known.Bid)
        == (Title, Value, Margin, LowestCash, IsStrategic, Bid);
}

/// <summary>Something that people ask about one offer.</summary>
public abstract record OfferCommand(Id<Offer> Offer) : CustomerCommand
{
    public sealed override Decision Decide(Customer customer, Occasion on) => customer.Offers.Made.GetValueOrDefault(Offer) switch
    {
        null => Decision.Refuse("offer-unknown", $"{customer.Details!.Name} has no offer {Offer}."),
        var offer => Decide(offer, customer, on),
    };

    private protected abstract Decision Decide(Offer offer, Customer customer, Occasion on);
}

/// <summary>Ask people above to let an offer go out below its floor. That the customer comes first is alone no reason (INV-31).</summary>
[Command("ask-offer-exception", "Ask to make an offer below its floor, with reasons that are more than “customer first”")]
public sealed record AskOfferException(Id<Offer> Offer, ImmutableArray<OfferReason> Reasons) : OfferCommand(Offer)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
    [
        Reasons is [] ? new FieldMistake(nameof(Reasons), "are empty; say why") : null,
        .. Reasons.Select((reason, at) => FieldMistake.Blank($"Reasons[{at}].Text", reason?.Text)),
    ]);

    private protected override Decision Decide(Offer offer, Customer customer, Occasion on)
    {
        var policy = on.Policies.Offers;
        return offer switch
        {
            { IsBelow: false } => Decision.Refuse("not-below", $"The offer {Offer} is below no floor; nobody has to agree."),
            { WithdrawnOn: not null } => Decision.Refuse("offer-withdrawn", $"The offer {Offer} is withdrawn."),
            { Exception: { } asked } => asked.Reasons.AsSpan().SequenceEqual(Reasons.AsSpan())
                ? Decision.Record()
                : Decision.Refuse("exception-asked", $"Somebody asked for an exception for the offer {Offer} already."),
            _ when !Reasons.Any(policy.Carries) => Decision.Refuse(
                "customer-first-alone",
                $"That the customer comes first is no reason to make the offer {Offer} below its floor; say what we get for it (INV-31)."),
            _ => Decision.Record(
                new OfferExceptionAsked(Offer, new OfferException(on.Actor, on.Today, Reasons)),
                Approval.Ask(
                    OfferBook.ExceptionKind + Offer,
                    FormattableString.Invariant(
                        $"the offer {Offer} of {offer.Value} with a margin of {offer.Margin:0.##} and cash down to {offer.LowestCash:0.##}"),
                    offer.IsStrategic ? policy.StrategicApprovers : policy.Approvers,
                    Soon(on))),
        };
    }

    // An exception is decided faster than other things.
    private static Occasion Soon(Occasion on) => on with
    {
        Policies = on.Policies with { Approvals = on.Policies.Approvals with { WorkingDays = on.Policies.Offers.WorkingDays } },
    };
}

[Command("send-offer", "Send an offer to the customer; one below its floor only when people above agreed")]
public sealed record SendOffer(Id<Offer> Offer) : OfferCommand(Offer)
{
    private protected override Decision Decide(Offer offer, Customer customer, Occasion on) => offer switch
    {
        { SentOn: not null } => Decision.Record(),
        { WithdrawnOn: not null } => Decision.Refuse("offer-withdrawn", $"The offer {Offer} is withdrawn."),
        { IsAllowed: false } => Decision.Refuse(
            "below-floor", $"The offer {Offer} is below its floor, and nobody above agreed to it (INV-31)."),
        { Bid: { } bid } when customer.Certification.ListingOf(customer.Certification.Bids[bid].Scope)?.MayBid(on.Today) is not true =>
            Decision.Refuse("scope-not-listed", $"We are not listed any more for what the offer {Offer} is about (INV-21)."),
        _ => Decision.Record(new OfferSent(Offer, on.Actor, on.Today)),
    };
}

[Command("withdraw-offer", "Withdraw an offer, with the reason")]
public sealed record WithdrawOffer(Id<Offer> Offer, string Reason) : OfferCommand(Offer)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.Blank(nameof(Reason), Reason));

    private protected override Decision Decide(Offer offer, Customer customer, Occasion on) => offer.WithdrawnOn is not null
        ? Decision.Record()
        : Decision.Record(
        [
            new OfferWithdrawn(Offer, on.Today, Reason),
            .. customer.Approvals.Open.GetValueOrDefault(OfferBook.ExceptionKind + Offer) is { } open
                ? [new ApprovalWithdrawn(open.Subject, open.What)]
                : Array.Empty<CustomerEvent>(),
        ]);
}
