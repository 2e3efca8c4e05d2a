using Planning.Accounts.Plans;
using Planning.Grains.Store;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;

namespace Planning.Grains.Tests.Turns;

public sealed class When_a_plan_is_led_through_its_stages : TurnSpec
{
    [Fact]
    public void a_tier_review_of_an_s_customer_opens_it()
    {
        Given(Helvia.Known);
        When(Helvia.Reviewed("2026-Q3"));
        Assert.Contains("The plan 2027 to 2031 was opened in the form for tier S.", Happened);
        Assert.Contains("Stage A0 Trigger began; ACCOUNT_HEAD has it until 2026-12-21.", Happened);
        Assert.Equal("helvia-plan-2", State.Customer.Plan!.Id);
        Assert.Contains("stage-due 2026-12-22T00:00", TimersSet);
    }

    [Fact]
    public void it_is_opened_once()
    {
        Given(Helvia.Known, Helvia.Reviewed("2026-Q3"));
        When(Helvia.Reviewed("2026-Q4"));
        Assert.DoesNotContain(Happened, sentence => sentence.Contains("was opened", StringComparison.Ordinal));
        When(Helvia.Opened);
        ThenItIsRefused("plan-open", "The plan 2027 to 2031 of helvia Telekom is open already.");
    }

    [Fact]
    public void a_tier_without_plans_opens_none()
    {
        Given(new Request.TakeOver(Helvia.Record(tier: Planning.Accounts.Tiers.Tier.C)));
        When(Helvia.Reviewed("2026-Q3"));
        Assert.Null(State.Customer.Plan);
        When(Helvia.Opened);
        ThenItIsRefused("no-plan-for-tier", "A customer of tier C has no strategic account plan.");
    }

    [Fact]
    public void what_is_missing_keeps_it_in_its_stage()
    {
        Given(Helvia.Known, Helvia.Opened);
        var before = State;
        When(Helvia.Advanced("A0"));
        ThenItIsRefused(
            "gate-not-passed",
            "Stage A0 Trigger cannot be passed yet.",
            "The group root is not confirmed: check who controls the customer.");
        Assert.Same(before.Customer, State.Customer);
        Assert.Same(before.Workflows, State.Workflows);
        Assert.Equal((3, 3), (State.Version, State.TurnsSinceSnapshot));
    }

    // 25 working days from Monday 7 December, without Christmas Day and New Year's Day, which are Fridays.
    [Fact]
    public void when_nothing_is_missing_the_next_stage_is_due_in_the_customers_own_working_days()
    {
        Given(Helvia.Known, Helvia.Opened, Helvia.Confirmed);
        When(Helvia.Advanced("A0"));
        Assert.Equal(
            [
                "Stage A0 Trigger was passed by plan-gates 2026.13: AR seat filled; group root confirmed.",
                "Stage A1 Insight began; AR has it until 2027-01-13.",
            ],
            Happened);
        Assert.Equal(["stage-due 2027-01-14T00:00"], TimersSet);
        Assert.Equal("A1 Insight", Last.Commit.Row!.Stage);
        Assert.Equal("2027-01-13", Last.Commit.Row.StageDue);
        Assert.Equal(["stage A1 Insight AR"], Last.Commit.Waiting!.Select(waiting => $"{waiting.Kind} {waiting.Subject} {waiting.Role}"));
    }

    [Fact]
    public void another_country_has_other_working_days()
    {
        Given(new Request.TakeOver(Helvia.Record(country: "NF")), Helvia.Opened, Helvia.Confirmed);
        When(Helvia.Advanced("A0"));
        Assert.Contains("Stage A1 Insight began; AR has it until 2027-01-11.", Happened);
    }

    [Fact]
    public void the_history_says_who_when_why_and_by_which_rules()
    {
        Given(Helvia.Known, Helvia.Opened, Helvia.Confirmed);
        When(Helvia.Advanced("A0"), actor: "reto");
        var commit = Last.Commit;
        Assert.Equal(("reto", "advance-plan", 4, Clock.GetUtcNow()), (commit.Actor, commit.Kind, commit.Version, commit.At));
        Assert.Contains("plan-gates 2026.13: AR seat filled; group root confirmed", History.Of(Row(commit))[0], StringComparison.Ordinal);
        Assert.Contains("\"gateVersion\":\"plan-gates 2026.13\",\"grounds\":[\"AR seat filled\",\"group root confirmed\"]", commit.Events, StringComparison.Ordinal);
    }

    [Fact]
    public void the_history_tells_a_refusal_with_its_list()
    {
        Given(Helvia.Known, Helvia.Opened);
        When(Helvia.Advanced("A0"));
        Assert.Equal(
            ["Refused: Stage A0 Trigger cannot be passed yet. The group root is not confirmed: check who controls the customer."],
            History.Of(Row(Last.Commit)));
    }

    [Fact]
    public void a_second_click_skips_no_stage()
    {
        Given(Helvia.Known, Helvia.Opened, Helvia.Confirmed, Helvia.Advanced("A0"));
        When(Helvia.Advanced("A0"));
        ThenItIsRefused("other-stage", "The plan is in stage A1 Insight, not in A0.");
    }

    [Fact]
    public void the_whole_way_leads_into_execution()
    {
        Given(Helvia.Story);
        Assert.Equal(["A0", "A1", "A2", "A3", "A5", "A4", "A6", "A7", "A8", "A8", "A10"], State.Customer.Plan!.Track.Passed);
        Assert.Equal(["A9"], State.Customer.Plan.Track.Open.Select(stage => stage.Code));
        Assert.Equal(PlanStatus.Active, State.Customer.Plan.Status);
    }

    [Fact]
    public void objectives_and_relationship_are_worked_on_side_by_side_and_both_lead_to_the_resources()
    {
        Given([.. Helvia.Story.TakeWhile(request => request is not Request.AdvancePlan { Stage: "A5" })]);
        Assert.Equal(["A4", "A5"], State.Customer.Plan!.Track.Open.Select(stage => stage.Code));
        When(Helvia.Advanced("A5"));
        Assert.Equal(["A4"], State.Customer.Plan!.Track.Open.Select(stage => stage.Code));
        When(Helvia.Advanced("A4"));
        Assert.Equal(["A6", "A7"], State.Customer.Plan!.Track.Open.Select(stage => stage.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void an_unknown_customer_refuses_everything()
    {
        foreach (var request in Helvia.Story.Skip(1).Where(request => request is not Request.TimerDue))
        {
            When(request);
            ThenItIsRefused("customer-unknown", "Nobody has registered a customer helvia.");
        }
    }

    private static HistoryRow Row(TurnCommit commit) =>
        new(commit.Version, "", commit.Actor, commit.Message, commit.Kind, commit.Answer, commit.Events);
}
