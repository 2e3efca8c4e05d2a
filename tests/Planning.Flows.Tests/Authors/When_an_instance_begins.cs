using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

public sealed class When_an_instance_begins : FlowSpec
{
    private const string Trigger =
        """
        { "type": "Elsa.Event", "id": "signed", "customProperties": { "CanStartWorkflow": true }, "eventName": "signed",
          "result": { "memoryReference": { "id": "Contract" } } }
        """;

    [Fact]
    public void the_trigger_it_began_with_has_happened_already()
    {
        GivenTheFlowchart(
            List(Say("usual"), Trigger, SayVariable("say", "Contract")), Connect("usual -> say", "signed -> say", "say -> signed"),
            Variables(Variable("Contract", "String", "null")));
        WhenItStartsBy("signed", ("payload", "C-1"));
        Assert.Equal(["C-1"], Lines);
        ThenItWaitsAt("signed");
        WhenItIsResumedAt("signed", ("payload", "C-2"));
        Assert.Equal(["C-1", "C-2"], Lines);
        ThenItWaitsAt("signed");
    }

    [Fact]
    public void without_its_trigger_it_waits_there()
    {
        GivenTheFlowchart(List(Say("first"), Trigger), Connect("first -> signed"), Variables(Variable("Contract", "String", "null")));
        WhenItStarts();
        ThenItWaitsAt("signed");
        Assert.Empty(Lines);
    }

    [Theory]
    [InlineData("\"start\": \"B\",", "B")]
    [InlineData("\"start\": { \"id\": \"B\" },", "B")]
    [InlineData("", "A")]
    public void an_explicit_start_comes_before_the_activity_that_nothing_leads_to(string start, string said)
    {
        GivenTheWorkflow(
            $$"""
            { "definitionId": "d", "root": { "type": "Elsa.Flowchart", "id": "f", {{start}}
              "activities": [ {{Say("B")}}, {{Say("A")}} ], "connections": [ { "source": "A", "target": "B", "sourcePort": "Other" } ] } }
            """.Replace("\"Other\"", "\"Done\"", StringComparison.Ordinal));
        WhenItStarts();
        Assert.Equal(said, Lines[0]);
    }
}
