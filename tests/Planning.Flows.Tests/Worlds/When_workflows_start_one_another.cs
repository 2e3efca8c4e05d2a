using System.Text.Json.Nodes;
using Planning.Flows.Alterations;
using Planning.Flows.Instances;
using Planning.Flows.Runtime;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.Worlds;

public sealed class When_workflows_start_one_another : WorldSpec
{
    [Fact]
    public void what_a_workflow_executes_runs_before_it_goes_on()
    {
        GivenTheWorkflow("parent", Steps.Sequence("s", Steps.Say("before"), Executes("child"), Steps.Say("after")));
        GivenTheWorkflow("child", Steps.Say("inside"));

        WhenItStarts("parent");

        ThenItSaid("before", "inside", "after");
        ThenItIsFinished("parent");
        Assert.Equal(World.Main!.Id, Instance("child").Parent!.InstanceId);
    }

    [Fact]
    public void what_it_dispatches_runs_once_it_waits_or_is_over()
    {
        GivenTheWorkflow("parent", Steps.Sequence("s", Dispatches("child", waits: false), Steps.Say("parent")));
        GivenTheWorkflow("child", Steps.Say("child"));

        WhenItStarts("parent");

        ThenItSaid("parent", "child");
    }

    [Theory]
    [InlineData("ExecuteWorkflow")]
    [InlineData("DispatchWorkflow")]
    public void it_may_wait_until_a_child_is_over_that_waits_itself(string type)
    {
        GivenTheWorkflow("parent", Steps.Sequence("s", Starts(type, "child", waits: true), Steps.Say("parent goes on")));
        GivenTheWorkflow("child", Steps.Sequence("k", Waits("go"), Steps.Say("child goes on")));

        WhenItStarts("parent");
        Assert.Equal(WorkflowSubStatus.Suspended, Instance("parent").SubStatus);
        When("""{"event": "go", "instanceOf": "child"}""");

        ThenItSaid("child goes on", "parent goes on");
        ThenItIsFinished("parent");
    }

    [Fact]
    public void the_child_is_told_who_started_it_and_the_parent_what_came_of_it()
    {
        GivenTheWorkflow("parent", Starts("ExecuteWorkflow", "child", waits: true, ("input", new JsonObject { ["Name"] = "Ada" })));
        GivenTheWorkflow("child", SetsOutput("Greeting", "Name"), """
            "inputs": [ { "name": "Name", "type": "String" } ], "outputs": [ { "name": "Greeting", "type": "String" } ],
            """);

        WhenItStarts("parent");

        Assert.Equal("Ada", Assert.Single(Instance("child").Output).Value);
        Assert.Contains(KeyValuePair.Create("ParentInstanceId", (object?)World.Main!.Id), Instance("child").Input);
        var result = World.LogOf(World.Main.Id).Single(record => record.ActivityId == "child!" && record.Outputs is not null)
            .Outputs!.Get<JsonObject>("Result")!;
        Assert.Equal("Finished", result["SubStatus"]!.GetValue<string>());
        Assert.Equal("Ada", result["Output"]!["Greeting"]!.GetValue<string>());
    }

    [Fact]
    public void a_child_is_cancelled_with_its_parent_and_its_own_children()
    {
        GivenTheWorkflow("parent", Executes("child"));
        GivenTheWorkflow("child", Executes("grandchild"));
        GivenTheWorkflow("grandchild", Waits("never"));

        WhenItStarts("parent");
        When("""{"cancel": true}""");

        Assert.All(World.Instances, one => Assert.Equal(WorkflowSubStatus.Cancelled, one.SubStatus));
        Assert.Equal(3, World.Instances.Count);
    }

    [Fact]
    public void a_workflow_that_runs_itself_without_end_is_stopped_by_an_incident_that_names_the_circle()
    {
        GivenTheWorkflow("a", Executes("b"));
        GivenTheWorkflow("b", Executes("a"));

        WhenItStarts("a");

        Assert.Equal(WorkflowRuntime.DeepestChain, World.Instances.Count);
        Assert.Contains("b → a → b", Assert.Single(World.Instances[^1].Incidents).Message, StringComparison.Ordinal);
        Assert.Empty(World.Main!.Incidents);
    }

