using Planning.Accounts.Customers;
using Planning.Accounts.Offers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Journal;

/// <summary>One example of every kind of event about offers.</summary>
internal static class OfferKinds
{
    private static readonly Id<Offer> Id = Key<Offer>("o-1");

    private static readonly Offer Made = new(
        Id, "Core 2027", null, Amount("40 M EUR"), 0.04m, -0.3m, IsStrategic: true, "anna-keller", Day("2026-05-04"));

    public static (string Name, CustomerEvent Example, string Sentence)[] All { get; } =
    [
        ("offer-made", new OfferMade(Id, Made), "anna-keller made the offer o-1, “Core 2027”, of 40 M EUR with a margin of 0.04."),
        ("offer-made", new OfferMade(Id, Made with { BelowMargin = true, BelowCash = true }),
            "anna-keller made the offer o-1, “Core 2027”, of 40 M EUR with a margin of 0.04; it is refused, since it is below the margin and the cash floor."),
        ("offer-exception-asked", new OfferExceptionAsked(Id, new OfferException("anna-keller", Day("2026-05-04"),
            [new OfferReason(OfferReasonKind.Reference, "the first core in the country"), new OfferReason(OfferReasonKind.OurFault, "we were late")])),
            "anna-keller asks for an exception for the offer o-1: the first core in the country (reference); we were late (our fault)."),
        ("offer-exception-decided", new OfferExceptionDecided(Id, Granted: true, Day("2026-05-05")), "The offer o-1 may go out below its floor."),
        ("offer-exception-decided", new OfferExceptionDecided(Id, Granted: false, Day("2026-05-05")), "The offer o-1 stays refused."),
        ("offer-sent", new OfferSent(Id, "anna-keller", Day("2026-05-06")), "anna-keller sent the offer o-1 to the customer."),
        ("offer-withdrawn", new OfferWithdrawn(Id, Day("2026-05-06"), "the scope changed"), "The offer o-1 was withdrawn: the scope changed."),
    ];
}
