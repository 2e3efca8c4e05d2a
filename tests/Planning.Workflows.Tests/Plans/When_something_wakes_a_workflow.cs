using System.Text.Json;
using Planning.Accounts.Plans;
using Planning.Accounts.Stages;
using Planning.Accounts.Tiers;
using Planning.Flows.Instances;
using Planning.Workflows.Plans;

namespace Planning.Workflows.Tests.Plans;

public sealed class When_something_wakes_a_workflow
{
    [Fact]
    public void an_opened_plan_starts_one_under_its_own_id()
    {
        var start = Assert.IsType<Stimulus.Start>(Stimulus.Of(new PlanOpened("helvia-plan-7", Tier.S, 2027, 2031)));
        Assert.Equal(("strategic-account-plan", "helvia-plan-7"), (start.DefinitionId, start.InstanceId));
        Assert.Equal([new KeyValuePair<string, object?>("Tier", "S")], start.Input);
    }

    [Fact]
    public void a_passed_stage_wakes_who_waits_for_that_stage_only()
    {
        var resume = Assert.IsType<Stimulus.Resume>(Stimulus.Of(new StagePassed("A1", "Insight", "plan-gates 2026.13", [])));
        Assert.True(resume.Wakes(Waiting("Planning.PlanStage", """{"stage":"A1"}""")));
        Assert.False(resume.Wakes(Waiting("Planning.PlanStage", """{"stage":"A2"}""")));
        Assert.False(resume.Wakes(Waiting("Planning.PlanStage", "{}")));
        Assert.False(resume.Wakes(Waiting("Elsa.Event", """{"stage":"A1"}""")));
    }

    [Fact]
    public void anything_else_wakes_nobody() =>
        Assert.Null(Stimulus.Of(new RoleNotified("AR", "T-33-DEMOTE-B", "composite 33 < 40")));

    private static Bookmark Waiting(string name, string data) => new(
        "b-1", name, JsonSerializer.Deserialize<JsonElement>(data), "a1", "Workflow1:Flowchart1:a1", "i-1", DateTimeOffset.UnixEpoch);
}