    [Fact]
    public void workflows_that_start_one_another_without_end_are_stopped_by_an_incident()
    {
        GivenTheWorkflow("a", Dispatches("b", waits: false));
        GivenTheWorkflow("b", Dispatches("a", waits: false));

        WhenItStarts("a");

        Assert.Equal(WorkflowRuntime.LongestCascade + 1, World.Instances.Count);
        var incident = Assert.Single(World.Instances.SelectMany(one => one.Incidents));
        Assert.Contains("in a circle", incident.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ExecuteWorkflow")]
    [InlineData("DispatchWorkflow")]
    public void a_workflow_that_is_not_there_is_an_incident_of_who_wants_it(string type)
    {
        GivenTheWorkflow("parent", Starts(type, "nobody", waits: false));

        WhenItStarts("parent");

        Assert.Equal(
            "No published version of workflow definition with ID nobody found.", Assert.Single(World.Main!.Incidents).Message);
    }

    [Fact]
    public void a_list_starts_one_child_for_each_item_and_all_of_them_are_awaited()
    {
        GivenTheWorkflow("parent", Steps.Sequence("s", Bulk("child"), Steps.Say("all are over")));
        GivenTheWorkflow("child", Steps.Sequence("k", Steps.SayValue("say", "Item"), Waits("go")), Inputs("Item"));

        WhenItStarts("parent");
        ThenItSaid("one", "two");
        When("""{"event": "go", "any": true}""");

        ThenItSaid("one", "two", "child completed", "child completed", "all are over");
        ThenItIsFinished("parent");
    }

    [Fact]
    public void nobody_begins_beside_an_instance_that_must_be_alone()
    {
        GivenTheWorkflow("alone", Waits("go"), """
            "options": { "activationStrategyType": "Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy, Elsa.Workflows.Runtime" },
            """);

        WhenItStarts("alone");
        WhenItStarts("alone");

        Assert.Equal("activation-refused", Last.Refusal!.Code);
        Assert.Single(World.Instances);
    }

    [Fact]
    public void one_of_each_customer_may_run_where_the_correlation_must_be_alone()
    {
        GivenTheWorkflow("alone", Waits("go"), """
            "options": { "activationStrategyType": "Elsa.Workflows.Runtime.ActivationValidators.CorrelatedSingletonStrategy" },
            """);

        WhenItStarts("alone", correlationId: "helvia");
        WhenItStarts("alone", correlationId: "helvia");
        WhenItStarts("alone", correlationId: "norda");

        Assert.Equal(["helvia", "norda"], World.Instances.Select(one => one.CorrelationId));
    }

    [Fact]
    public void an_altered_child_that_comes_to_its_end_wakes_its_parent()
    {
        GivenTheWorkflow("parent", Steps.Sequence("s", Executes("child"), Steps.Say("parent goes on")));
        GivenTheWorkflow("child", Waits("never"));
        WhenItStarts("parent");

        WhenItIsAltered("child", new Alteration.CancelActivity("never"));

        ThenItSaid("parent goes on");
    }

    [Fact]
    public void an_instance_whose_version_is_gone_says_so()
    {
        GivenTheWorkflow("parent", Waits("go"));
        WhenItStarts("parent");
        var instances = Last.Instances;

        var runtime = new WorkflowRuntime(new DefinitionSet([]), new BurstEnvironment(Monday, () => "id", null));
        var gone = Assert.Throws<InvalidOperationException>(() => runtime.Publish(instances, new WorkflowEvent("go")));

        Assert.Equal("The version parent-v1 that the instance id1 began with is not there any more.", gone.Message);
    }

    private static string Executes(string child) => Starts("ExecuteWorkflow", child, waits: true);

    private static string Dispatches(string child, bool waits) => Starts("DispatchWorkflow", child, waits);

    private static string Starts(string type, string child, bool waits, params (string, JsonNode?)[] more) => Activity(
        type, $"{child}!", [("workflowDefinitionId", child), ("waitForCompletion", waits), .. more]);

    private static string Bulk(string child)
    {
        var json = JsonNode.Parse(Activity(
            "BulkDispatchWorkflows", "bulk", ("workflowDefinitionId", child), ("items", new JsonArray("one", "two"))))!;
        json["childCompleted"] = JsonNode.Parse(Steps.Say("child completed"));
        return json.ToJsonString();
    }

    private static string Inputs(string name) => $$"""
        "inputs": [ { "name": "{{name}}", "type": "String" } ],
        """;

    private static string SetsOutput(string output, string input) => $$"""
        { "type": "Elsa.SetOutput", "version": 1, "id": "o",
          "outputName": { "typeName": "String", "expression": { "type": "Literal", "value": "{{output}}" } },
          "outputValue": { "typeName": "Object", "expression": {{Steps.Tiny($"get {input}")}} } }
        """;
}
