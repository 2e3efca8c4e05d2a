using Planning.Flows.Definitions;
using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

public sealed class When_a_switch_is_reached : FlowSpec
{
    [Theory]
    [InlineData("true", "true", "MatchFirst", "A after")]
    [InlineData("false", "true", "MatchFirst", "B after")]
    [InlineData("true", "true", "MatchAny", "A B after")]
    [InlineData("false", "false", "MatchAny", "otherwise after")]
    public void the_activities_of_the_cases_that_hold_are_run(string first, string second, string mode, string said)
    {
        GivenTheSequence(Switch("Switch", first, second, mode), Say("after"));
        WhenItStarts();
        Assert.Equal(said, string.Join(' ', Lines));
        ThenItIsFinished();
    }

    [Fact]
    public void it_is_complete_when_every_case_it_took_is()
    {
        GivenTheSequence(
            $$"""
            { "type": "Elsa.Switch", "id": "ask", "mode": "MatchAny", "cases": [
              { "label": "a", "condition": { "type": "Literal", "value": true }, "activity": {{Await("A")}} },
              { "label": "b", "condition": { "type": "Literal", "value": true }, "activity": {{Await("B")}} } ] }
            """, Say("after"));
        WhenItStarts();
        WhenItIsResumedAt("B");
        Assert.Empty(Lines);
        WhenItIsResumedAt("A");
        Assert.Equal(["after"], Lines);
    }

    [Theory]
    [InlineData("true", "one")]
    [InlineData("false", "otherwise")]
    public void in_a_flowchart_its_cases_are_outcomes(string holds, string said)
    {
        GivenTheFlowchart(
            List(FlowSwitch(holds), Say("one"), Say("otherwise")),
            Connect("ask.One -> one", "ask.Default -> otherwise"));
        WhenItStarts();
        Assert.Equal([said], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void a_connection_from_a_case_that_is_not_there_is_a_mistake()
    {
        var mistake = Assert.Single(MistakesOf(
            $$"""
            { "definitionId": "d", "root": { "type": "Elsa.Flowchart", "id": "f",
              "activities": [ {{List(FlowSwitch("true"), Say("two"))}} ], "connections": [ {{Connect("ask.Two -> two")}} ] } }
            """));
        Assert.Equal(Codes.UnknownPort, mistake.Code);
        Assert.Contains("Connect one of: Default, One.", mistake.Message, StringComparison.Ordinal);
    }

    private static string FlowSwitch(string holds) =>
        $$"""
        { "type": "Elsa.FlowSwitch", "version": 1, "id": "ask",
          "cases": [ { "label": "One", "condition": { "type": "Literal", "value": {{holds}} }, "activity": null } ] }
        """;

    private static string Switch(string type, string first, string second, string mode) =>
        $$"""
        { "type": "Elsa.{{type}}", "version": 1, "id": "ask", "mode": { "expression": { "type": "Literal", "value": "{{mode}}" } },
          "cases": [
            { "label": "a", "condition": { "type": "Literal", "value": {{first}} }, "activity": {{Say("A")}} },
            { "label": "b", "condition": { "type": "Literal", "value": {{second}} }, "activity": {{Say("B")}} } ],
          "default": {{Say("otherwise")}} }
        """;
}
