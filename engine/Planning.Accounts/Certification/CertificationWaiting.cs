using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>What of certification waits for somebody.</summary>
internal static class CertificationWaiting
{
    public static IEnumerable<Waiting> Of(CertificationRecord record) =>
    [
        .. record.Campaigns.Values.Where(campaign => campaign.End is null).SelectMany(Of),
        .. from listing in record.Listings.Values
           where listing is { Value: QualificationValue.Qualified or QualificationValue.Conditional, KnownBy: null }
           select new Waiting("task", $"know that we are listed for {listing.Scope}", "BID_DESK", null),
        .. from listing in record.Listings.Values
           where listing.SurveillanceOpen is not null
           select new Waiting("task", $"hold the surveillance for {listing.Scope}", "QUALITY", listing.SurveillanceOpen),
    ];

    private static IEnumerable<Waiting> Of(Campaign campaign) =>
    [
        .. from stage in campaign.Track.Open
           select new Waiting("stage", $"{stage.Code} {stage.Title} of {campaign.Id}", Role(stage.Owner, campaign), stage.Due),
        .. from gap in campaign.Gaps.Values
           from action in gap.Actions.Values
           where action.VerifiedBy is null
           select action.DoneBy is null
               ? new Waiting("task", $"{action.Text} ({campaign.Id})", action.Owner.Value, action.Due)
               : new Waiting("task", $"verify “{action.Text}” ({campaign.Id})", Manager(campaign), null),
        .. from round in campaign.Audits.Rounds.Values
           where round is { Kind: RoundKind.Mock, Report: null }
           select new Waiting("task", $"report the mock audit {round.Id} ({campaign.Id})", Manager(campaign), round.ReportDue),
        .. from question in campaign.Audits.OpenQuestions
           select new Waiting("task", $"answer the buyer: {question.Text} ({campaign.Id})", Manager(campaign), question.Due),
        .. campaign.Audits.OpenFindings.Select(finding => Of(finding, campaign)),
        .. from finding in campaign.Audits.Findings.Values
           where finding.EffectOn is not null
           select new Waiting("task", $"see whether “{finding.Text}” stayed mended ({campaign.Id})", "QUALITY", finding.EffectOn),
        .. from condition in campaign.Conditions.Values
           where condition.IsOpen
           select new Waiting("task", $"{condition.Text} ({campaign.Id})", condition.Owner.Value, condition.Due),
    ];

    private static Waiting Of(Finding finding, Campaign campaign) => finding switch
    {
        { FixedBy: not null } => new Waiting("task", $"close “{finding.Text}” ({campaign.Id})", "QUALITY", finding.Due),
        { Owner: { } owner } => new Waiting("task", $"mend “{finding.Text}” ({campaign.Id})", owner.Value, finding.Due),
        _ => new Waiting("task", $"give “{finding.Text}” to somebody ({campaign.Id})", Manager(campaign), finding.OwnerBy),
    };

    private static string Role(string owner, Campaign campaign) =>
        owner == "CAMPAIGN_MANAGER" ? Manager(campaign) : owner;

    private static string Manager(Campaign campaign) => campaign.Charter?.Manager.Value ?? "CAMPAIGN_MANAGER";
}
