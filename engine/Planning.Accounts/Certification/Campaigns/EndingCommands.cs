using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>Ask the board to end a campaign of ours: that it brings no orders is no reason that ends it silently (METHOD 004).</summary>
[Command("ask-campaign-withdrawal", "Ask the board to give up a campaign, with a reason")]
public sealed record AskCampaignWithdrawal(Id<Campaign> Campaign, string Reason) : CampaignCommand(Campaign)
{
    private protected override bool AlsoSuspended => true;

    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
        [FieldMistake.Blank(nameof(Reason), Reason)];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on)
    {
        var subject = CampaignApprovals.WithdrawalKind + Campaign;
        return customer.Approvals.Open.ContainsKey(subject)
            ? Decision.Record()
            : Decision.Record(Approval.Ask(
                subject, $"give up the campaign {Campaign}: {Reason}", on.Policies.Certification.GoApprovers, on));
    }
}

/// <summary>Say that the customer takes the scope off, or us out of it.</summary>
[Command("note-campaign-withdrawn", "Note that the customer ended the campaign")]
public sealed record NoteCampaignWithdrawn(Id<Campaign> Campaign, string Reason) : CampaignCommand(Campaign)
{
    private protected override bool AlsoSuspended => true;

    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
        [FieldMistake.Blank(nameof(Reason), Reason)];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on) =>
        campaign.Decision?.Lists is true
            ? Decision.Refuse("campaign-decided", $"The customer decided on the campaign {Campaign}; change the listing instead.")
            : Decision.Record([.. CampaignApprovals.End(
                campaign, new CampaignEnd(CampaignEnding.WithdrawnByCustomer, on.Today, Reason), customer)]);
}

[Command("suspend-campaign", "Note that the customer keeps the campaign waiting")]
public sealed record SuspendCampaign(Id<Campaign> Campaign, string Reason) : CampaignCommand(Campaign)
{
    private protected override bool AlsoSuspended => true;

    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
        [FieldMistake.Blank(nameof(Reason), Reason)];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on) =>
        campaign.Suspended == Reason
            ? Decision.Record()
            : Decision.Record(new CampaignSuspended(Campaign, Reason) { On = on.Today });
}

/// <summary>Let the campaign go on: every day that was waited is a day more for what is due in it.</summary>
[Command("resume-campaign", "Note that the campaign goes on")]
public sealed record ResumeCampaign(Id<Campaign> Campaign) : CampaignCommand(Campaign)
{
    private protected override bool AlsoSuspended => true;

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on) =>
        campaign.Suspended is null
            ? Decision.Record()
            : Decision.Record(new CampaignResumed(Campaign)
            {
                Days = campaign.SuspendedOn is { } since ? on.Today.DayNumber - since.DayNumber : 0,
            });
}
