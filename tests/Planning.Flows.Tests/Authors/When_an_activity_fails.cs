using Planning.Flows.Instances;
using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

public sealed class When_an_activity_fails : FlowSpec
{
    private const string Continue =
        "\"options\": { \"incidentStrategyType\": \"Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core\" },";

    private const string Fault =
        "\"options\": { \"incidentStrategyType\": \"Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core\" },";

    [Fact]
    public void the_incident_says_which_one_and_why()
    {
        GivenABranchThatFails(Continue);
        WhenItStarts();
        var incident = Assert.Single(State.Incidents);
        Assert.Equal("fails", incident.ActivityId);
        Assert.Equal("Elsa.FlowDecision", incident.ActivityType);
        Assert.Equal("Failed to evaluate activity input 'Condition': Boom.", incident.Message);
        Assert.Equal("Boom.", incident.Cause);
        Assert.Equal(Now, incident.Timestamp);
        Assert.Equal(incident, Assert.Single(Last.NewIncidents));
    }

    [Fact]
    public void other_branches_go_on_and_the_instance_waits_for_help()
    {
        GivenABranchThatFails(Continue);
        WhenItStarts();
        Assert.Equal(["other"], Lines);
        Assert.Equal(WorkflowSubStatus.Suspended, State.SubStatus);
        var failed = Assert.Single(Last.Activities, activity => activity.ActivityId == "fails");
        Assert.Equal((ActivityStatus.Faulted, 1), (failed.Status, failed.FaultCount));
        Assert.Equal(1, Last.Activities[0].FaultCount);
    }

    [Fact]
    public void a_retry_runs_it_again()
    {
        GivenABranchThatFails(Continue);
        WhenItStarts();
        WhenItIsRetried();
        Assert.Equal(2, State.Incidents.Count);
        Assert.Single(Last.NewIncidents);
        Assert.Equal(["Started", "Faulted"], Last.Log.Select(record => record.EventName));
    }

    [Fact]
    public void with_the_fault_strategy_the_instance_is_over_and_waits_for_nothing()
    {
        GivenABranchThatFails(Fault, Await("other"));
        WhenItStarts();
        Assert.Equal((WorkflowStatus.Finished, WorkflowSubStatus.Faulted), (State.Status, State.SubStatus));
        Assert.Empty(State.Bookmarks);
        Assert.Empty(Last.BookmarksCreated);
        Assert.Equal(Now, State.FinishedAt);
        WhenItIsRetried();
        Assert.Equal("instance-finished", Last.Refusal!.Code);
    }

    [Fact]
    public void there_is_nothing_to_retry_where_nothing_failed()
    {
        GivenTheFlowchart(Await("A"), "");
        WhenItStarts();
        WhenItIsRetried();
        Assert.Equal("nothing-to-retry", Last.Refusal!.Code);
        ThenItWaitsAt("A");
    }

    private void GivenABranchThatFails(string options, string? other = null) => GivenTheFlowchart(
        List(Start(), Decide("fails", Tiny("boom")), Say("after"), other ?? Say("other")),
        Connect("start -> fails", "start -> other", "fails.True -> after"), options);
}
