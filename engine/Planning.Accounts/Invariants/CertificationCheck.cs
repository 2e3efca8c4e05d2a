using Planning.Accounts.Certification;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Invariants;

/// <summary>Looks at our way onto one customer's short list. Pure.</summary>
internal static class CertificationCheck
{
    public static IEnumerable<Violation> Of(Customer customer, Occasion on)
    {
        var certification = customer.Certification;
        foreach (var (scope, listing) in certification.Listings)
        {
            if (listing.Value is QualificationValue.Qualified or QualificationValue.Conditional && listing.Document is null)
            {
                yield return customer.Breaks("INV-18", $"{scope} is listed without a document of the customer");
            }
        }

        foreach (var bid in certification.Bids.Values.Where(
            bid => bid.Standing is { } standing and not (QualificationValue.Qualified or QualificationValue.Conditional)))
        {
            yield return customer.Breaks("INV-21", $"the bid {bid.Id} was made for {bid.Scope} where we were not listed", customer.Tells(bid.Id.Value));
        }

        foreach (var offer in customer.Offers.Made.Values.Where(offer => offer is { IsBelow: true, IsAllowed: true } or { IsAllowed: false, SentOn: not null }))
        {
            if (offer.Exception?.Reasons.Any(on.Policies.Offers.Carries) is not true || !offer.IsAllowed)
            {
                yield return customer.Breaks("INV-31", $"the offer {offer.Id} is below its floor for no reason of ours", customer.Tells(offer.Id.Value));
            }
        }

        foreach (var campaign in certification.Campaigns.Values)
        {
            foreach (var violation in Of(customer, campaign, on))
            {
                yield return violation;
            }
        }
    }

    private static IEnumerable<Violation> Of(Customer customer, Campaign campaign, Occasion on)
    {
        foreach (var proof in campaign.Submission?.Evidence ?? [])
        {
            if (proof.ValidTo < campaign.Submission!.On)
            {
                yield return customer.Breaks(
                    "INV-20",
                    FormattableString.Invariant($"{proof.Id} had ended on {proof.ValidTo:yyyy-MM-dd} when {campaign.Title} was handed in"));
            }

            if (customer.Certification.Vault.GetValueOrDefault(proof.Id)?.Evidence.Hash != proof.Hash)
            {
                yield return customer.Breaks("INV-20", $"{proof.Id} is not what was handed in for {campaign.Title}");
            }
        }

        foreach (var finding in campaign.Audits.Findings.Values.Where(finding => finding.LacksOwner && finding.OwnerBy < on.Today))
        {
            yield return customer.Breaks(
                "INV-22",
                FormattableString.Invariant($"{finding.Id} needed an owner and a day by {finding.OwnerBy:yyyy-MM-dd}"),
                customer.Tells(finding.Id.Value) ?? customer.Tells(finding.Text));
        }
    }
}
