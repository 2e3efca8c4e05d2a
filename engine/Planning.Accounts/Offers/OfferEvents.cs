using Planning.Accounts.Customers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Offers;

/// <summary>Something that happened to one offer.</summary>
public abstract record OfferEvent(Id<Offer> Offer) : CustomerEvent;

public sealed record OfferMade(Id<Offer> Offer, Offer Made) : OfferEvent(Offer)
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Made.By} made the offer {Made.Id}, “{Made.Title}”, of {Made.Value} with a margin of {Made.Margin:0.##}{(Made.IsBelow ? $"; it is refused, since it is below the {Floors(Made)} floor" : "")}.");

    private static string Floors(Offer made) => made switch
    {
        { BelowMargin: true, BelowCash: true } => "margin and the cash",
        { BelowMargin: true } => "margin",
        _ => "cash",
    };
}

/// <summary>Somebody asked to make an offer below a floor all the same.</summary>
public sealed record OfferExceptionAsked(Id<Offer> Offer, OfferException Exception) : OfferEvent(Offer)
{
    protected override string Tell() =>
        $"{Exception.By} asks for an exception for the offer {Offer}: "
        + $"{string.Join("; ", Exception.Reasons.Select(reason => $"{reason.Text} ({Words<OfferReasonKind>.Of(reason.Kind).Replace('_', ' ')})"))}.";
}

public sealed record OfferExceptionDecided(Id<Offer> Offer, bool Granted, DateOnly On) : OfferEvent(Offer)
{
    protected override string Tell() => Granted
        ? $"The offer {Offer} may go out below its floor."
        : $"The offer {Offer} stays refused.";
}

public sealed record OfferSent(Id<Offer> Offer, string By, DateOnly On) : OfferEvent(Offer)
{
    protected override string Tell() => $"{By} sent the offer {Offer} to the customer.";
}

public sealed record OfferWithdrawn(Id<Offer> Offer, DateOnly On, string Reason) : OfferEvent(Offer)
{
    protected override string Tell() => $"The offer {Offer} was withdrawn: {Reason}.";
}
