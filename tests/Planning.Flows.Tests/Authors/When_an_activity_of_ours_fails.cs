using Planning.Flows.Activities;
using Planning.Flows.Instances;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.Authors;

public sealed class When_an_activity_of_ours_fails : FlowSpec
{
    private readonly Desk _desk = new();

    public When_an_activity_of_ours_fails()
    {
        Subject = _desk;
        GivenTheActivity(new AskAtTheDesk());
        GivenTheWorkflow(
            """
            { "definitionId": "d", "root": { "type": "Elsa.Sequence", "id": "s", "activities": [
              { "type": "Planning.AskAtTheDesk", "version": 1, "id": "ask" },
              { "type": "Elsa.WriteLine", "id": "say", "text": "answered" } ] } }
            """);
    }

    [Fact]
    public void while_it_takes_the_answer_the_same_answer_can_be_given_again()
    {
        WhenItStarts();
        _desk.IsClosed = true;
        WhenItIsResumedAt("ask");
        Assert.Equal("The desk is closed.", Assert.Single(State.Incidents).Message);
        ThenItWaitsAt("ask");
        _desk.IsClosed = false;
        WhenItIsResumedAt("ask");
        Assert.Equal(["answered"], Lines);
        Assert.Equal(WorkflowSubStatus.Finished, State.SubStatus);
    }

    [Fact]
    public void while_it_asks_it_waits_for_nothing_until_it_is_retried()
    {
        _desk.IsClosed = true;
        WhenItStarts();
        Assert.Empty(State.Bookmarks);
        Assert.Empty(Last.BookmarksCreated);
        _desk.IsClosed = false;
        WhenItIsRetried();
        ThenItWaitsAt("ask");
        WhenItIsResumedAt("ask");
        Assert.Equal(["answered"], Lines);
    }

    [Fact]
    public void an_exception_that_is_not_its_own_leaves_the_burst()
    {
        _desk.IsCancelled = true;
        Assert.Throws<OperationCanceledException>(() => WhenItStarts());
    }

    private sealed class Desk
    {
        public bool IsClosed { get; set; }

        public bool IsCancelled { get; set; }

        public void Knock()
        {
            if (IsCancelled)
            {
                throw new OperationCanceledException();
            }

            if (IsClosed)
            {
                throw new InvalidOperationException("The desk is closed.");
            }
        }
    }

    private sealed class AskAtTheDesk : IActivity
    {
        public ActivityDescriptor Descriptor { get; } = new() { TypeName = "Planning.AskAtTheDesk", Category = "Planning" };

        public void Execute(ActivityContext context)
        {
            context.CreateBookmark("desk", []);
            ((Desk)context.Subject!).Knock();
        }

        public void Resume(ActivityContext context, Resumption resumption)
        {
            context.CreateBookmark("desk", []);
            ((Desk)context.Subject!).Knock();
            context.Complete();
        }
    }
}
