using Planning.Accounts.Approvals;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Stages;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Certification;

public sealed class When_a_gate_of_a_campaign_is_waived
{
    private static readonly Customer Remediating = Campaigns.In(Campaigns.Targeted, "B4", "B0", "B1", "B2", "B3");

    [Fact]
    public void it_opens_for_what_may_be_waived()
    {
        var passed = Assert.IsType<StagePassed>(Assert.Single(Events(Advance(Waived("B4-SCORE"), "B4-SCORE"))));

        Assert.Equal((Campaigns.Process, "w-1"), (passed.Process, passed.Waived!["B4-SCORE"]));
    }

    // INV-19: whatever anybody grants.
    [Theory]
    [InlineData("B4-GATES")]
    [InlineData("B10-DOCUMENT")]
    public void INV_19_it_stays_shut_for_a_gate_criterion_and_without_the_customers_document(string criterion) => IsRefused(
        Advance(Waived(criterion), criterion), "gate-not-passed", "Stage B4 B4 cannot be passed yet.", "Not met.");

    private static Customer Waived(string criterion) => Campaigns.Story(
        Remediating,
        ("2026-05-05", "anna-keller", new RequestWaiver(
            Key<Waiver>("w-1"), "gate", criterion, Campaigns.Process, "the audit is near", "weekly review", Day("2026-07-31"))),
        ("2026-05-06", "e-cee-01", new DecideApproval("waiver:w-1", "REGION_HEAD", Granted: true)));

    private static Decision Advance(Customer customer, string unmet) =>
        customer.Take(new AdvanceCampaign(Campaigns.Id, "B4"), On("2026-05-07") with { Gates = new Shut(unmet) });

    private sealed class Shut(string criterion) : IGates
    {
        public GateResult Judge(string stage, StageFacts facts) =>
            new("certification-gates 2026.1", [], ["Not met."]) { Facts = facts, Unmet = [criterion] };
    }
}
