using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>What people agree to about campaigns, and what comes of it.</summary>
internal static class CampaignApprovals
{
    public const string GoKind = "campaign-go:";
    public const string WithdrawalKind = "campaign-withdrawal:";

    /// <returns>Nothing when it was about something else, or the campaign is over.</returns>
    public static IEnumerable<CustomerEvent> Follow(ApprovalConcluded concluded, Customer customer, Occasion on)
    {
        if (Asked(GoKind, concluded, customer) is { } asked)
        {
            return concluded.Granted
                ? [new CampaignApproved(asked.Id, on.Today)]
                : End(asked, new CampaignEnd(CampaignEnding.WithdrawnByUs, on.Today, "the board did not say go"), customer);
        }

        return Asked(WithdrawalKind, concluded, customer) is { } given && concluded.Granted
            ? End(given, new CampaignEnd(CampaignEnding.WithdrawnByUs, on.Today, concluded.What), customer)
            : [];
    }

    /// <summary>Ends a campaign; nobody is asked about it any more.</summary>
    public static IEnumerable<CustomerEvent> End(Campaign campaign, CampaignEnd end, Customer customer) =>
    [
        new CampaignEnded(campaign.Id, campaign.Process, end),
        .. from kind in new[] { GoKind, WithdrawalKind }
           let open = customer.Approvals.Open.GetValueOrDefault(kind + campaign.Id)
           where open?.Current() is not null
           select new ApprovalWithdrawn(open.Subject, open.What),
    ];

    private static Campaign? Asked(string kind, ApprovalConcluded concluded, Customer customer) =>
        customer.Certification.Campaigns.Values.FirstOrDefault(
            campaign => campaign.End is null && concluded.Subject == kind + campaign.Id);
}
