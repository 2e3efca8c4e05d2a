using Planning.Flows.Flowcharts;
using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

/// <summary>Elsa's older way to run a flowchart, for files and hosts that rely on it.</summary>
public sealed class When_a_flowchart_counts_visits : FlowSpec
{
    public When_a_flowchart_counts_visits() => Mode = FlowchartExecutionMode.CounterBased;

    [Fact]
    public void a_meeting_place_waits_for_every_branch_that_was_taken()
    {
        GivenTheFlowchart(
            List(Fork("fork", "L", "R"), Await("A"), Say("B"), Say("after")),
            Connect("fork.L -> A", "fork.R -> B", "A -> after", "B -> after"));
        WhenItStarts();
        Assert.Equal(["B"], Lines);
        WhenItIsResumedAt("A");
        Assert.Equal(["B", "after"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void a_branch_that_was_not_taken_keeps_nobody_waiting()
    {
        GivenTheFlowchart(
            List(Decide("ask", Literal("false")), Say("yes"), Say("more"), Say("no"), Say("after")),
            Connect("ask.True -> yes", "yes -> more", "ask.False -> no", "more -> after", "no -> after"));
        WhenItStarts();
        Assert.Equal(["no", "after"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void a_join_of_all_is_passed_over_when_one_branch_was_not_taken()
    {
        GivenTheFlowchart(
            List(Fork("fork", "L", "R"), Decide("ask", Literal("false")), Say("A"), Say("B"), Join("join", "WaitAll"), Say("after")),
            Connect("fork.L -> ask", "ask.True -> A", "fork.R -> B", "A -> join", "B -> join", "join -> after"));
        WhenItStarts();
        Assert.Equal(["B"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void a_join_of_any_runs_once_and_cancels_who_still_waits()
    {
        GivenTheFlowchart(
            List(Fork("fork", "L", "R"), Say("A"), Await("B"), Join("join", "WaitAny"), Say("after")),
            Connect("fork.L -> A", "fork.R -> B", "A -> join", "B -> join", "join -> after"));
        WhenItStarts();
        Assert.Equal(["A", "after"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void a_loop_goes_round_through_a_join_as_often_as_it_likes()
    {
        GivenTheFlowchart(
            List(Say("begin"), Await("again"), Fork("fork", "L", "R"), Say("A"), Say("B"), Join("join", "WaitAll")),
            Connect("begin -> again", "again -> fork", "fork.L -> A", "fork.R -> B", "A -> join", "B -> join", "join -> again"));
        WhenItStarts();
        WhenItIsResumedAt("again");
        WhenItIsResumedAt("again");
        Assert.Equal(["begin", "A", "B", "A", "B"], Lines);
        ThenItWaitsAt("again");
    }

    [Fact]
    public void an_instance_goes_on_in_the_mode_it_began_in()
    {
        GivenTheFlowchart(
            List(Fork("fork", "L", "R"), Await("A"), Say("B"), Say("after")),
            Connect("fork.L -> A", "fork.R -> B", "A -> after", "B -> after"));
        WhenItStarts();
        Mode = FlowchartExecutionMode.TokenBased;
        WhenItIsResumedAt("A");
        Assert.Equal(["B", "after"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void a_loop_into_the_middle_of_a_branch_is_an_incident()
    {
        GivenTheFlowchart(
            List(Fork("fork", "L", "R"), Say("A"), Say("B"), Join("join", "WaitAll"), Await("again")),
            Connect("fork.L -> A", "fork.R -> B", "A -> join", "B -> join", "join -> again", "again -> A"));
        WhenItStarts();
        WhenItIsResumedAt("again");
        var incident = Assert.Single(Last.NewIncidents);
        Assert.StartsWith("Invalid backward connection: Every path from the source ('again')", incident.Message, StringComparison.Ordinal);
    }
}
