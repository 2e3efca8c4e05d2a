using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;

namespace Planning.Grains.Tests.Turns;

/// <summary>Timers follow from the state: nobody sets or clears one by hand.</summary>
public sealed class When_a_time_has_come : TurnSpec
{
    private static readonly Request StageDue = new Request.TimerDue("stage-due");

    public When_a_time_has_come() => Given(Helvia.Known, Helvia.Opened, Helvia.Confirmed);

    [Fact]
    public void on_its_last_day_a_stage_is_not_overdue()
    {
        Clock.GoTo("2026-12-21T23:59:59Z");
        When(StageDue);
        Assert.Empty(Happened);
        Assert.Empty(Last.Commit.TimersCleared);
    }

    [Fact]
    public void the_day_after_it_is_noted_once_and_the_timer_is_gone()
    {
        Clock.GoTo("2026-12-22T00:00:00Z");
        When(StageDue, actor: "timer");
        Assert.Equal("Stage A0 Trigger was due on 2026-12-21 and is not passed.", Happened[0]);
        Assert.Equal(["stage-due"], Last.Commit.TimersCleared);
        Assert.DoesNotContain("stage-due", Last.Commit.TimersSet.Select(timer => timer.Name));

        When(StageDue, actor: "timer");
        Assert.Empty(Happened);
        Assert.Equal(["stage-due"], Last.Commit.TimersCleared);
    }

    [Fact]
    public void the_next_stage_has_a_timer_of_its_own_again()
    {
        Clock.GoTo("2026-12-22T00:00:00Z");
        Given(StageDue);
        When(Helvia.Advanced("A0"));
        Assert.Contains("stage-due", Last.Commit.TimersSet.Select(timer => timer.Name));
        Assert.DoesNotContain("stage-due", Last.Commit.TimersCleared);
    }

    [Fact]
    public void a_turn_that_changes_no_date_touches_no_timer()
    {
        When(Helvia.Seated(1));
        Assert.Empty(Last.Commit.TimersSet);
        Assert.Empty(Last.Commit.TimersCleared);
    }

    [Fact]
    public void a_refused_turn_touches_no_timer()
    {
        When(Helvia.Advanced("A2"));
        Assert.Empty(Last.Commit.TimersSet);
        Assert.Empty(Last.Commit.TimersCleared);
    }

    [Theory]
    [InlineData("bookmark:gone")]
    [InlineData("nobody-knows-it")]
    public void a_timer_nobody_waits_for_is_cleared_without_effect(string name)
    {
        When(new Request.TimerDue(name));
        Assert.Empty(Happened);
        Assert.Equal([name], Last.Commit.TimersCleared);
    }
}
