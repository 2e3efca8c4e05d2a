using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Teams;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;

namespace Planning.Grains.Tests.Turns;

/// <summary>A8 to A12 of the plan as the shipped workflow leads it.</summary>
public sealed class When_a_plan_lives_on : TurnSpec
{
    private AccountPlan Plan => State.Customer.Plan!;

    private IEnumerable<string> Stages => Plan.Track.Open.Select(stage => stage.Code);

    [Fact]
    public void the_passed_review_hands_it_in_and_the_tiers_approvers_are_asked_in_order()
    {
        Given([.. Before("A8"), Helvia.Advanced("A8")]);
        Assert.Contains("anna handed in version 1 of the plan.", Happened);
        Assert.Contains(
            "anna asked REGION_HEAD, then STRATEGIC_CUSTOMER_BOARD to agree: version 1 of the plan 2027 to 2031.", Happened);
        Assert.Equal((PlanStatus.InReview, 0), (Plan.Status, Stages.Count()));
    }

    // INV-17
    [Fact]
    public void whoever_handed_it_in_does_not_approve_it()
    {
        Given([.. Before("A8"), Helvia.Advanced("A8")]);
        When(Helvia.Agreed("REGION_HEAD"), actor: "anna");
        ThenItIsRefused(
            "author-approves",
            "anna asked for it, so somebody else decides: version 1 of the plan 2027 to 2031 (INV-17).");
    }

    [Fact]
    public void the_last_agreement_puts_it_in_force_and_execution_begins()
    {
        GivenItIsInForce();
        Assert.Contains("Version 1 of the plan is in force from 2026-12-07.", Happened);
        Assert.Equal(["A9"], Stages);
        Assert.Equal((PlanStatus.Active, 1), (Plan.Status, Plan.InForce!.Number));
    }

    [Fact]
    public void one_that_is_not_agreed_to_goes_back_to_the_team_and_can_be_handed_in_again()
    {
        Given([.. Before("A8"), Helvia.Advanced("A8"), Helvia.Agreed("REGION_HEAD", false)]);
        Assert.Contains("Version 1 of the plan went back to the team.", Happened);
        Assert.Equal((PlanStatus.Returned, "A8"), (Plan.Status, Stages.Single()));
        Given([Helvia.Advanced("A8"), .. Helvia.Approved]);
        Assert.Equal(2, Plan.InForce!.Number);
    }

    // INV-13 and METHOD §3.1, must never 2
    [Fact]
    public void nobody_writes_in_a_version_that_is_handed_in_or_approved()
    {
        var year = new Request.Do(new WriteYear(Helvia.Plan.Year(2028) with { Satisfaction = 90 }));
        Given([.. Before("A8"), Helvia.Advanced("A8")]);
        When(year);
        ThenItIsRefused("version-submitted", "Version 1 is with its approvers; it can be changed when they have sent it back.");
        Given([.. Helvia.Approved]);
        When(year);
        ThenItIsRefused("version-approved", "Version 1 is approved and does not change; open an amendment.");
        When(new Request.Do(new StrikeEntry("objective:core")));
        ThenItIsRefused("version-approved", "Version 1 is approved and does not change; open an amendment.");
    }

    [Fact]
    public void an_amendment_is_a_new_version_that_says_what_changed_and_leaves_the_old_one_as_it_was()
    {
        GivenItIsInForce();
        var first = Plan.InForce!;
        Given(
        [
            new Request.Do(new OpenAmendment("Their CTO has left")),
            new Request.Do(new WriteYear(Helvia.Plan.Year(2028) with { Satisfaction = 90 })),
        ]);
        Assert.Equal((PlanStatus.Amending, "A10"), (Plan.Status, Stages.Single()));
        Assert.Equal(
            ["A4", "A6", "A8"], PlanFacts.Of(State.Customer, Plan, new DateOnly(2026, 12, 7), PlanPolicy.Default).AlsoGates);
        Given([.. Helvia.Signed("A4", "A6"), .. Helvia.Looked, Helvia.Advanced("A10")]);
        Assert.Contains("anna handed in version 2 of the plan: year 2028: Satisfaction 86 became 90.", Happened);
        Assert.Same(first, Plan.InForce);
        Given([.. Helvia.Approved]);
        Assert.Equal([1, 2], Plan.Versions.Select(version => version.Number));
        Assert.Equal((86, 90), (Plan.Versions[0].Content.Year(2028)!.Satisfaction, Plan.InForce!.Content.Year(2028)!.Satisfaction));
        Assert.Equal(["A9"], Stages);
    }

    // METHOD §3.1, must never 4
    [Fact]
    public void a_target_is_not_lowered_in_silence()
    {
        GivenItIsInForce();
        Given(
        [
            new Request.Do(new OpenAmendment("A bad quarter")),
            new Request.Do(new WriteYear(Helvia.Plan.Year(2028) with { Satisfaction = 80 })),
            .. Helvia.Signed("A4", "A6"),
            .. Helvia.Looked,
        ]);
        When(Helvia.Advanced("A10"));
        ThenItIsRefused(
            "gate-not-passed",
            "Stage A10 Amendment cannot be passed yet.",
            "These targets are lower than in the version in force; say why: 2028 satisfaction from 86 to 80.");
        Given([new Request.Do(new ExplainLowering("Two outages")), Helvia.Advanced("A10")]);
        Assert.Equal("Two outages", Plan.Submitted!.LoweredBecause);
    }

