using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Customers;

public sealed class When_something_waits
{
    [Fact]
    public void nothing_waits_at_a_customer_without_plan_and_review() => Assert.Empty(Waiting.Of(Helvia.Known));

    [Fact]
    public void stage_proposals_tasks_and_escalations_wait_in_this_order()
    {
        var reviewed = After(Helvia.Planning, Helvia.Planning.ReviewTier(Reviews.Review(
            "2026-Q1", Reviews.Escalate, Reviews.CompleteInputs, Reviews.Harvest, Reviews.ProposeTier(Tier.A, "REGION_HEAD"))));
        var asked = After(reviewed, reviewed.AskAfterReview(Occasions.On("2026-05-04")));
        var customer = After(asked, new EscalationOpened(new Escalation(
            "ESC-21/customer:helvia",
            "ESC-21",
            "concentration",
            "Helvia Telekom",
            "revenue share 0.27 ≥ 0.25",
            "escalations 2026.1",
            default,
            [new LadderTime("STRATEGIC_CUSTOMER_BOARD", default)])));

        Assert.Equal(
            [
                new Waiting("stage", "A1 Insight", "AR", Day("2026-06-08")),
                new Waiting("proposal", "T-10-CASH-COW-ENTER: posture HARVEST, tier no higher than A", "REGION_HEAD", Day("2026-05-11")),
                new Waiting("proposal", "T-20-PROMOTE-S: tier A", "REGION_HEAD", Day("2026-05-11")),
                new Waiting("task", "COMPLETE_TIER_INPUTS", "AR", Day("2026-04-14")),
                new Waiting("escalation", "ESC-21 concentration, Helvia Telekom: revenue share 0.27 ≥ 0.25", "STRATEGIC_CUSTOMER_BOARD", null),
            ],
            Waiting.Of(customer));
    }

    [Fact]
    public void the_first_who_must_agree_is_waited_for()
    {
        var reviewed = After(Helvia.Known, Helvia.Known.ReviewTier(Reviews.Review(
            "2026-Q1", Reviews.ProposeTier(Tier.A, "STRATEGIC_CUSTOMER_BOARD", "REGION_HEAD"))));
        var customer = After(reviewed, reviewed.AskAfterReview(Occasions.On("2026-05-04")));

        Assert.Equal("STRATEGIC_CUSTOMER_BOARD", Assert.Single(Waiting.Of(customer)).Role);
    }
}
