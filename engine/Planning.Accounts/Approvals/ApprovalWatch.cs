using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;

namespace Planning.Accounts.Approvals;

/// <summary>The approvals that wait for somebody.</summary>
internal static class ApprovalWatch
{
    public static IEnumerable<Watched> Of(Customer customer, EscalationFacts common, Occasion on) =>
        customer.Approvals.Open.Values.Select(approval => new Watched(
            Watched.Approval,
            approval.Subject,
            approval.What,
            common with { ApprovalWorkingDaysLate = CustomerWatch.Late(approval.Current()?.Times?.Due, on) }));
}
