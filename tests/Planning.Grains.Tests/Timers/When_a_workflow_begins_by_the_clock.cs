using Planning.Accounts.Customers;
using Planning.Flows.Instances;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;

namespace Planning.Grains.Tests.Timers;

public sealed class When_a_workflow_begins_by_the_clock : ClockSpec
{
    [Fact]
    public void cron_lets_it_begin_by_its_line_night_after_night()
    {
        Playbook = Of(Nightly(1, Night));
        When(Set);
        Assert.Equal(["Nightly begins by the clock in version 1: night at 2026-12-08 02:00:00."], Happened);

        At("01:59:59", "2026-12-08");
        Assert.Equal(1, State.Version);
        At("02:00:00", "2026-12-08");
        Assert.Equal(
            ["Nightly (_nightly.2.1) began, due at 2026-12-08 02:00:00. Next at 2026-12-09 02:00:00."], Happened);
        At("02:00:01", "2026-12-09");
        Assert.Equal(
            ["Nightly (_nightly.3.1) began, due at 2026-12-09 02:00:00. Next at 2026-12-10 02:00:00."], Happened);
    }

    [Fact]
    public void a_timer_keeps_its_beat_although_it_is_told_a_little_late()
    {
        Playbook = Of(Nightly(1, Timer("beat", "00:20:00")));
        Given(Set);
        At("09:50:00.7");
        At("10:10:00.9");

        Assert.Equal(["Nightly (_nightly.3.1) began, due at 2026-12-07 10:10:00. Next at 2026-12-07 10:30:00."], Happened);
    }

    [Fact]
    public void what_was_missed_while_the_host_was_down_is_made_up_for_once()
    {
        Playbook = Of(Nightly(1, Timer("beat", "00:20:00"), Night));
        Given(Set);
        At("13:31:00", "2026-12-09");

        Assert.Equal(["09 13:51:00", "10 02:00:00"], Next);
        Assert.Equal(3, State.Version);
        Assert.Equal(["Nightly (_nightly.3.1) began, due at 2026-12-08 02:00:00. Next at 2026-12-10 02:00:00."], Happened);
    }

    [Fact]
    public void a_moment_comes_once()
    {
        Playbook = Of(Nightly(1, StartAt("once", "2026-12-07T12:00:00+01:00")));
        Given(Set);
        Assert.Equal(["07 11:00:00"], Next);
        At("11:00:00");

        Assert.Equal(["Nightly (_nightly.2.1) began, due at 2026-12-07 11:00:00. It was the last time."], Happened);
        Assert.Empty(Next);
    }

    [Fact]
    public void a_moment_that_is_over_is_made_up_for_at_once_and_not_again_by_a_newer_version()
    {
        string[] versions =
        [
            Nightly(1, StartAt("once", "2025-01-01T00:00:00Z")),
            Nightly(2, StartAt("once", "2025-01-01T00:00:00Z"), Wait),
            Nightly(3, StartAt("once", "2025-01-02T00:00:00Z")),
        ];
        Playbook = Of(versions[..1]);
        Given(Set);
        At("09:30:00");
        Assert.Equal(["Nightly (_nightly.2.1) began, due at 2025-01-01 00:00:00. It was the last time."], Happened);

        Playbook = Of(versions[..2]);
        When(Set);
        Assert.Equal(["Nightly begins by the clock in version 2: once never."], Happened);
        Playbook = Of(versions);
        Given(Set);
        Assert.Equal(["02 00:00:00"], Next);
    }

    [Fact]
    public void each_of_several_triggers_has_its_times()
    {
        Playbook = Of(Nightly(1, Night, Cron("noon", "0 0 12 * * *"), StartAt("once", "2026-12-07T12:00:00Z")));
        Given(Set);
        Assert.Equal(["07 12:00:00", "07 12:00:00", "08 02:00:00"], Next);
        At("12:00:00");

        Assert.Equal(["08 02:00:00", "08 12:00:00"], Next);
        Assert.Equal(3, State.Version);
    }

    [Fact]
    public void only_the_trigger_that_struck_lets_it_pass_the_others_are_waited_for()
    {
        Playbook = Of(Nightly(1, Night, Timer("beat", "01:00:00")));
        Given(Set);
        At("02:00:00", "2026-12-08");

        Assert.Equal("beat", State.Workflows["_nightly.3.1"].Bookmarks.Single().ActivityId);
    }

    [Fact]
    public void it_runs_for_no_customer_and_has_no_correlation()
    {
        Playbook = Of(Nightly(1, Night, Wait));
        Given(Set);
        At("02:00:00", "2026-12-08");

        var instance = State.Workflows.Values.Single();
        Assert.Equal((WorkflowSubStatus.Suspended, null, "nightly-1"), (
            instance.SubStatus, instance.CorrelationId, instance.DefinitionVersionId));
        Assert.Null(Last.Commit.Row);
    }

