using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Tests.Journal;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Plans;

/// <summary>METHOD §3.1 A9.</summary>
public sealed class When_a_plan_is_carried_out
{
    private static readonly PlanReview Held = PlanLifeKinds.Review;

    private static Customer InForce { get; } = Approve(Drafts.Whole);

    [Fact]
    public void its_actions_are_known_from_the_day_it_is_in_force() =>
        Assert.Equal(("site", Day("2026-05-20")), (Action("site", InForce).Action.Id.Value, Action("site", InForce).Since));

    [Fact]
    public void what_a_review_decides_somebody_does()
    {
        var after = Asked(InForce, "2026-08-05", new HoldReview(Held));
        Assert.Equal(("Open the lab", Day("2026-08-04")), (Action("lab", after).Action.Text, Action("lab", after).Since));
        Assert.Equal(Day("2026-11-04"), after.Plan!.ReviewDates[ReviewType.Quarterly].Due);
        NothingHappens(Ask(after, "2026-08-06", new HoldReview(Held)));
    }

    // METHOD §3.1, must never 8
    [Theory]
    [InlineData(ReviewType.Quarterly, "quarterly")]
    [InlineData(ReviewType.Executive, "executive")]
    public void a_review_with_the_customer_is_not_held_without_the_customer(ReviewType type, string word) => IsRefused(
        Ask(InForce, "2026-08-05", new HoldReview(Held with { Type = type, TheirPeople = [] })),
        "command-flawed",
        "It cannot be done as it is asked.",
        $"TheirPeople is empty; a {word} review is held with the customer.");

    [Fact]
    public void the_monthly_check_is_our_own() =>
        Assert.NotEmpty(Events(Ask(InForce, "2026-08-05", new HoldReview(Held with { Type = ReviewType.Monthly, TheirPeople = [] }))));

    [Fact]
    public void nothing_is_reviewed_before_a_version_is_in_force() => IsRefused(
        Ask(Drafts.Whole, "2026-08-05", new HoldReview(Held)),
        "no-version",
        "No version of the plan is in force, so nothing is carried out that could be reviewed.");

    [Fact]
    public void an_action_is_done_with_evidence_only()
    {
        IsRefused(
            Ask(InForce, "2026-08-05", new ReportAction(Key<PlannedAction>("site"), ActionStatus.Done)),
            "command-flawed", "It cannot be done as it is asked.", "Evidence is empty.");
        var done = Asked(InForce, "2026-08-05", new ReportAction(Key<PlannedAction>("site"), ActionStatus.Done, "Photos"));
        Assert.Equal((ActionStatus.Done, Day("2026-08-05")), (Action("site", done).Status, done.Plan!.LastSign));
        IsRefused(
            Ask(InForce, "2026-08-05", new ReportAction(Key<PlannedAction>("moon"), ActionStatus.Doing)),
            "action-unknown", "The plan in force has no action moon.");
    }

    // INV-17
    [Fact]
    public void nobody_of_the_team_looks_at_it_from_outside() => IsRefused(
        Ask(Drafts.Whole, "2026-05-05", new GiveOpinion(OpinionFunction.Finance, true, "Fine"), "bruno-frei"),
        "own-opinion",
        "bruno-frei is on the team; somebody else looks at the plan for Finance.");

    // INV-13 and METHOD §3.1, must never 6
    [Fact]
    public void a_subsidiary_has_no_plan_of_its_own()
    {
        var subsidiary = After(Helvia.Known, new DetailsChanged(Helvia.Details with { GroupRoot = Key<Customer>("alpina") }));
        IsRefused(
            subsidiary.OpenPlan("plan-2", Helvia.Today, PlanPolicy.Default),
            "group-root-plans",
            "alpina heads the group; the group has one plan there (INV-13).");
    }

    [Fact]
    public void actuals_of_a_year_that_has_not_come_are_refused() => IsRefused(
        Ask(InForce, "2026-08-05", new RecordActuals(Drafts.Sound.Year(2027))),
        "command-flawed", "It cannot be done as it is asked.", "Year is 2027, which has not come yet.");

    private static ActionState Action(string id, Customer customer) => customer.Plan!.Actions[Key<PlannedAction>(id)];

    private static Customer Approve(Customer customer)
    {
        var handedIn = After(customer, customer.Plan!.HandIn(On("2026-05-05")));
        var decided = Asked(handedIn, "2026-05-06", new Planning.Accounts.Approvals.DecideApproval("plan:plan-1", "REGION_HEAD", true), "e-cee-01");
        return Asked(decided, "2026-05-20", new Planning.Accounts.Approvals.DecideApproval("plan:plan-1", "STRATEGIC_CUSTOMER_BOARD", true), "e-nwe-01");
    }
}
