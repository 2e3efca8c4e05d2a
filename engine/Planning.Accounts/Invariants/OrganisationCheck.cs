using Planning.Accounts.Customers;
using Planning.Accounts.Losses;

namespace Planning.Accounts.Invariants;

/// <summary>Looks at what one customer was promised, and at what was lost there. Pure.</summary>
internal static class OrganisationCheck
{
    public static IEnumerable<Violation> Of(Customer customer) =>
    [
        .. from promise in customer.Organisation.Commitments.Values
           where promise is { NeedsSignOff: not null, SignedBy: null, MadeOn: not null }
           select customer.Breaks(
               "INV-26", $"{promise.MadeBy} promised “{promise.Text}” as {promise.Role} without the word of {promise.NeedsSignOff}"),
        .. customer.Details?.Lifecycle is Lifecycle.Lost
            && customer.Losses.Reviews.Values.All(review => review.Kind is not LossKind.Customer)
            ? [customer.Breaks("INV-29", "it is lost, and nobody asks why")]
            : Array.Empty<Violation>(),
        .. from review in customer.Losses.Reviews.Values
           where !review.IsOpen
           from missing in review.Findings.Missing()
           select customer.Breaks("INV-29", $"the review of {review.What} is closed: {missing.TrimEnd('.')}"),
    ];
}
