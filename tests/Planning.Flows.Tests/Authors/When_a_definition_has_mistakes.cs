using Planning.Flows.Definitions;
using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

public sealed class When_a_definition_has_mistakes : FlowSpec
{
    [Fact]
    public void all_of_them_are_told_at_once_with_place_and_cure()
    {
        var mistakes = MistakesOf(
            $$"""
            {
              "definitionId": "d", "version": 1,
              "variables": [ { "id": "v", "name": "V" }, { "id": "w", "name": "V" } ],
              "options": { "incidentStrategyType": "Elsa.Retry" },
              "root": { "type": "Elsa.Flowchart", "version": 1, "id": "f", "activities": [
                { "type": "Elsa.Nowhere", "version": 1, "id": "a" },
                { "type": "Elsa.WriteLine", "version": 7, "id": "b" },
                {{Say("c")}}, {{Say("c")}},
                { "type": "Elsa.Event", "id": "d", "eventName": null },
                {{Decide("e", "{ \"type\": \"Liquid\", \"value\": \"x\" }")}},
                {{Decide("g", Tiny("get Nothing"))}},
                {{SayVariable("h", "missing")}},
                { "type": "Elsa.WriteLine", "id": "i", "text": { "expression": { "type": "Input", "value": "Who" } } },
                {{Join("j", "WaitSome")}},
                {{Say("k", "Often")}},
                { "type": "Elsa.SetVariable", "id": "l", "value": 1 }
              ], "connections": [ {{Connect("c -> gone", "e.Maybe -> c")}} ] }
            }
            """);
        Assert.Equal(
            [
                ("FLOW017", null, "$.variables[1]", "The variable \"V\" is declared twice here. Rename or delete one of the two."),
                ("FLOW016", null, "$.options.incidentStrategyType", "The incident strategy \"Elsa.Retry\" is not known. Choose Fault or Continue with incidents."),
                ("FLOW003", "a", "$.root.activities[0].type", "There is no activity of type \"Elsa.Nowhere\" here. Replace it by one from the toolbox."),
                ("FLOW004", "b", "$.root.activities[1].version", "There is no version 7 of Elsa.WriteLine. The latest is 1."),
                ("FLOW005", "c", "$.root.activities[3].id", "Another activity already has the id \"c\". Give one of the two a new id."),
                ("FLOW009", "d", "$.root.activities[4].eventName", "Event needs \"Event name\". Fill it in."),
                ("FLOW010", "e", "$.root.activities[5].condition.expression.type", "Expressions of type \"Liquid\" cannot be used here. Use one of: Literal, Object, Variable, Input, Output, Tiny, JavaScript."),
                ("FLOW011", "g", "$.root.activities[6].condition.expression.value", "Nothing is called \"Nothing\" here. (line 1, column 5)"),
                ("FLOW012", "h", "$.root.activities[7].text.expression.value", "There is no variable \"x\" here. Declare it on the workflow or on a container around this activity, or choose another."),
                ("FLOW013", "i", "$.root.activities[8].text.expression.value", "The workflow has no input \"Who\". Declare it or choose another."),
                ("FLOW014", "j", "$.root.activities[9].mode.expression.value", "\"WaitSome\" is not a choice for \"Mode\". Choose one of: WaitAll, WaitAllActive, WaitAny."),
                ("FLOW014", "k", "$.root.activities[10].customProperties.mergeMode", "There is no merge mode \"Often\". Choose None, Stream, Merge, Converge, Cascade or Race."),
                ("FLOW009", "l", "$.root.activities[11].variable", "SetVariable needs \"Variable\". Fill it in."),
                ("FLOW007", "f", "$.root.connections[0].target", "The connection's target \"gone\" is not an activity of this flowchart. Reconnect it or delete the connection."),
                ("FLOW008", "f", "$.root.connections[1].source.port", "Decision \"e\" has no outcome \"Maybe\". Connect one of: True, False."),
            ],
            mistakes.Select(mistake => (mistake.Code, mistake.ActivityId, mistake.Path, mistake.Message)));
    }

    [Theory]
    [InlineData("", "FLOW001", "$")]
    [InlineData("[]", "FLOW001", "$")]
    [InlineData("""{ "definitionId": "d", "definitionId": "e" }""", "FLOW001", "$")]
    [InlineData("""{ "definitionId": null, "root": null }""", "FLOW002", "$.definitionId")]
    [InlineData("""{ "definitionId": "d" }""", "FLOW002", "$.root")]
    [InlineData("""{ "definitionId": "d", "root": { "type": "Elsa.Start", "id": "a:b" } }""", "FLOW006", "$.root.id")]
    public void text_that_is_no_workflow_is_refused(string json, string code, string path)
    {
        var mistake = MistakesOf(json)[0];
        Assert.Equal((code, path), (mistake.Code, mistake.Path));
    }

    [Fact]
    public void nesting_without_end_is_refused()
    {
        var json = string.Concat(Enumerable.Range(0, 60).Select(level =>
            $$"""{ "type": "Elsa.Sequence", "id": "s{{level}}", "activities": [ """))
            + string.Concat(Enumerable.Repeat("] }", 60));
        var mistake = Assert.Single(MistakesOf($$"""{ "definitionId": "d", "root": {{json}} }"""));
        Assert.Equal((Codes.TooDeep, "s50"), (mistake.Code, mistake.ActivityId));
        Assert.Equal("The workflow is nested more than 50 deep. Split it into several workflows.", mistake.Message);
    }

    [Fact]
    public void a_connection_to_an_activity_that_cannot_be_read_is_no_second_mistake() => Assert.Equal(
        [Codes.UnknownActivityType],
        MistakesOf(
            """
            { "definitionId": "d", "root": { "type": "Elsa.Flowchart", "id": "f",
              "activities": [ { "type": "Elsa.Start", "id": "a" }, { "type": "Elsa.Strat", "id": "b" } ],
              "connections": [ { "source": { "activity": "a" }, "target": { "activity": "b" } } ] } }
            """).Select(mistake => mistake.Code));
}
