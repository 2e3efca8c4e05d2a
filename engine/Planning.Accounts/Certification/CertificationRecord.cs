using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Stages;

namespace Planning.Accounts.Certification;

/// <summary>How the customer certifies its suppliers, our campaigns, our proof, and where we stand on its short list.</summary>
/// <param name="Listings">By scope; see <see cref="Scope.Key"/>.</param>
public sealed record CertificationRecord(
    ImmutableSortedDictionary<Id<Scheme>, Scheme> Schemes,
    ImmutableSortedDictionary<Id<Campaign>, Campaign> Campaigns,
    ImmutableSortedDictionary<Id<Evidence>, FiledEvidence> Vault,
    ImmutableSortedDictionary<string, Listing> Listings,
    ImmutableSortedDictionary<Id<Bid>, Bid> Bids)
{
    public static CertificationRecord Empty { get; } = new(
        ImmutableSortedDictionary<Id<Scheme>, Scheme>.Empty,
        ImmutableSortedDictionary<Id<Campaign>, Campaign>.Empty,
        ImmutableSortedDictionary<Id<Evidence>, FiledEvidence>.Empty,
        ImmutableSortedDictionary.Create<string, Listing>(StringComparer.Ordinal),
        ImmutableSortedDictionary<Id<Bid>, Bid>.Empty);

    /// <summary>In an order that no language of a machine changes.</summary>
    public ImmutableSortedDictionary<string, Listing> Listings
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = Listings.WithComparers(StringComparer.Ordinal);

    /// <returns>The campaign that this workflow instance leads; nothing when it leads none.</returns>
    public Campaign? LedBy(string? process) =>
        process is null ? null : Campaigns.Values.FirstOrDefault(campaign => campaign.Process == process);

    public Listing? ListingOf(Scope scope) => Listings.GetValueOrDefault(scope.Key);

    /// <summary>Whether only listed suppliers may bid: the customer runs a short list as soon as we know of one scheme.</summary>
    public bool RunsShortList() => !Schemes.IsEmpty;

    public CampaignStatus StatusOf(Campaign campaign, DateOnly today) => campaign.StatusOn(
        today,
        ListingOf(campaign.Scope) is { } listing && (listing.Campaign == campaign.Id || campaign.End?.Ending is CampaignEnding.Renewed)
            ? listing
            : null);

    /// <summary>The renewal of a campaign's listing; nothing when none has begun, or it was given up.</summary>
    public Campaign? RenewalOf(Id<Campaign> campaign) => Campaigns.Values.FirstOrDefault(
        other => other.Renews == campaign && other.End?.Ending is null or CampaignEnding.Renewed or CampaignEnding.Expired);

    /// <summary>Every scope for which the customer runs a short list, and where we stand there.</summary>
    public IReadOnlyList<ShortListPlace> Places() =>
    [
        .. Schemes.Values.Select(scheme => scheme.Scope).Concat(Listings.Values.Select(listing => listing.Scope))
            .DistinctBy(scope => scope.Key, StringComparer.Ordinal).OrderBy(scope => scope.Key, StringComparer.Ordinal)
            .Select(scope => new ShortListPlace(scope, ListingOf(scope)) { ProofUntil = ProofUntil(scope) }),
    ];

    /// <summary>The hashes of all files that the customer may be shown.</summary>
    public IReadOnlySet<string> Files() => Vault.Values.Select(filed => filed.Evidence.Hash)
        .Concat(Campaigns.Values.Select(campaign => campaign.Decision?.Document.Hash).OfType<string>())
        .Concat(Listings.Values.Select(listing => listing.Document?.Hash).OfType<string>())
        .Concat(Listings.Values.SelectMany(listing => listing.TakenParts?.Values ?? []).Select(document => document.Hash))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>When somebody has to be told of something next.</summary>
    public DateOnly? NextDue() => new[]
    {
        Campaigns.Values.Select(campaign => campaign.NextDue()).Min(),
        Vault.Values.Select(filed => filed.WarnOn).Min(),
        Listings.Values.Select(ListingCalendar.NextDue).Min(),
    }.Min();

    /// <summary>What is to be told on a day, once each, and what then begins or ends by itself.</summary>
    public IEnumerable<CustomerEvent> Due(Customer customer, Occasion on) =>
    [
        .. Campaigns.Values.SelectMany(campaign => campaign.Due(on.Today)),
        .. Vault.Values.SelectMany(filed => ExpiryWatch.Due(filed, this, on)),
        .. Listings.Values.SelectMany(listing => ListingCalendar.Due(listing, customer, on)),
    ];

    public CertificationRecord Apply(StageEvent happened) => LedBy(happened.Process) is { } campaign
        ? this with { Campaigns = Campaigns.SetItem(campaign.Id, campaign.Apply(happened)) }
        : this;

    public CertificationRecord Apply(CertificationEvent happened) => happened switch
    {
        SchemeRegistered registered => this with { Schemes = Schemes.SetItem(registered.Scheme.Id, registered.Scheme) },
        CampaignOpened opened => this with
        {
            Campaigns = Campaigns.SetItem(opened.Campaign, Campaign.Of(opened)),
            Listings = opened.Renews is not null && Listings.TryGetValue(opened.Scope.Key, out var renewed)
                ? Listings.SetItem(opened.Scope.Key, renewed with { RenewOn = null })
                : Listings,
        },
        CampaignEvent campaign => this with
        {
            Campaigns = Campaigns.SetItem(campaign.Campaign, Campaigns[campaign.Campaign].Apply(campaign)),
        },
        EvidenceEvent evidence => this with { Vault = VaultAfter(evidence) },
        ListingSet set => this with { Listings = Listings.SetItem(set.Scope, set.Listing) },
        ListingEvent listing => this with { Listings = Listings.SetItem(listing.Scope, After(Listings[listing.Scope], listing)) },
        BidLinked linked => this with { Bids = Bids.SetItem(linked.Bid.Id, linked.Bid) },
        BidClosed closed => this with { Bids = Bids.SetItem(closed.Bid, Bids[closed.Bid] with { Outcome = closed.Outcome }) },
        _ => this,
    };

    // Evidence that proves something of the scope's scheme and was not replaced: the first of it that ends.
    private DateOnly? ProofUntil(Scope scope) => Schemes.Values.Where(scheme => scheme.Scope == scope)
        .SelectMany(scheme => Vault.Values.Where(filed => filed.ReplacedBy is null && filed.ProvesOf(scheme.Id)))
        .Min(filed => filed.Evidence.ValidTo);

    private ImmutableSortedDictionary<Id<Evidence>, FiledEvidence> VaultAfter(EvidenceEvent happened) => happened switch
    {
        EvidenceFiled { Filed.Replaces: { } older } filed => Vault
            .SetItem(older, Vault[older] with { ReplacedBy = filed.Evidence, WarnOn = null })
            .SetItem(filed.Evidence, new FiledEvidence(filed.Filed, Vault[older].Proves, filed.WarnOn)),
        EvidenceFiled filed => Vault.SetItem(filed.Evidence, new FiledEvidence(filed.Filed, [], filed.WarnOn)),
        EvidenceLinked linked => Vault.SetItem(linked.Evidence, Vault[linked.Evidence] with
        {
            Proves = Vault[linked.Evidence].Proves.Union(
                linked.Criteria.Select(criterion => FiledEvidence.Link(linked.Scheme, criterion))),
        }),
        EvidenceExpiring expiring => Vault.SetItem(expiring.Evidence, Vault[expiring.Evidence] with { WarnOn = expiring.Next }),
        _ => Vault,
    };

    private static Listing After(Listing listing, ListingEvent happened) => happened switch
    {
        ListingExpired => listing with { Value = QualificationValue.Expired, ExpiryNoted = true, RenewOn = null, SurveillanceOn = null, SurveillanceOpen = null },
        BidDeskInformed informed => listing with { KnownBy = informed.By },
        RequestReceived received => listing with
        {
            FirstRequestOn = listing.FirstRequestOn ?? received.On,
            LastRequestOn = received.On,
        },
        ReturnReviewed reviewed => listing with { ReturnReviewedOn = reviewed.On },
        SurveillanceDue due => listing with { SurveillanceOn = due.Next, SurveillanceOpen = listing.SurveillanceOpen ?? due.Due },
        SurveillanceHeld held => listing with { SurveillanceOn = held.Next, SurveillanceOpen = null, SurveyedOn = held.On },
        ScorecardKept kept => listing with { Scorecard = kept.Scorecard },
        ListingPartChanged { Taken: true } taken => listing with
        {
            TakenParts = (listing.TakenParts ?? ImmutableSortedDictionary<string, BuyerDocument>.Empty).SetItem(taken.Part, taken.Document),
        },
        ListingPartChanged given => listing with { TakenParts = listing.TakenParts?.Remove(given.Part) },
        _ => listing,
    };
}
