using System.Text.Json.Serialization;
using Planning.Accounts.Offers;

namespace Planning.Accounts.Customers;

[JsonDerivedType(typeof(OfferMade), "offer-made")]
[JsonDerivedType(typeof(OfferExceptionAsked), "offer-exception-asked")]
[JsonDerivedType(typeof(OfferExceptionDecided), "offer-exception-decided")]
[JsonDerivedType(typeof(OfferSent), "offer-sent")]
[JsonDerivedType(typeof(OfferWithdrawn), "offer-withdrawn")]
public abstract partial record CustomerEvent;