    [Fact]
    public void one_that_may_run_only_once_is_passed_over_while_it_runs_and_begins_the_next_time()
    {
        Playbook = Of(OneNightlyAtATime(Night, Wait));
        Given(Set);
        At("02:00:00", "2026-12-08");
        At("02:00:00", "2026-12-09");
        Assert.Equal(
            ["Nightly was to begin at 2026-12-09 02:00:00 and did not: The workflow Nightly does not begin while another that counts "
                + "is running (Singleton). Next at 2026-12-10 02:00:00."],
            Happened);

        Given(new Request.PublishEvent("go on", null) { Instance = "_nightly.2.1" });
        At("02:00:00", "2026-12-10");
        Assert.Equal(["_nightly.5.1"], State.Workflows.Keys);
    }

    [Fact]
    public void a_time_that_nobody_can_compute_is_told_and_the_others_come_all_the_same()
    {
        Playbook = Of(Nightly(1, Night, """
            { "type": "Elsa.Timer", "id": "odd", "customProperties": { "canStartWorkflow": true },
              "interval": { "expression": { "type": "JavaScript", "value": "getInput('Every').text" } } }
            """, Timer("never", "00:00:00")));
        When(Set);

        Assert.StartsWith(
            "Nightly begins by the clock in version 1: night at 2026-12-08 02:00:00; odd never (Failed to evaluate activity input "
            + "'Interval': ",
            Happened.Single(),
            StringComparison.Ordinal);
        Assert.EndsWith("); never never.", Happened.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void an_activity_that_needs_a_customer_is_an_incident_that_says_so()
    {
        Playbook = Of(Nightly(
            1,
            Night,
            """{ "type": "Elsa.Event", "id": "asked", "eventName": "asked", "customProperties": { "canStartWorkflow": true } }""",
            """
            { "type": "Planning.PlanStage", "id": "stage", "stage": "A0", "title": "Trigger", "owner": "AR", "approver": "AR",
              "workingDays": 1 }
            """));
        Given(Set);
        At("02:00:00", "2026-12-08");
        When(new Request.PublishEvent("asked", null) { Instance = "_nightly.2.1" });

        const string Sentence = "Plan stage needs a customer, and this instance runs for none. Begin the workflow at a customer: "
            + "by an event there, or by hand.";
        Assert.Equal([$"The workflow Nightly (_nightly.2.1) stopped at stage: {Sentence}"], Happened);
        Assert.Equal([$"incident Nightly: {Sentence}"], Last.Commit.Waiting!.Select(one => $"{one.Kind} {one.Subject}"));

        When(new Request.CancelWorkflow("_nightly.2.1", "wrong here"));
        Assert.Empty(Last.Commit.Waiting!);
    }

    [Fact]
    public void an_event_at_a_customer_begins_it_there_and_leaves_its_clock_alone()
    {
        Playbook = Of(Nightly(
            1,
            Night,
            """{ "type": "Elsa.Event", "id": "asked", "eventName": "asked", "customProperties": { "canStartWorkflow": true } }"""));
        State = State with { Customer = Customer.Unknown(Helvia.Id) };
        Given(Helvia.Known, new Request.PublishEvent("asked", null));

        var instance = Assert.Single(State.Workflows.Values);
        Assert.Equal(("helvia.2.1", "night"), (instance.Id, instance.Bookmarks.Single().ActivityId));
        Assert.Null(State.Customer.Clock);
        Assert.Empty(Next);
    }

    [Fact]
    public void a_start_without_end_does_not_stop_the_clock()
    {
        Playbook = Of(
            Nightly(1, Night, """
                { "type": "Elsa.BulkDispatchWorkflows", "id": "many",
                  "workflowDefinitionId": { "expression": { "type": "Literal", "value": "faulty" } },
                  "items": { "expression": { "type": "JavaScript", "value": "Array.from({ length: 10001 }, (_, at) => at)" } } }
                """),
            Workflow("faulty", 1, "{}", """{ "type": "Elsa.Fault", "id": "f", "message": "No." }"""));
        Given(Set);
        At("02:00:00", "2026-12-08");

        Assert.Equal(
            ["Nightly was to begin at 2026-12-08 02:00:00 and did not: More than 10000 things would happen in one turn. Nothing was "
                + "changed; the workflow needs mending. Next at 2026-12-09 02:00:00."],
            Happened);
        Assert.Equal(["09 02:00:00"], Next);
        Assert.Empty(State.Workflows);
    }
}
