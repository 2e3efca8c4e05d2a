using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Turns;

/// <summary>METHOD §3.1, light forms: B has one page, yearly, led by a workflow of its own.</summary>
public sealed class When_a_plan_has_one_page : TurnSpec
{
    private AccountPlan Plan => State.Customer.Plan!;

    private IEnumerable<string> Stages => Plan.Track.Open.Select(stage => stage.Code);

    [Fact]
    public void it_is_opened_by_people_and_looks_one_year_ahead()
    {
        Given(OnePage.Known, Helvia.Reviewed("2026-Q3"));
        Assert.Null(State.Customer.Plan);
        Given(Helvia.Opened);
        Assert.Equal((2027, 2027, PlanStatus.Draft), (Plan.HorizonFrom, Plan.HorizonTo, Plan.Status));
        Assert.Equal(["L1"], Stages);
    }

    [Fact]
    public void the_account_head_agrees_to_it_and_it_is_reviewed_once_a_year()
    {
        GivenItIsInForce();
        Assert.Equal(["L2"], Stages);
        Assert.Equal((PlanStatus.Active, 1), (Plan.Status, Plan.InForce!.Number));
        Assert.Equal([ReviewType.Yearly], Plan.ReviewDates.Keys);
    }

    [Fact]
    public void a_page_with_two_objectives_is_not_handed_in()
    {
        Given([OnePage.Known, Helvia.Confirmed, Helvia.Opened, .. OnePage.Page.Where(write => write is not Request.Do { Command: WriteObjective { Objective.Weight: 20 } })]);
        When(Helvia.Advanced("L1"));
        ThenItIsRefused(
            "gate-not-passed",
            "Stage L1 One page cannot be passed yet.",
            "A one-page plan has three objectives; there are 2.",
            "The weights of the objectives must add up to 100; they add up to 80.");
    }

    [Fact]
    public void a_new_holder_of_the_account_seat_amends_it_by_itself()
    {
        GivenItIsInForce();
        Given(new Request.TakeOver(new CustomerRecord(null)
        {
            Seats = [new SeatAssignment(SeatRole.AR, SeatKind.Primary, Key<Employee>("berta"), Day("2026-12-07"))],
        }));
        Assert.Contains("The plan is amended: berta took the AR seat", Happened);
        Assert.Equal(["L3"], Stages);
        When(Helvia.Advanced("L3"));
        ThenItIsRefused(
            "gate-not-passed",
            "Stage L3 Amendment cannot be passed yet.",
            "The owners of these objectives are not on the team: objective core, objective praise, objective speed.");
    }

    [Fact]
    public void a_customer_that_rises_closes_its_page_and_gets_a_strategic_plan()
    {
        GivenItIsInForce();
        Given(new Request.Do(new RequestTierOverride(
            Key<TierOverride>("o-1"), "They bought their rival", Day("2027-06-30"), Tier.A)));
        Given(Decided("REGION_HEAD", "override:o-1"), Decided("STRATEGIC_CUSTOMER_BOARD", "override:o-1"));
        Assert.Contains("The plan is being closed: tier B became A", Happened);
        Assert.Equal(["L5"], Stages);
        Given(Helvia.Advanced("L5"));
        Assert.Equal((Tier.A, PlanStatus.Draft, "A0"), (Plan.Form, Plan.Status, Stages.Single()));
    }

    private void GivenItIsInForce() => Given([.. OnePage.Story.Take(OnePage.UntilInForce)]);

    private static Request Decided(string role, string subject) => OnePage.Decided(role, subject);
}
