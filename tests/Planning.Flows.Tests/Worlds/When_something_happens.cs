using System.Text.Json.Nodes;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.Worlds;

/// <summary>Events: who hears them, and in which order.</summary>
public sealed class When_something_happens : WorldSpec
{
    [Fact]
    public void who_waits_for_it_goes_on_once_the_one_that_lets_know_waits_or_is_over()
    {
        GivenTheWorkflow("listener", Steps.Sequence("s", Waits("news"), Steps.Say("heard")));
        GivenTheWorkflow("teller", Steps.Sequence("s", Publishes("news"), Steps.Say("told")));

        WhenItStarts("listener");
        WhenItStarts("teller");

        ThenItSaid("told", "heard");
    }

    [Fact]
    public void what_is_local_is_heard_by_the_same_instance_only()
    {
        GivenTheWorkflow("listener", Steps.Sequence("s", Waits("news"), Steps.Say("heard")));
        GivenTheWorkflow("teller", Activity("Fork", "f").Replace(
            "\"type\"", $"\"branches\": [ {Steps.Sequence("a", Waits("news"), Steps.Say("heard myself"))}, {Publishes("news", isLocal: true)} ], \"type\"",
            StringComparison.Ordinal));

        WhenItStarts("listener");
        WhenItStarts("teller");

        ThenItSaid("heard myself");
    }

    [Fact]
    public void instances_with_another_correlation_do_not_hear_it()
    {
        GivenTheWorkflow("listener", Steps.Sequence("s", Waits("news"), Steps.Say("heard")));

        WhenItStarts("listener", correlationId: "helvia");
        When("""{"event": "news", "any": true, "correlationId": "norda"}""");
        ThenItSaid();
        When("""{"event": "news", "any": true, "correlationId": "helvia"}""");

        ThenItSaid("heard");
    }

    [Fact]
    public void who_has_waited_longest_goes_on_first()
    {
        GivenTheWorkflow("first", Steps.Sequence("s", Waits("news"), Steps.Say("first")));
        GivenTheWorkflow("second", Steps.Sequence("s", Waits("news"), Steps.Say("second")));

        WhenItStarts("second");
        When("""{"advance": "00:00:01"}""");
        WhenItStarts("first");
        When("""{"event": "news", "any": true}""");

        ThenItSaid("second", "first");
    }

    [Fact]
    public void a_workflow_may_begin_with_it_and_does_not_hear_it_again()
    {
        GivenTheWorkflow("starter", Steps.Sequence("s", Trigger(Activity("Event", "t", ("eventName", "news"))),
            Steps.Say("began"), Waits("news"), Steps.Say("again")));

        When("""{"event": "news", "any": true}""");
        ThenItSaid("began");
        When("""{"event": "news"}""");

        ThenItSaid("began", "again");
    }

    [Fact]
    public void a_workflow_that_must_be_alone_does_not_begin_with_it_a_second_time()
    {
        GivenTheWorkflow("starter", Steps.Sequence("s", Trigger(Waits("news")), Waits("end")), """
            "options": { "activationStrategyType": "Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy" },
            """);

        When("""{"event": "news", "any": true}, {"event": "news", "any": true}""");
        Assert.Single(World.Instances);
        When("""{"event": "end"}, {"event": "news", "any": true}""");

        Assert.Equal(2, World.Instances.Count);
    }

    [Fact]
    public void an_event_that_nobody_waits_for_changes_nothing()
    {
        GivenTheWorkflow("listener", Waits("news"));
        WhenItStarts("listener");

        When("""{"event": "other", "any": true}""");

        Assert.Empty(Last.Bursts);
        Assert.Null(Last.Refusal);
    }

    [Fact]
    public void a_task_is_asked_for_once_and_goes_on_when_it_is_reported_done()
    {
        GivenTheWorkflow("tasks", Steps.Sequence("s", Activity("RunTask", "t", ("taskName", "call them"), ("payload", new JsonObject { ["who"] = "Ada" })), Steps.Say("called")));

        WhenItStarts("tasks");
        var asked = Assert.IsType<Planning.Flows.Runtime.Effect.TaskRequested>(Assert.Single(World.Open));
        Assert.Equal("call them", asked.TaskName);
        Assert.Equal("Ada", World.Main!.Bookmarks[0].Payload["payload"]!["who"]!.GetValue<string>());
        When("""{"task": "call them", "result": 7}""");

        ThenItSaid("called");
        Assert.Empty(World.Open);
        When("""{"task": "call them"}""");
        Assert.Equal("No task \"call them\" is waiting to be done.", Last.Refusal!.Reason);
    }

    private static string Publishes(string name, bool isLocal = false) =>
        Activity("PublishEvent", $"publish {name}", ("eventName", name), ("isLocalEvent", isLocal));
}
