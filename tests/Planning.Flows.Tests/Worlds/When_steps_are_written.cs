using Planning.Flows.Simulation;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.Worlds;

public sealed class When_steps_are_written
{
    [Theory]
    [InlineData("{}", "The steps are a JSON list")]
    [InlineData("[", "The steps are not JSON: line 1")]
    [InlineData("[5]", "$[0]: A step is an object with one of: event, resume, task, cancel, advance, http.")]
    [InlineData("""[{"event": "a", "task": "b"}]""", "$[0]: A step has exactly one of")]
    [InlineData("""[{"event": ""}]""", "$[0]: \"event\" needs a text.")]
    [InlineData("""[{"resume": "a", "payload": 1}]""", "$[0]: \"payload\" means nothing beside \"resume\". Leave it out.")]
    [InlineData("""[{"cancel": false}]""", "$[0]: Write \"cancel\": true.")]
    [InlineData("""[{"advance": "tomorrow"}]""", "$[0]: \"tomorrow\" is no span of time that can pass.")]
    [InlineData("""[{"advance": "-1.00:00:00"}]""", "$[0]: \"-1.00:00:00\" is no span of time that can pass.")]
    [InlineData("""[{"http": "maybe"}]""", "$[0]: \"http\" is a status code such as 200, or \"timeout\", or \"failed\".")]
    public void what_cannot_be_meant_is_refused_with_its_place_and_cure(string steps, string because) =>
        Assert.StartsWith(because, Assert.Throws<FormatException>(() => WorldStepReader.Read(steps)).Message, StringComparison.Ordinal);

    [Fact]
    public void every_mistake_is_told_at_once() => Assert.Equal(
        2, Assert.Throws<FormatException>(() => WorldStepReader.Read("""[{"resume": ""}, {"event": "a"}, {"advance": "x"}]"""))
            .Message.Split('\n').Length);
}

/// <summary>The world is made of the pure runtime: what happens in it can be played again.</summary>
public sealed class When_the_same_steps_are_taken_again : WorldSpec
{
    [Fact]
    public void every_instance_ends_up_the_same_to_the_byte()
    {
        Assert.Equal(Play(), new When_the_same_steps_are_taken_again().Play());
    }

    private List<string> Play()
    {
        GivenTheWorkflow("parent", Steps.Sequence("s",
            Activity("ExecuteWorkflow", "x", ("workflowDefinitionId", "child"), ("waitForCompletion", true)),
            Activity("Delay", "d", ("timeSpan", "00:10:00")), Steps.Say("parent")));
        GivenTheWorkflow("child", Steps.Sequence("k", Waits("go"), Activity("RunTask", "t", ("taskName", "call")), Steps.Say("child")));

        WhenItStarts("parent");
        When("""{"event": "go", "any": true}, {"task": "call", "result": {"a": [1, 2.5, "x"]}}, {"advance": "00:30:00"}""");

        ThenItIsFinished("parent");
        return [.. World.Instances.Select(one => one.ToJson()), .. World.Lines];
    }
}
