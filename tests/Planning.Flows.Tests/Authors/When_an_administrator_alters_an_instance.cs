using Planning.Flows.Alterations;
using Planning.Flows.Definitions;
using Planning.Flows.Instances;
using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

public sealed class When_an_administrator_alters_an_instance : FlowSpec
{
    [Fact]
    public void it_goes_on_in_the_new_version_where_it_stood()
    {
        GivenTheSequence(Say("one"), Await("wait"), Say("two"));
        WhenItStarts();
        var target = Version(2, Say("zero"), Say("one"), Await("wait"), Say("new"), Say("two"));
        WhenItIsAltered(new Alteration.Migrate(target));
        Assert.Equal((2, "v2"), (State.DefinitionVersion, State.DefinitionVersionId));
        ThenItWaitsAt("wait");
        GivenTheVersion(target);
        WhenItIsResumedAt("wait");
        Assert.Equal(["one", "new", "two"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void a_version_without_the_place_it_stands_at_is_refused_and_nothing_changes()
    {
        GivenTheSequence(Await("wait"));
        WhenItStarts();
        var before = Stored;
        WhenItIsAltered(new Alteration.Migrate(Version(2, Say("wait"))));
        Assert.Equal("alteration-impossible", Last.Refusal!.Code);
        Assert.Equal(
            "In version 2 the activity Workflow1:Sequence1:wait is Elsa.WriteLine, not Elsa.Event as the instance has it.",
            Last.Refusal.Reason);
        Assert.Equal(before, Stored);
        WhenItIsAltered(new Alteration.Migrate(Version(3, Say("other"))), new Alteration.ModifyVariable("nobody", 1));
        Assert.Contains("Version 3 has no activity Workflow1:Sequence1:wait", Last.Refusal!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void what_failed_can_be_passed_over()
    {
        GivenTheSequence(Say("one"), Fault("broken"), Say("two"));
        WhenItStarts();
        Assert.Equal(WorkflowSubStatus.Suspended, State.SubStatus);
        WhenItIsAltered(new Alteration.CancelActivity("broken"));
        Assert.Equal(["one", "two"], Lines);
        Assert.Equal(WorkflowSubStatus.Finished, State.SubStatus);
    }

    [Fact]
    public void what_failed_can_be_left_and_the_workflow_resumed_elsewhere()
    {
        GivenTheFlowchart(
            List(Fault("broken"), Say("two"), Say("other")), Connect("broken -> two"));
        WhenItStarts();
        WhenItIsAltered(new Alteration.CancelActivity("broken"), new Alteration.ScheduleActivity("other"));
        Assert.Equal(["other"], Lines);
        Assert.Equal(WorkflowSubStatus.Finished, State.SubStatus);
    }

    [Fact]
    public void a_variable_can_be_given_another_value()
    {
        GivenTheFlowchart(
            List(Await("wait"), Decide("ask", Tiny("more than 100 Revenue")), Say("big")),
            Connect("wait -> ask", "ask.True -> big"), Variables(Variable("Revenue", "Decimal", "\"5\"")));
        WhenItStarts();
        WhenItIsAltered(new Alteration.ModifyVariable("Revenue", "500"));
        WhenItIsResumedAt("wait");
        Assert.Equal(["big"], Lines);
    }

    [Theory]
    [InlineData("nowhere", "The workflow has no activity \"nowhere\".")]
    [InlineData("two", "\"inner\", which contains \"two\", is not running.")]
    public void an_activity_that_cannot_be_gone_on_at_is_named(string activity, string reason)
    {
        GivenTheSequence(Await("wait"), Sequence("inner", Say("two")));
        WhenItStarts();
        WhenItIsAltered(new Alteration.ScheduleActivity(activity));
        Assert.Equal(reason, Last.Refusal!.Reason);
    }

    [Fact]
    public void a_finished_instance_is_left_alone()
    {
        GivenTheSequence(Say("one"));
        WhenItStarts();
        WhenItIsAltered(new Alteration.CancelActivity("one"));
        Assert.Equal("instance-finished", Last.Refusal!.Code);
    }

    private static string Fault(string id) => $$"""{ "type": "Elsa.Fault", "version": 1, "id": "{{id}}", "message": "no" }""";

    private WorkflowDefinition Version(int version, params string[] activities) =>
        Assert.IsType<WorkflowReading.Sound>(Read(
            $$"""
            { "id": "v{{version}}", "definitionId": "spec", "version": {{version}},
              "root": {{Sequence("Sequence1", activities)}} }
            """)).Definition;
}
