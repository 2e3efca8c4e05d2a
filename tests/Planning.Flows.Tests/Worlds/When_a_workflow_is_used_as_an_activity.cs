using Planning.Flows.Definitions;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.Worlds;

public sealed class When_a_workflow_is_used_as_an_activity : WorldSpec
{
    private const string Usable = """
        "options": { "usableAsActivity": true }, "inputs": [ { "name": "Name", "type": "String" } ],
        "outputs": [ { "name": "Greeting", "type": "String" } ], "outcomes": [ "Polite" ],
        """;

    [Fact]
    public void it_runs_inside_the_same_instance_with_inputs_and_outputs_of_its_own()
    {
        GivenTheWorkflow("greet", Steps.Sequence("s", Steps.SayValue("say", "Name"), SetsGreeting()), Usable);
        GivenTheWorkflow(
            "parent", Steps.Sequence("p", Uses("greet", "first", "Ada"), Steps.SayVariable("told", "kept"), Uses("greet", "second", "Bo")),
            Steps.Variables(Steps.Variable("kept", "String", "null")));

        WhenItStarts("parent");

        ThenItSaid("Ada", "Ada", "Bo");
        ThenItIsFinished("parent");
        Assert.Single(World.Instances);
        Assert.Empty(World.Main!.Output);
    }

    [Fact]
    public void each_use_has_an_output_of_its_own_that_expressions_read()
    {
        GivenTheWorkflow("greet", Steps.Sequence("s", Steps.SayValue("say", "Name"), SetsGreeting()), Usable);
        GivenTheWorkflow("parent", Steps.Sequence("p", Uses("greet", "one", "Ada"), Uses("greet", "two", "Bo"), SaysOutputOf("one")));

        WhenItStarts("parent");

        ThenItSaid("Ada", "Bo", "Ada");
    }

    [Fact]
    public void its_outcomes_are_ways_to_go_on()
    {
        GivenTheWorkflow("greet", Activity("Complete", "c", ("outcomes", "Polite")), Usable);
        GivenTheWorkflow("parent", $$"""
            { "type": "Elsa.Flowchart", "version": 1, "id": "f", "variables": [],
              "activities": [ {{Steps.List(Uses("greet", "use", "Ada"), Steps.Say("polite"), Steps.Say("done"))}} ],
              "connections": [ {{Steps.Connect("use.Polite -> polite", "use.Done -> done")}} ] }
            """);

        WhenItStarts("parent");

        ThenItSaid("polite");
    }

    [Fact]
    public void it_may_wait_and_go_on_after_a_rest()
    {
        GivenTheWorkflow("greet", Steps.Sequence("s", Waits("go"), Steps.SayValue("say", "Name")), Usable);
        GivenTheWorkflow("parent", Steps.Sequence("p", Uses("greet", "one", "Ada"), Uses("greet", "two", "Bo")));

        WhenItStarts("parent");
        Assert.Equal("Workflow1:p:one:Workflow1:s:go", Assert.Single(World.Main!.Bookmarks).ActivityNodeId);
        When("""{"event": "go"}, {"event": "go"}""");

        ThenItSaid("Ada", "Bo");
        ThenItIsFinished("parent");
    }

    [Fact]
    public void the_version_that_is_asked_for_runs_and_without_one_the_published()
    {
        GivenTheWorkflow("greet", Steps.Say("one"), Usable);
        GivenTheWorkflow("greet", Steps.Say("two"), Usable + "\"isPublished\": true,", version: 2);
        GivenTheWorkflow("greet", Steps.Say("three"), Usable, version: 3);
        GivenTheWorkflow("parent", Steps.Sequence("p", Uses("greet", "a", "Ada", "greet-v1"), Uses("greet", "b", "Ada", "gone")));

        WhenItStarts("parent");

        ThenItSaid("one", "two");
    }

    [Fact]
    public void workflows_that_use_one_another_in_a_circle_are_refused_and_the_circle_is_named()
    {
        GivenTheWorkflow("a", Uses("b", "x", "Ada"), Usable);
        GivenTheWorkflow("b", Uses("a", "y", "Ada"), Usable);

        var mistake = Assert.Single(MistakesOf("a"));
        Assert.Equal((Codes.CyclicUse, "x"), (mistake.Code, mistake.ActivityId));
        Assert.Contains("a → b → a", mistake.Message, StringComparison.Ordinal);
        Assert.Single(MistakesOf("b"));
    }

    [Fact]
    public void one_with_mistakes_is_told_of_where_it_is_used()
    {
        GivenTheWorkflow("greet", Steps.SayValue("say", "Nobody"), Usable);
        GivenTheWorkflow("parent", Uses("greet", "x", "Ada"));

        Assert.Contains("has mistakes. Mend it first", Assert.Single(MistakesOf("parent")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void one_that_may_not_be_used_is_unknown()
    {
        GivenTheWorkflow("greet", Steps.Say("one"));
        GivenTheWorkflow("parent", Uses("greet", "x", "Ada"));

        Assert.Equal(Codes.UnknownActivityType, Assert.Single(MistakesOf("parent")).Code);
    }

    private static string Uses(string definition, string id, string name, string? version = null) => $$"""
        { "type": "{{char.ToUpperInvariant(definition[0])}}{{definition[1..]}}", "version": 1, "id": "{{id}}",
          "workflowDefinitionId": "{{definition}}", "workflowDefinitionVersionId": "{{version ?? $"{definition}-v1"}}",
          "name": { "typeName": "String", "expression": { "type": "Literal", "value": "{{name}}" } },
          "greeting": { "typeName": "String", "memoryReference": { "id": "{{(id == "first" ? "kept" : "")}}" } } }
        """;

    private static string SaysOutputOf(string use) => $$"""
        { "type": "Elsa.WriteLine", "version": 1, "id": "told", "text": { "typeName": "String", "expression":
          { "type": "Output", "value": { "typeName": "String", "memoryReference": { "id": "{{use}}:output-greeting" } } } } }
        """;

    private static string SetsGreeting() => $$"""
        { "type": "Elsa.SetOutput", "version": 1, "id": "o",
          "outputName": { "typeName": "String", "expression": { "type": "Literal", "value": "Greeting" } },
          "outputValue": { "typeName": "Object", "expression": {{Steps.Tiny("get Name")}} } }
        """;
}
