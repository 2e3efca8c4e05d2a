using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.Worlds;

public sealed class When_time_passes : WorldSpec
{
    [Fact]
    public void a_delay_ends_when_its_time_has_come_and_not_before()
    {
        GivenTheWorkflow("late", Steps.Sequence("s", Activity("Delay", "d", ("timeSpan", "1.00:00:00")), Steps.Say("a day later")));

        WhenItStarts("late");
        When("""{"advance": "23:59:59"}""");
        ThenItSaid();
        When("""{"advance": "00:00:01"}""");

        ThenItSaid("a day later");
        Assert.Equal(Monday.AddDays(1), World.Now);
    }

    [Fact]
    public void a_moment_that_is_over_is_not_waited_for()
    {
        GivenTheWorkflow("past", Activity("StartAt", "a", ("dateTime", "2026-01-05T08:59:59Z")));

        WhenItStarts("past");

        ThenItIsFinished("past");
    }

    [Fact]
    public void what_is_due_first_goes_on_first()
    {
        GivenTheWorkflow("times", Activity("Fork", "f").Replace(
            "\"type\"",
            $"\"branches\": [ {Steps.Sequence("a", Activity("Delay", "d", ("timeSpan", "02:00:00")), Steps.Say("after the delay"))}, "
            + $"{Steps.Sequence("b", Activity("StartAt", "m", ("dateTime", "2026-01-05T10:00:00Z")), Steps.Say("at ten"))} ], \"type\"",
            StringComparison.Ordinal));

        WhenItStarts("times");
        When("""{"advance": "1.00:00:00"}""");

        ThenItSaid("at ten", "after the delay");
    }

    [Fact]
    public void a_workflow_that_begins_with_a_timer_begins_at_every_interval()
    {
        GivenTheWorkflow("timed", Steps.Sequence("s", Trigger(Activity("Timer", "t", ("interval", "00:20:00"))), Steps.Say("tick")));

        When("""{"advance": "01:00:00"}""");

        ThenItSaid("tick", "tick", "tick");
    }

    [Fact]
    public void a_workflow_that_begins_by_cron_begins_at_each_of_its_moments()
    {
        GivenTheWorkflow("weekly", Steps.Sequence("s", Trigger(Activity("Cron", "c", ("cronExpression", "0 0 8 * * TUE,FRI"))), Steps.Say("tick")));

        When("""{"advance": "7.00:00:00"}""");

        ThenItSaid("tick", "tick");
        Assert.Equal(
            [new DateTimeOffset(2026, 1, 6, 8, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 9, 8, 0, 0, TimeSpan.Zero)],
            World.Instances.Select(one => one.CreatedAt));
    }

    [Fact]
    public void a_workflow_that_begins_at_a_moment_begins_once()
    {
        GivenTheWorkflow("once", Steps.Sequence("s", Trigger(Activity("StartAt", "m", ("dateTime", "2026-01-05T10:00:00Z"))), Steps.Say("ten")));

        When("""{"advance": "00:59:59"}""");
        ThenItSaid();
        When("""{"advance": "1.00:00:00"}""");

        ThenItSaid("ten");
    }

    [Fact]
    public void one_that_begins_at_a_moment_that_is_over_begins_as_soon_as_time_passes()
    {
        GivenTheWorkflow("late", Steps.Sequence("s", Trigger(Activity("StartAt", "m", ("dateTime", "2025-01-05T10:00:00Z"))), Steps.Say("late")));

        When("""{"advance": "00:00:01"}""");
        When("""{"advance": "1.00:00:00"}""");

        ThenItSaid("late");
    }

    [Fact]
    public void a_timer_of_no_time_or_of_ten_thousand_years_never_begins_anything()
    {
        GivenTheWorkflow("never", Steps.Sequence(
            "s",
            Trigger(Activity("Timer", "zero", ("interval", "00:00:00"))),
            Trigger(Activity("Timer", "long", ("interval", "10675199.00:00:00"))),
            Steps.Say("never")));

        When("""{"advance": "365.00:00:00"}""");

        ThenItSaid();
    }

    [Fact]
    public void inside_a_workflow_cron_waits_for_its_next_moment()
    {
        GivenTheWorkflow("next", Steps.Sequence("s", Activity("Cron", "c", ("cronExpression", "0 30 9 * * *")), Steps.Say("half past nine")));

        WhenItStarts("next");
        When("""{"advance": "00:30:00"}""");

        ThenItSaid("half past nine");
        ThenItIsFinished("next");
    }
}
