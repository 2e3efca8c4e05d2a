using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Offers;
using Planning.Grains.Embedded;

namespace Planning.Host.Api;

/// <summary>Certification of one customer over HTTP, to read; what people do has an address for each command.</summary>
internal static class CertificationEndpoints
{
    public static void MapCertification(this RouteGroupBuilder api)
    {
        api.MapGet("/customers/{customer}/certification", Show)
            .WithTags("Certification")
            .WithSummary("Schemes, campaigns with score and gates, evidence, and the short list");
        api.MapGet("/customers/{customer}/offers", ShowOffers)
            .WithTags("Offers")
            .WithSummary("Offers with their floors, and what people said of those below");
    }

    private static async Task<Results<Ok<ListView<OfferView>>, ProblemHttpResult>> ShowOffers(
        string customer, EmbeddedRuntime runtime, CancellationToken cancellationToken) =>
        Id<Customer>.TryParse(customer, null, out var id)
        && await Newest.LookAsync(runtime.Customers, runtime.Portfolio, id, cancellationToken) is { Customer: { Details: not null } known }
            ? TypedResults.Ok(new ListView<OfferView>(
                [.. known.Offers.Made.Values.Select(offer => new OfferView(offer, offer.IsBelow, offer.IsAllowed))], null))
            : Answers.Unknown(customer);

    private static async Task<Results<Ok<CertificationView>, ProblemHttpResult>> Show(
        string customer, EmbeddedRuntime runtime, CancellationToken cancellationToken) =>
        Id<Customer>.TryParse(customer, null, out var id)
        && await Newest.LookAsync(runtime.Customers, runtime.Portfolio, id, cancellationToken) is { Customer: { Details: not null } known }
            ? TypedResults.Ok(CertificationView.Of(known, runtime))
            : Answers.Unknown(customer);
}

/// <param name="IsBelow">Below a floor.</param>
/// <param name="IsAllowed">It may go to the customer.</param>
internal sealed record OfferView(Offer Offer, bool IsBelow, bool IsAllowed);

/// <param name="ShortList">Where we stand, scope by scope, as the customer's documents say.</param>
internal sealed record CertificationView(
    IReadOnlyList<Scheme> Schemes,
    IReadOnlyList<CampaignView> Campaigns,
    IReadOnlyList<FiledEvidence> Evidence,
    IReadOnlyList<ListingView> ShortList,
    IReadOnlyList<Bid> Bids)
{
    public static CertificationView Of(Customer customer, EmbeddedRuntime runtime) => new(
        [.. customer.Certification.Schemes.Values],
        [.. customer.Certification.Campaigns.Values.Select(campaign => CampaignView.Of(customer, campaign, runtime))],
        [.. customer.Certification.Vault.Values],
        [.. customer.Certification.Listings.Values.Select(listing => ListingView.Of(listing, runtime.Today))],
        [.. customer.Certification.Bids.Values]);
}

/// <param name="Status">The customer's word and our way, never our score.</param>
/// <param name="OwnScore">How we see ourselves.</param>
/// <param name="Coverage">Nothing without a planned audit.</param>
internal sealed record CampaignView(
    Campaign Campaign,
    CampaignStatus Status,
    IReadOnlyList<StageView> Stages,
    CampaignScore OwnScore,
    EvidenceCoverage? Coverage,
    IReadOnlyList<BurnDownWeek> BurnDown)
{
    public static CampaignView Of(Customer customer, Campaign campaign, EmbeddedRuntime runtime)
    {
        var policy = runtime.Playbook.Policies.Certification;
        var scheme = customer.Certification.Schemes[campaign.Scheme];
        var facts = CampaignFacts.Of(customer, campaign, runtime.Today, policy);
        var gates = runtime.Playbook.Gates.On(runtime.Today);
        return new CampaignView(
            campaign,
            customer.Certification.StatusOf(campaign, runtime.Today),
            [.. campaign.Track.Open.Select(stage => new StageView(stage, gates.Judge(stage.Code, facts)))],
            CampaignScore.Of(campaign, scheme, policy),
            campaign.Charter is { } charter
                ? EvidenceCoverage.Of(
                    scheme,
                    customer.Certification,
                    runtime.Today,
                    charter.PlannedAuditOn.AddMonths(policy.Campaigns.EvidenceMonths),
                    policy)
                : null,
            BurnDownWeek.Of([.. campaign.Gaps.Values], runtime.Today));
    }
}

/// <param name="Value">As it is today: an expired place is none.</param>
/// <param name="DaysLeft">Nothing when we are not listed.</param>
internal sealed record ListingView(Listing Listing, QualificationValue Value, bool MayBid, int? DaysLeft)
{
    public static ListingView Of(Listing listing, DateOnly today) => new(
        listing, listing.On(today), listing.MayBid(today), listing.ValidTo is { } end ? end.DayNumber - today.DayNumber : null);
}
