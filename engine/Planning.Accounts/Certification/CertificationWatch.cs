using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;

namespace Planning.Accounts.Certification;

/// <summary>What of certification the escalation rules look at: evidence, what the buyer waits for, campaigns, places, bids.</summary>
internal static class CertificationWatch
{
    private const string Owner = "OWNER";
    private const string Sponsor = "SPONSOR";

    public static IEnumerable<Watched> Of(Customer customer, EscalationFacts common, Occasion on)
    {
        var record = customer.Certification;
        var campaigns = record.Campaigns.Values.Where(campaign => campaign is { End: null, Suspended: null }).ToList();
        return
        [
            .. record.Vault.Values.Where(filed => filed is { ReplacedBy: null, Evidence.ValidTo: not null })
                .Select(filed => Of(filed.Evidence, common, on)),
            .. campaigns.SelectMany(campaign => Windows(campaign, common, on)),
            .. campaigns.Where(campaign => campaign.Track.Open is not []).Select(campaign => Of(campaign, common, on)),
            .. record.Listings.Values.Where(listing => listing.MayBid(on.Today)).Select(listing => new Watched(
                Watched.Listing,
                listing.Scope.Key,
                listing.Scope.Key,
                common with { MonthsQuiet = CampaignFacts.Months(listing.QuietSince(), on.Today) })),
            .. record.Bids.Values.Where(bid => bid.Outcome is null && record.RunsShortList()).Select(bid => new Watched(
                Watched.Bid,
                bid.Id.Value,
                $"bid {bid.Id}, “{bid.Title}”",
                common with { BidListed = record.ListingOf(bid.Scope)?.MayBid(on.Today) is true })),
        ];
    }

    private static Watched Of(Evidence evidence, EscalationFacts common, Occasion on) => new(
        Watched.Evidence,
        evidence.Id.Value,
        $"“{evidence.Title}”",
        common with { DaysToExpiry = evidence.ValidTo!.Value.DayNumber - on.Today.DayNumber })
    {
        Until = (evidence.IssuedOn, evidence.ValidTo.Value),
        Holders = ImmutableDictionary<string, string>.Empty.Add(Owner, evidence.Owner.Value),
    };

    private static IEnumerable<Watched> Windows(Campaign campaign, EscalationFacts common, Occasion on) =>
    [
        .. campaign.Audits.OpenFindings.Select(finding => Window(
            $"{campaign.Id}/finding/{finding.Id}",
            $"finding “{finding.Text}”",
            (finding.WindowFrom, finding.Due ?? finding.Window),
            common,
            on)),
        .. campaign.Audits.OpenQuestions.Select(question => Window(
            $"{campaign.Id}/question/{question.Id}", $"question “{question.Text}”", (question.AskedOn, question.Due), common, on)),
    ];

    private static Watched Window(
        string key, string name, (DateOnly From, DateOnly To) until, EscalationFacts common, Occasion on) =>
        new(Watched.Window, key, name, common with { WindowUsed = Used(until, on.Today) }) { Until = until };

    private static Watched Of(Campaign campaign, EscalationFacts common, Occasion on)
    {
        var known = campaign.Gaps.Count;
        var planned = campaign.Gaps.Values.Count(gap => gap.Due > on.Today);
        var open = campaign.Gaps.Values.Count(gap => gap.IsOpen);
        return new Watched(Watched.Campaign, campaign.Id.Value, $"campaign {campaign.Id}, “{campaign.Title}”", common with
        {
            PhaseLate = campaign.Track.Open.Max(stage => Used((stage.EnteredOn, stage.Due), on.Today)) - 1,
            BurnDownBehind = known == 0 ? null : Math.Max(0, open - planned) / (double)known,
        })
        {
            Holders = campaign.Charter is { } charter
                ? ImmutableDictionary<string, string>.Empty.Add(Sponsor, charter.Sponsor.Value)
                : ImmutableDictionary<string, string>.Empty,
        };
    }

    // A window of no day is over at its end.
    private static double Used((DateOnly From, DateOnly To) until, DateOnly today) => until.To <= until.From
        ? today.DayNumber - until.To.DayNumber + 1
        : (today.DayNumber - until.From.DayNumber) / (double)(until.To.DayNumber - until.From.DayNumber);
}