    // P-14
    [Fact]
    public void the_year_rolls_over_by_itself_what_was_is_frozen_and_what_is_open_goes_along()
    {
        GivenItIsInForce();
        Clock.GoTo("2027-11-01T09:00:00Z");
        Given(
        [
            new Request.Do(new RecordActuals(Helvia.Plan.Year(2027) with { Satisfaction = 83 })),
            new Request.TimerDue(CustomerTimer.PlanDue),
        ]);
        Assert.Contains("The plan rolls over to 2028 to 2032; what 2027 was is kept as it is.", Happened);
        Assert.Equal((PlanStatus.Rolling, "A11"), (Plan.Status, Stages.Single()));
        Assert.Equal(83, Plan.Actuals[2027].Satisfaction);
        Assert.Equal([2027, 2028, 2029, 2030, 2031], Plan.Draft.Of<PlanYear>().Select(year => year.Year));
        Assert.Equal(50, Plan.Draft.Of<Objective>().First().Measures[0].Base);
        Assert.Contains(Plan.Draft.Of<PlannedAction>(), action => action.Id.Value == "site");
        Assert.Equal(new DateOnly(2026, 12, 7), Plan.Actions.Values.Single().Since);
        When(new Request.Do(new RecordActuals(Helvia.Plan.Year(2027))));
        ThenItIsRefused("actuals-frozen", "What 2027 was is kept as it is since the plan rolled over.");
        Assert.Equal((2027, 2031), (Plan.InForce!.HorizonFrom, Plan.InForce.HorizonTo));
    }

    // METHOD §3.1, must never 3
    [Fact]
    public void a_plan_year_that_begins_without_a_version_is_told_to_the_region_and_then_to_the_board()
    {
        GivenItIsInForce();
        Clock.GoTo("2028-02-15T09:00:00Z");
        When(new Request.TimerDue(CustomerTimer.PlanDue));
        Assert.Contains(
            "REGION_HEAD was told: the plan year begins without a new version; the last approved one stays in force.", Happened);
        Assert.Contains("STRATEGIC_CUSTOMER_BOARD was told: the plan year is under way without a new version.", Happened);
        Assert.Equal(1, Plan.InForce!.Number);
        When(new Request.TimerDue(CustomerTimer.PlanDue));
        Assert.DoesNotContain(Happened, sentence => sentence.Contains("without a new version", StringComparison.Ordinal));
    }

    [Fact]
    public void a_review_that_is_not_held_is_noticed_once()
    {
        GivenItIsInForce();
        Clock.GoTo("2027-02-01T09:00:00Z");
        When(new Request.TimerDue(CustomerTimer.PlanDue));
        Assert.Contains("The monthly review was due on 2027-01-07 and was not held.", Happened);
        When(new Request.TimerDue(CustomerTimer.PlanDue));
        Assert.DoesNotContain(Happened, sentence => sentence.Contains("review was due", StringComparison.Ordinal));
    }

    [Fact]
    public void it_is_withdrawn_before_approval_only_and_another_can_be_opened()
    {
        Given([.. Before("A8")]);
        When(new Request.Do(new WithdrawPlan("They merge with Northwind")));
        Assert.Equal(PlanStatus.Withdrawn, Plan.Status);
        Assert.Equal("Finished", Assert.Single(Last.Commit.Instances).Status);
        When(Helvia.Advanced("A8"));
        ThenItIsRefused("plan-over", "The plan is WITHDRAWN; nothing is done with it any more.");
        When(Helvia.Opened);
        Assert.Equal((PlanStatus.Draft, "A0"), (Plan.Status, Stages.Single()));
    }

    [Fact]
    public void a_plan_that_is_asked_about_is_withdrawn_with_the_question()
    {
        Given([.. Before("A8"), Helvia.Advanced("A8"), new Request.Do(new WithdrawPlan("They merge with Northwind"))]);
        Assert.Empty(State.Customer.Approvals.Open);
        Assert.Equal(PlanStatus.Withdrawn, Plan.Status);
        Assert.Empty(State.Workflows);
    }

    [Fact]
    public void closing_needs_a_review_and_an_owner_for_everybody()
    {
        GivenItIsInForce();
        Given([new Request.Do(new ClosePlan("The tier fell to B"))]);
        Assert.Equal("A12", Stages.Single());
        When(Helvia.Advanced("A12"));
        ThenItIsRefused(
            "gate-not-passed",
            "Stage A12 Close cannot be passed yet.",
            "The closing review was not held yet.",
            "Nobody has written down what the plan has taught.");
        Given(
        [
            new Request.Do(new RecordLesson(new PlanLesson(Words.Key<PlanLesson>("l-1"), "We came late", "The lab opens in spring"))),
            new Request.Do(new HoldReview(new PlanReview(
                Words.Key<PlanReview>("r-1"), ReviewType.Closing, new DateOnly(2026, 12, 7), [Words.Key<Employee>("anna")], [], []))),
            Helvia.Advanced("A12"),
        ]);
        Assert.Equal(PlanStatus.Closed, Plan.Status);
        Assert.Empty(State.Workflows);
    }

    [Fact]
    public void while_it_is_suspended_nothing_goes_on_and_afterwards_stages_have_their_days_back()
    {
        Given([.. Before("A8")]);
        var due = Plan.Track.Open.Single().Due;
        Given([new Request.Do(new SuspendPlan("An election"))]);
        When(Helvia.Advanced("A8"));
        ThenItIsRefused("plan-suspended", "The plan is suspended; let it go on first.");
        Assert.Equal(PlanStatus.Suspended, Plan.Status);
        Clock.GoTo("2026-12-17T09:30:00Z");
        Given([new Request.Do(new ResumePlan())]);
        Assert.Equal(due.AddDays(10), Plan.Track.Open.Single().Due);
    }

    private void GivenItIsInForce() => Given([.. Before("A8"), Helvia.Advanced("A8"), .. Helvia.Approved]);

    private static IEnumerable<Request> Before(string stage) =>
        Helvia.Story.TakeWhile(request => request is not Request.AdvancePlan advance || advance.Stage != stage);
}
