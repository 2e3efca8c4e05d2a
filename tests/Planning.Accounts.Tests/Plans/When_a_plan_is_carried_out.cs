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
    private static readonly PlanReview Held = PlanLifeKinds.Review with { HeldOn = Day("2026-08-10") };

    private static Customer InForce { get; } = Drafts.InForce;

    [Fact]
    public void its_actions_are_known_from_the_day_it_is_in_force() =>
        Assert.Equal(("site", Day("2026-05-20")), (Action("site", InForce).Action.Id.Value, Action("site", InForce).Since));

    [Fact]
    public void what_a_review_decides_somebody_does()
    {
        var after = Asked(InForce, "2026-08-11", new HoldReview(Held));
        Assert.Equal(("Open the lab", Day("2026-08-10")), (Action("lab", after).Action.Text, Action("lab", after).Since));
        Assert.Equal(Day("2026-11-20"), after.Plan!.ReviewDates[ReviewType.Quarterly].Due);
        NothingHappens(Ask(after, "2026-08-12", new HoldReview(Held)));
    }

    // METHOD §3.1, must never 8
    [Theory]
    [InlineData(ReviewType.Quarterly, "quarterly")]
    [InlineData(ReviewType.Executive, "executive")]
    public void a_review_with_the_customer_is_not_held_without_the_customer(ReviewType type, string word) => IsRefused(
        Ask(InForce, "2026-08-11", new HoldReview(Held with { Type = type, TheirPeople = [] })),
        "command-flawed",
        "It cannot be done as it is asked.",
        $"TheirPeople is empty; a {word} review is held with the customer.");

    // The quarterly review is due on 2026-08-20; ten working days before and after it is in time.
    [Theory]
    [InlineData("2026-08-06", "2026-11-20")]
    [InlineData("2026-09-03", "2026-11-20")]
    [InlineData("2026-09-04", "2026-12-04")]
    public void its_rhythm_goes_on_from_the_day_it_was_due_when_it_was_held_in_time(string held, string next) => Assert.Equal(
        Day(next), Asked(InForce, "2026-09-07", new HoldReview(Held with { HeldOn = Day(held) })).Plan!.ReviewDates[ReviewType.Quarterly].Due);

    [Fact]
    public void a_review_that_is_held_too_early_does_not_stand_for_the_one_that_is_due()
    {
        var early = Ask(InForce, "2026-08-05", new HoldReview(Held with { HeldOn = Day("2026-08-05") }));
        Assert.EndsWith("1 decisions; it is too early for the one due on 2026-08-20.", Events(early).Single().Sentence, StringComparison.Ordinal);
        Assert.Equal(Day("2026-08-20"), After(InForce, early).Plan!.ReviewDates[ReviewType.Quarterly].Due);
    }

    [Fact]
    public void the_monthly_check_is_our_own() =>
        Assert.NotEmpty(Events(Ask(InForce, "2026-08-11", new HoldReview(Held with { Type = ReviewType.Monthly, TheirPeople = [] }))));

    [Fact]
    public void nothing_is_reviewed_before_a_version_is_in_force() => IsRefused(
        Ask(Drafts.Whole, "2026-08-11", new HoldReview(Held)),
        "no-version",
        "No version of the plan is in force, so nothing is carried out that could be reviewed.");

    [Fact]
    public void an_action_is_done_with_evidence_only()
    {
        IsRefused(
            Ask(InForce, "2026-08-11", new ReportAction(Key<PlannedAction>("site"), ActionStatus.Done)),
            "command-flawed", "It cannot be done as it is asked.", "Evidence is empty.");
        var done = Asked(InForce, "2026-08-11", new ReportAction(Key<PlannedAction>("site"), ActionStatus.Done, "Photos"));
        Assert.Equal((ActionStatus.Done, Day("2026-08-11")), (Action("site", done).Status, done.Plan!.LastSign));
        IsRefused(
            Ask(InForce, "2026-08-11", new ReportAction(Key<PlannedAction>("moon"), ActionStatus.Doing)),
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
        Ask(InForce, "2026-08-11", new RecordActuals(Drafts.Sound.Year(2027))),
        "command-flawed", "It cannot be done as it is asked.", "Year is 2027, which has not come yet.");

    private static ActionState Action(string id, Customer customer) => customer.Plan!.Actions[Key<PlannedAction>(id)];
}
