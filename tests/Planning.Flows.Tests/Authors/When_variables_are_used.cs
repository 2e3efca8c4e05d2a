using System.Text.Json;
using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

public sealed class When_variables_are_used : FlowSpec
{
    [Fact]
    public void a_value_that_was_set_is_there_after_a_wait()
    {
        GivenTheFlowchart(
            List(Start(), Set("set", "Owner", Literal("\"Ada\"")), Await("wait"), SayVariable("say", "Owner")),
            Connect("start -> set", "set -> wait", "wait -> say"), Variables(Variable("Owner", "String", "null")));
        WhenItStarts();
        WhenItIsResumedAt("wait");
        Assert.Equal(["Ada"], Lines);
        ThenItIsFinished();
    }

    [Theory]
    [InlineData("Decimal", "\"12.50\"", "12.50")]
    [InlineData("Int32", "\"7\"", "7")]
    [InlineData("Int32", "\"3.7\"", "4")]
    [InlineData("Int32", "\"many\"", "0")]
    [InlineData("Boolean", "\"true\"", "True")]
    [InlineData("TimeSpan", "\"1:30:00\"", "01:30:00")]
    [InlineData("DateTimeOffset", "\"2026-01-05\"", "2026-01-05T00:00:00+00:00")]
    [InlineData("Object", "\"{ }\"", "{ }")]
    [InlineData("JSON", "\"{ \\\"a\\\": [1] }\"", "{ \"a\": [1] }")]
    [InlineData("String", "null", "")]
    [InlineData("Elsa.Custom.Thing, Elsa", "\"x\"", "x")]
    public void the_first_value_is_of_the_declared_type(string type, string value, string said)
    {
        GivenTheFlowchart(List(Start(), SayVariable("say", "V")), Connect("start -> say"), Variables(Variable("V", type, value)));
        WhenItStarts();
        Assert.Equal([said], Lines);
    }

    [Fact]
    public void a_value_is_converted_to_the_type_of_its_variable()
    {
        GivenTheFlowchart(List(Start(), Set("set", "N", Literal("\"12\""))), Connect("start -> set"),
            Variables(Variable("N", "Int32", "null")));
        WhenItStarts();
        Assert.Equal(12L, State.Variable("N"));
    }

    [Fact]
    public void the_nearest_declaration_wins_and_is_gone_with_its_container()
    {
        GivenTheWorkflow(
            $$"""
            { "definitionId": "d", "version": 1, {{Variables(Variable("outer", "String", "\"outside\""))}}
              "root": { "type": "Elsa.Sequence", "id": "s", "activities": [
                { "type": "Elsa.Sequence", "id": "inner", "variables": [ { "id": "own", "name": "outer", "value": "inside" } ],
                  "activities": [ {{Set("set", "own", Literal("\"changed\""))}}, {{SayVariable("first", "own")}},
                    { "type": "Elsa.WriteLine", "id": "by-name", "text": { "expression": { "type": "Tiny", "value": "get outer" } } } ] },
                {{SayVariable("second", "outer")}} ] } }
            """);
        WhenItStarts();
        Assert.Equal(["changed", "changed", "outside"], Lines);
        Assert.Equal("outer", Assert.Single(State.Variables).Name);
    }

    [Fact]
    public void inputs_of_the_workflow_can_be_read_and_outputs_set()
    {
        GivenTheFlowchart(
            List(Start(),
                """{ "type": "Elsa.SetOutput", "id": "out", "outputName": "Result", "outputValue": { "typeName": null, "expression": { "type": "Input", "value": "{\"name\":\"Account\"}" } } }"""),
            Connect("start -> out"),
            """ "inputs": [ { "type": "String", "name": "Account" } ], "outputs": [ { "type": "Object", "name": "Result" } ], """);
        WhenItStarts(("Account", new { name = "Acme", employees = 12 }));
        ThenItIsFinished();
        var output = Assert.IsType<JsonElement>(Assert.Single(State.Output).Value);
        Assert.Equal("""{"name":"Acme","employees":12}""", output.GetRawText());
    }

    [Fact]
    public void the_result_of_an_activity_can_be_kept_in_one()
    {
        GivenTheFlowchart(
            List(Start(),
                """{ "type": "Elsa.Event", "id": "wait", "eventName": "answer", "result": { "typeName": "Object", "memoryReference": { "id": "Answer" } } }""",
                SayVariable("say", "Answer")),
            Connect("start -> wait", "wait -> say"), Variables(Variable("Answer", "Object", "null")));
        WhenItStarts();
        WhenItIsResumedAt("wait", ("payload", 42));
        Assert.Equal(["42"], Lines);
    }
}
