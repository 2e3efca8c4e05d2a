using Planning.Flows.Instances;
using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

public sealed class When_a_workflow_goes_round_in_circles : FlowSpec
{
    [Fact]
    public void a_loop_that_waits_may_go_round_as_often_as_it_likes()
    {
        GivenTheFlowchart(List(Start(), Await("again"), Say("round")), Connect("start -> again", "again -> round", "round -> again"));
        WhenItStarts();
        for (var round = 0; round < 50; round++)
        {
            WhenItIsResumedAt("again");
        }

        Assert.Equal(50, Lines.Count);
        ThenItWaitsAt("again");
    }

    [Fact]
    public void a_loop_that_never_waits_is_stopped_and_says_where()
    {
        MostWorkItems = 100;
        GivenTheFlowchart(List(Start(), Say("round")), Connect("start -> round", "round -> round"));
        WhenItStarts();
        var incident = Assert.Single(Last.NewIncidents);
        Assert.Equal("round", incident.ActivityId);
        Assert.Equal(
            "The workflow ran 100 activities without waiting, so it was stopped at \"round\". Look for a loop whose condition never ends it.",
            incident.Message);
        Assert.Equal(WorkflowSubStatus.Suspended, State.SubStatus);
        Assert.Equal(97, Lines.Count);
    }

    [Fact]
    public void what_it_left_undone_is_kept_and_can_be_retried_or_cancelled()
    {
        MostWorkItems = 100;
        GivenTheFlowchart(List(Start(), Say("round")), Connect("start -> round", "round -> round"));
        WhenItStarts();
        WhenItIsRetried();
        Assert.Equal(197, Lines.Count);
        Assert.Equal(2, State.Incidents.Count);
        WhenItIsCancelled();
        Assert.Equal(WorkflowSubStatus.Cancelled, State.SubStatus);
        Assert.Empty(State.Scheduled);
    }
}
