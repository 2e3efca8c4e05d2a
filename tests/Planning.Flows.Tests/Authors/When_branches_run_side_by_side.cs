using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

public sealed class When_branches_run_side_by_side : FlowSpec
{
    [Fact]
    public void a_join_for_all_waits_for_the_slowest()
    {
        GivenForkAndJoin("WaitAll");
        WhenItStarts();
        ThenItWaitsAt("A", "B");
        WhenItIsResumedAt("B");
        ThenItWaitsAt("A");
        Assert.Empty(Lines);
        WhenItIsResumedAt("A");
        Assert.Equal(["after"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void a_join_for_any_goes_on_with_the_first_and_cancels_the_rest()
    {
        GivenForkAndJoin("WaitAny");
        WhenItStarts();
        var slow = BookmarkOf("A");
        WhenItIsResumedAt("B");
        Assert.Equal(["after"], Lines);
        Assert.Contains(slow, Last.BookmarksBurned);
        ThenItIsFinished();
    }

    [Fact]
    public void a_join_for_all_active_does_not_wait_for_a_branch_that_was_not_taken()
    {
        GivenTheFlowchart(
            List(Start(), Await("A"), Decide("ask", Literal("false")), Say("never"), Join("join", "WaitAllActive"), Say("after")),
            Connect("start -> A", "start -> ask", "A -> join", "ask.True -> never", "never -> join", "join -> after"));
        WhenItStarts();
        ThenItWaitsAt("A");
        WhenItIsResumedAt("A");
        Assert.Equal(["after"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void a_join_for_all_active_goes_on_when_the_last_other_branch_dies()
    {
        GivenTheFlowchart(
            List(Start(), Say("quick"), Await("B"), Decide("ask", Literal("false")), Join("join", "WaitAllActive"), Say("after")),
            Connect("start -> quick", "start -> B", "quick -> join", "B -> ask", "ask.True -> join", "join -> after"));
        WhenItStarts();
        ThenItWaitsAt("B");
        Assert.Equal(["quick"], Lines);
        WhenItIsResumedAt("B");
        Assert.Equal(["quick", "after"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void a_merge_on_a_branch_that_was_not_taken_keeps_the_workflow_open()
    {
        GivenTheFlowchart(
            List(Start(), Say("A"), Decide("ask", Literal("false")), Say("merged", "Merge")),
            Connect("start -> A", "start -> ask", "A -> merged", "ask.True -> merged"));
        WhenItStarts();
        Assert.Equal(["A"], Lines);
        Assert.Equal(Instances.WorkflowSubStatus.Suspended, State.SubStatus);
    }

    [Theory]
    [InlineData("Cascade", new[] { "A", "B", "after", "after" })]
    [InlineData("Race", new[] { "A", "B", "after" })]
    [InlineData("Merge", new[] { "A", "B", "after" })]
    [InlineData("Converge", new[] { "A", "B", "after" })]
    [InlineData("Stream", new[] { "A", "B", "after" })]
    public void the_merge_mode_says_how_often_the_meeting_point_runs(string mode, string[] said)
    {
        GivenTheFlowchart(List(Start(), Say("A"), Say("B"), Say("after", mode)),
            Connect("start -> A", "start -> B", "A -> after", "B -> after"));
        WhenItStarts();
        Assert.Equal(said, Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void a_loop_through_a_join_for_any_runs_every_round()
    {
        GivenTheFlowchart(
            List(Start(), Say("A"), Await("B"), Join("join", "WaitAny"), Await("again")),
            Connect("start -> A", "start -> B", "A -> join", "B -> join", "join -> again", "again -> A", "again -> B"));
        WhenItStarts();
        ThenItWaitsAt("again");
        WhenItIsResumedAt("again");
        ThenItWaitsAt("again");
        WhenItIsResumedAt("again");
        ThenItWaitsAt("again");
        Assert.Equal(["A", "A", "A"], Lines);
    }

    [Fact]
    public void an_end_in_one_branch_cancels_the_others()
    {
        GivenTheFlowchart(List(Start(), Await("A"), Await("B"), End()), Connect("start -> A", "start -> B", "B -> end"));
        WhenItStarts();
        WhenItIsResumedAt("B");
        ThenItIsFinished();
        Assert.Contains(Log, record => record is { ActivityId: "A", EventName: "Canceled" });
    }

    private void GivenForkAndJoin(string mode) => GivenTheFlowchart(
        List(Start(), Fork("fork", "Left", "Right"), Await("A"), Await("B"), Join("join", mode), Say("after")),
        Connect("start -> fork", "fork.Left -> A", "fork.Right -> B", "A -> join", "B -> join", "join -> after"));
}
