using System.Text.Json.Nodes;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;

namespace Planning.Grains.Tests.Turns;

/// <summary>What workflows start, publish and wait for among themselves happens in the turn of their customer.</summary>
public sealed class When_workflows_of_a_customer_work_together : TurnSpec
{
    // Begins with an event, runs a child that asks for a task, and lets the others know when it is done.
    private const string Renewal = """
        {
          "id": "renewal-1", "definitionId": "renewal", "name": "Renewal", "version": 1,
          "root": { "type": "Elsa.Sequence", "version": 1, "id": "s", "activities": [
            { "type": "Elsa.Event", "version": 1, "id": "begin", "customProperties": { "canStartWorkflow": true },
              "eventName": { "expression": { "type": "Literal", "value": "contract-ends" } } },
            { "type": "Elsa.ExecuteWorkflow", "version": 1, "id": "call",
              "workflowDefinitionId": { "expression": { "type": "Literal", "value": "call" } },
              "waitForCompletion": { "expression": { "type": "Literal", "value": true } } },
            { "type": "Elsa.PublishEvent", "version": 1, "id": "tell",
              "eventName": { "expression": { "type": "Literal", "value": "renewal-called" } } } ] }
        }
        """;

    private const string Call = """
        {
          "id": "call-1", "definitionId": "call", "name": "Call", "version": 1,
          "root": { "type": "Elsa.RunTask", "version": 1, "id": "task",
            "taskName": { "expression": { "type": "Literal", "value": "call the sponsor" } } }
        }
        """;

    private const string Listener = """
        {
          "id": "listener-1", "definitionId": "listener", "name": "Listener", "version": 1,
          "root": { "type": "Elsa.Sequence", "version": 1, "id": "s", "activities": [
            { "type": "Elsa.Event", "version": 1, "id": "begin", "customProperties": { "canStartWorkflow": true },
              "eventName": { "expression": { "type": "Literal", "value": "renewal-called" } } },
            { "type": "Elsa.Delay", "version": 1, "id": "rest",
              "timeSpan": { "expression": { "type": "Literal", "value": "7.00:00:00" } } } ] }
        }
        """;

    public When_workflows_of_a_customer_work_together() => Playbook = Playbooks.And(Renewal, Call, Listener);

    private string TaskId => TaskOf(State);

    [Fact]
    public void an_event_begins_a_workflow_and_its_child_asks_for_a_task()
    {
        Given(Helvia.Known);
        When(new Request.PublishEvent("contract-ends", null));

        Assert.Equal(["Running call", "Running renewal"], Told());
        Assert.Equal(["Elsa.ExecuteWorkflow", "Elsa.RunTask"], Last.Commit.BookmarksCreated.Select(one => one.Name).Order());
        Assert.Equal(2, Last.Commit.Instances.Length);
    }

    [Fact]
    public void when_the_task_is_done_child_parent_and_listener_go_on_in_the_same_turn()
    {
        Given(Helvia.Known, new Request.PublishEvent("contract-ends", null));
        When(new Request.CompleteTask(TaskId, "they renew"));

        Assert.Equal(["Running listener"], Told());
        Assert.Equal(["Finished", "Finished", "Running"], Last.Commit.Instances.Select(instance => instance.Status).Order());
        Assert.Equal(2, Last.Commit.BookmarksBurned.Length);
        Assert.Equal(["2026-12-14T09:30"], TimersSet.Select(timer => timer.Split(' ')[1]));
    }

    [Fact]
    public void a_task_that_nobody_waits_for_is_refused()
    {
        Given(Helvia.Known, new Request.PublishEvent("contract-ends", null));
        var task = TaskId;
        Given(new Request.CompleteTask(task, null));
        When(new Request.CompleteTask(task, null));

        ThenItIsRefused("task-unknown", $"No workflow waits for the task {task}: it is done, or was never asked for.");
    }

    [Fact]
    public void the_turn_comes_to_the_same_when_it_is_taken_again()
    {
        Given(Helvia.Known, new Request.PublishEvent("contract-ends", JsonNode.Parse("""{"on": "2026-12-31"}""")));
        var before = State;
        When(new Request.CompleteTask(TaskId, null));

        var again = Turn.Take(
            before, new Message(Last.Commit.Message, Last.Commit.Actor, new Request.CompleteTask(TaskOf(before), null)), Playbook,
            Clock.GetUtcNow());
        Assert.Equal(Words.Text(Last.Commit), Words.Text(again.Commit));
        Assert.Equal(Told(), Told(again.After));
    }

    [Fact]
    public void workflows_that_wake_one_another_without_end_are_an_incident_and_the_turn_is_taken()
    {
        Playbook = Playbooks.And(Echo("ping", "pong"), Echo("pong", "ping"));
        Given(Helvia.Known);
        When(new Request.PublishEvent("ping", null));

        Assert.Contains("in a circle", Assert.Single(Happened), StringComparison.Ordinal);
    }

    private static string Echo(string hears, string tells) => $$"""
        {
          "id": "{{hears}}-1", "definitionId": "{{hears}}", "name": "{{hears}}", "version": 1,
          "root": { "type": "Elsa.Sequence", "version": 1, "id": "s", "activities": [
            { "type": "Elsa.Event", "version": 1, "id": "begin", "customProperties": { "canStartWorkflow": true },
              "eventName": { "expression": { "type": "Literal", "value": "{{hears}}" } } },
            { "type": "Elsa.PublishEvent", "version": 1, "id": "tell",
              "eventName": { "expression": { "type": "Literal", "value": "{{tells}}" } } } ] }
        }
        """;

    private static string TaskOf(CustomerState state) => state.Workflows.Values.SelectMany(one => one.Bookmarks)
        .Single(bookmark => bookmark.Name == "Elsa.RunTask").Payload["taskId"]!.GetValue<string>();

    private List<string> Told() => Told(State);

    private static List<string> Told(CustomerState state) =>
        [.. state.Workflows.Values.Select(one => $"{one.Status} {one.DefinitionId}").Order(StringComparer.Ordinal)];
}
