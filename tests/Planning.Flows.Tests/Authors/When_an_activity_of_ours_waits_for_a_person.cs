using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Instances;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.Authors;

/// <summary>An activity as the planning workflows bring along: it works on the subject and waits for a person.</summary>
public sealed class When_an_activity_of_ours_waits_for_a_person : FlowSpec
{
    private readonly Customer _customer = new();

    public When_an_activity_of_ours_waits_for_a_person()
    {
        Subject = _customer;
        GivenTheActivity(new PlanStage());
        GivenTheWorkflow(
            """
            {
              "id": "plan-v3", "definitionId": "strategic-account-plan", "name": "Strategic account plan", "version": 3,
              "variables": [ { "id": "v-by", "name": "AdvancedBy", "typeName": "String", "isArray": false, "value": null,
                               "storageDriverTypeName": null } ],
              "inputs": null, "outputs": null,
              "root": { "type": "Elsa.Sequence", "version": 1, "id": "Sequence1", "activities": [
                { "type": "Planning.PlanStage", "version": 1, "id": "trigger-stage", "name": "PlanStage1",
                  "stage": { "typeName": null, "expression": { "type": "Literal", "value": "A1" }, "memoryReference": null },
                  "dueInWorkingDays": { "typeName": null, "expression": { "type": "Literal", "value": "10" } },
                  "by": { "typeName": "String", "memoryReference": { "id": "v-by" } } },
                { "type": "Elsa.WriteLine", "version": 1, "id": "said", "name": null,
                  "text": { "typeName": null, "expression": { "type": "Variable", "value": { "id": "v-by", "name": "AdvancedBy" } } } }
              ] }
            }
            """);
    }

    [Fact]
    public void it_works_on_the_subject_and_waits_with_a_due_date()
    {
        WhenItStarts();
        Assert.Equal(["entered A1, 10 days"], _customer.Deeds);
        ThenItWaitsAt("trigger-stage");
        var bookmark = BookmarkOf("trigger-stage");
        Assert.Equal("Planning.PlanStage", bookmark.Name);
        Assert.Equal("A1", bookmark.Payload["stage"]!.GetValue<string>());
        Assert.Equal(Now.AddDays(10), bookmark.DueAt);
        Assert.Equal("Workflow1:Sequence1:trigger-stage", bookmark.ActivityNodeId);
        Assert.Equal(bookmark, Assert.Single(Last.BookmarksCreated));
    }

    [Fact]
    public void it_goes_on_when_the_person_has_answered_after_a_restart()
    {
        WhenItStarts();
        WhenItIsResumedAt("trigger-stage", ("by", "Ada"));
        Assert.Equal(["entered A1, 10 days", "left A1"], _customer.Deeds);
        Assert.Equal(["Ada"], Lines);
        Assert.Equal("Ada", State.Variable("AdvancedBy"));
        ThenItIsFinished();
        Assert.Equal("trigger-stage", Assert.Single(Last.BookmarksBurned).ActivityId);
        Assert.Empty(Last.BookmarksCreated);
    }

    [Fact]
    public void a_second_answer_to_the_same_question_is_refused_and_changes_nothing()
    {
        WhenItStarts();
        var bookmark = BookmarkOf("trigger-stage").Id;
        WhenItIsResumedBy("no-such-bookmark");
        Assert.Equal("bookmark-unknown", Last.Refusal!.Code);
        ThenItWaitsAt("trigger-stage");
        WhenItIsResumedBy(bookmark);
        WhenItIsResumedBy(bookmark);
        Assert.Equal(new BurstRefusal("instance-finished", "The instance instance-1 is over (Finished)."), Last.Refusal);
        Assert.Equal(["entered A1, 10 days", "left A1"], _customer.Deeds);
    }

    private sealed class Customer
    {
        public List<string> Deeds { get; } = [];
    }

    private sealed class PlanStage : IActivity
    {
        public ActivityDescriptor Descriptor { get; } = new()
        {
            TypeName = "Planning.PlanStage",
            Category = "Planning",
            Inputs =
            [
                new InputDescriptor("Stage", "String") { Required = true },
                new InputDescriptor("DueInWorkingDays", "Int32") { DisplayName = "Due in working days", DefaultValue = 5 },
            ],
            Outputs = [new OutputDescriptor("By", "String")],
            Ports = [new PortDescriptor("Advanced")],
        };

        public void Execute(ActivityContext context)
        {
            var stage = context.Input<string>("Stage")!;
            var days = context.Input<int>("DueInWorkingDays");
            ((Customer)context.Subject!).Deeds.Add($"entered {stage}, {days} days");
            context.Properties["stage"] = stage;
            context.CreateBookmark("Planning.PlanStage", new JsonObject { ["stage"] = stage }, context.Now.AddDays(days));
        }

        public void Resume(ActivityContext context, Resumption resumption)
        {
            ((Customer)context.Subject!).Deeds.Add($"left {context.Properties.Get<string>("stage")}");
            context.SetOutput("By", resumption.Input.Get<string>("by"));
            context.Complete("Advanced");
        }
    }
}
