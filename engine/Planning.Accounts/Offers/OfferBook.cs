using System.Collections.Immutable;
using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;

namespace Planning.Accounts.Offers;

/// <summary>Our offers to a customer.</summary>
public sealed record OfferBook(ImmutableSortedDictionary<Id<Offer>, Offer> Made)
{
    public const string ExceptionKind = "offer-exception:";

    public static OfferBook Empty { get; } = new(ImmutableSortedDictionary<Id<Offer>, Offer>.Empty);

    public OfferBook Apply(OfferEvent happened) => happened switch
    {
        OfferMade made => new OfferBook(Made.SetItem(made.Offer, made.Made)),
        OfferExceptionAsked asked => With(asked.Offer, offer => offer with { Exception = asked.Exception }),
        OfferExceptionDecided decided => With(decided.Offer, offer => offer with { Excepted = decided.Granted }),
        OfferSent sent => With(sent.Offer, offer => offer with { SentOn = sent.On }),
        OfferWithdrawn withdrawn => With(withdrawn.Offer, offer => offer with { WithdrawnOn = withdrawn.On }),
        _ => this,
    };

    /// <summary>What people agreed to, or not.</summary>
    internal IEnumerable<CustomerEvent> Follow(ApprovalConcluded concluded, Occasion on) =>
        Made.Values.Where(offer => concluded.Subject == ExceptionKind + offer.Id && offer.IsUndecided)
            .Select(offer => new OfferExceptionDecided(offer.Id, concluded.Granted, on.Today));

    /// <summary>Offers below a floor on which nobody has decided.</summary>
    internal IEnumerable<Watched> Watch(EscalationFacts common) =>
        from offer in Made.Values
        where offer.IsUndecided
        select new Watched(Watched.Offer, offer.Id.Value, $"offer {offer.Id}, “{offer.Title}”", common with
        {
            BelowMarginFloor = offer.BelowMargin,
            BelowCashFloor = offer.BelowCash,
            StrategicOffer = offer.IsStrategic,
        });

    private OfferBook With(Id<Offer> id, Func<Offer, Offer> change) => new(Made.SetItem(id, change(Made[id])));
}
