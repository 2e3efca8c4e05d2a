using Planning.Flows.Instances;
using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

public sealed class When_an_instance_ends : FlowSpec
{
    [Fact]
    public void cancelling_it_burns_its_bookmarks_and_journals_every_activity()
    {
        GivenTheFlowchart(List(Start(), Await("A")), Connect("start -> A"));
        WhenItStarts();
        Now = Now.AddDays(1);
        WhenItIsCancelled();
        Assert.Equal((WorkflowStatus.Finished, WorkflowSubStatus.Cancelled), (State.Status, State.SubStatus));
        Assert.Equal(Now, State.FinishedAt);
        Assert.Equal("A", Assert.Single(Last.BookmarksBurned).ActivityId);
        Assert.Equal(["Workflow1", "Flowchart1", "A"], Last.Log.Select(record => record.ActivityId));
        Assert.All(Last.Log, record => Assert.Equal("Canceled", record.EventName));
    }

    [Fact]
    public void a_finish_anywhere_ends_all_of_it()
    {
        GivenTheFlowchart(
            List(Start(), Await("A"), """{ "type": "Elsa.Sequence", "id": "s", "activities": [ { "type": "Elsa.Finish", "id": "finish" } ] }"""),
            Connect("start -> A", "start -> s"));
        WhenItStarts();
        ThenItIsFinished();
        Assert.Empty(Last.BookmarksCreated);
    }

    [Fact]
    public void a_complete_carries_its_outcomes_to_the_workflow()
    {
        GivenTheWorkflow(
            """
            { "definitionId": "d", "root": { "type": "Elsa.Sequence", "id": "outer", "activities": [
              { "type": "Elsa.Sequence", "id": "inner", "activities": [
                { "type": "Elsa.Complete", "id": "complete",
                  "outcomes": { "typeName": null, "expression": { "type": "Object", "value": "[\"Approved\"]" } } } ] },
              { "type": "Elsa.WriteLine", "id": "never", "text": "never" } ] } }
            """);
        WhenItStarts();
        Assert.Empty(Lines);
        ThenItIsFinished();
        Assert.Equal(["Approved"], Log.Last(record => record.ActivityId == "Workflow1").Outcomes);
    }

    [Fact]
    public void the_log_counts_on_over_all_bursts()
    {
        GivenTheFlowchart(List(Start(), Await("A")), Connect("start -> A"));
        WhenItStarts();
        WhenItIsResumedAt("A");
        Assert.Equal(Enumerable.Range(0, Log.Count).Select(number => (long)number), Log.Select(record => record.Sequence));
        Assert.Equal(Log.Count, State.LogSequence);
        Assert.Equal(
            ["Started Workflow1", "Started Flowchart1", "Started start", "Completed start", "Started A", "Suspended A",
                "Resumed A", "Completed A", "Completed Flowchart1", "Completed Workflow1"],
            Log.Select(record => $"{record.EventName} {record.ActivityId}"));
    }

    [Fact]
    public void an_empty_flowchart_is_done_at_once()
    {
        GivenTheFlowchart("", "");
        WhenItStarts();
        ThenItIsFinished();
    }
}
