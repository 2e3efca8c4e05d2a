using System.Collections.Immutable;
using System.Globalization;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>What a place on the short list asks for through its years: surveillance, renewal, and its end.</summary>
internal static class ListingCalendar
{
    public static DateOnly? NextDue(Listing listing) => !Lists(listing)
        ? null
        : new[] { listing.RenewOn, listing.SurveillanceOn, listing.ExpiryNoted ? null : listing.ValidTo?.AddDays(1) }.Min();

    public static IEnumerable<CustomerEvent> Due(Listing listing, Customer customer, Occasion on)
    {
        if (!Lists(listing))
        {
            yield break;
        }

        if (listing.ValidTo < on.Today)
        {
            yield return new ListingExpired(listing.Scope.Key, listing.ValidTo.Value);
            if (customer.Certification.Campaigns.GetValueOrDefault(listing.Campaign) is { End: null } campaign)
            {
                yield return new CampaignEnded(campaign.Id, campaign.Process, new CampaignEnd(
                    CampaignEnding.Expired, on.Today, $"the place for {listing.Scope} ended before it was renewed"));
            }

            yield break;
        }

        if (listing.SurveillanceOn <= on.Today)
        {
            yield return new SurveillanceDue(
                listing.Scope.Key,
                listing.SurveillanceOn.Value,
                listing.SurveillanceOn.Value.AddMonths(on.Policies.Certification.Campaigns.SurveillanceMonths));
        }

        if (listing.RenewOn <= on.Today && customer.Certification.Campaigns.TryGetValue(listing.Campaign, out var renewed))
        {
            foreach (var begun in Renew(renewed, listing, customer, on))
            {
                yield return begun;
            }
        }
    }

    /// <summary>A new campaign from the evidence, charter and registration of the last.</summary>
    public static IEnumerable<CampaignEvent> Renew(
        Campaign renewed, Listing listing, Customer customer, Occasion on, Id<Campaign>? given = null)
    {
        var id = given ?? FreeId(customer.Certification, on.Turn);
        yield return new CampaignOpened(
            id, $"Renewal of {renewed.Title}", renewed.Scheme, renewed.Scope, Campaign.ProcessOf(customer.Id, id), on.Today)
        {
            Renews = renewed.Id,
            Milestones = listing.ValidTo is { } end ? Milestones(end, on.Policies.Certification.Renewal) : [],
        };
        if (renewed.Charter is { } charter)
        {
            yield return new CampaignChartered(id, charter with { PlannedAuditOn = on.Today.AddMonths(AuditAfter(on)), WarRoom = [] });
        }

        yield return new RegistrationNoted(id, renewed.Registration);
    }

    private static bool Lists(Listing listing) =>
        listing.Value is QualificationValue.Qualified or QualificationValue.Conditional;

    // Between handing in and the decision.
    private static int AuditAfter(Occasion on) =>
        on.Policies.Certification.Renewal.Open - on.Policies.Certification.Renewal.Submitted;

    private static ImmutableArray<Milestone> Milestones(DateOnly end, RenewalMonths renewal)
    {
        var told = string.Join(" and ", renewal.Told);
        return
        [
            new Milestone("B3", end.AddMonths(-renewal.SelfAssessed), told),
            new Milestone("B7", end.AddMonths(-renewal.Submitted), told),
            new Milestone("B10", end.AddMonths(-renewal.Decided), told),
        ];
    }

    // Somebody may have called a campaign so.
    private static Id<Campaign> FreeId(CertificationRecord known, long turn)
    {
        var id = Named("");
        for (var more = 2; known.Campaigns.ContainsKey(id); more++)
        {
            id = Named(string.Create(CultureInfo.InvariantCulture, $"-{more}"));
        }

        return id;

        Id<Campaign> Named(string more) => Id<Campaign>.Parse(
            string.Create(CultureInfo.InvariantCulture, $"renewal-{turn}{more}"), CultureInfo.InvariantCulture);
    }
}
