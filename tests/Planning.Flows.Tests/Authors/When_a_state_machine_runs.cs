using Planning.Flows.Definitions;
using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

public sealed class When_a_state_machine_runs : FlowSpec
{
    private const string Draft = """
        { "name": "Draft", "entry": ENTER, "exit": LEAVE }, { "name": "Review" }, { "name": "Approved", "entry": DONE }
        """;

    [Fact]
    public void a_transition_acts_then_its_source_is_left_then_its_target_is_entered()
    {
        GivenTheMachine(Transition("Draft", "Approved", Await("approve"), action: Say("act")));
        WhenItStarts();
        ThenItWaitsAt("approve");
        WhenItIsResumedAt("approve");
        Assert.Equal(["enter", "act", "leave", "done"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void the_first_trigger_takes_the_others_away()
    {
        GivenTheMachine(
            Transition("Draft", "Review", Await("submit")), Transition("Draft", "Approved", Await("approve")),
            Transition("Review", "Draft", Await("return")));
        WhenItStarts();
        ThenItWaitsAt("submit", "approve");
        WhenItIsResumedAt("submit");
        ThenItWaitsAt("return");
        WhenItIsResumedAt("return");
        ThenItWaitsAt("submit", "approve");
        Assert.Equal(["enter", "leave", "enter"], Lines);
    }

    [Fact]
    public void a_trigger_whose_condition_does_not_hold_is_waited_for_again()
    {
        GivenTheMachine(Transition("Draft", "Approved", Await("approve"), condition: Tiny("more than 100 Value")));
        WhenItStarts();
        WhenItIsResumedAt("approve");
        ThenItWaitsAt("approve");
        Assert.Equal(["enter"], Lines);
    }

    [Fact]
    public void a_transition_to_a_state_that_is_not_there_is_a_mistake()
    {
        var mistake = Assert.Single(MistakesOf(Machine(Transition("Draft", "Aproved", Await("approve")))));
        Assert.Equal(Codes.DanglingConnection, mistake.Code);
        Assert.Equal("$.root.transitions[0].to", mistake.Path);
        Assert.Equal("The state machine has no state \"Aproved\". It has: Draft, Review, Approved.", mistake.Message);
    }

    private static string Transition(string from, string to, string trigger, string? condition = null, string? action = null) =>
        $$"""
        { "name": "{{from}} to {{to}}", "from": "{{from}}", "to": "{{to}}", "trigger": {{trigger}},
          "condition": {{(condition is null ? "null" : $$"""{ "typeName": "Boolean", "expression": {{condition}} }""")}},
          "action": {{action ?? "null"}} }
        """;

    private static string Machine(params string[] transitions) =>
        $$"""
        { "definitionId": "d", {{Variables(Variable("Value", "Decimal", "\"50\""))}}
          "root": { "type": "Elsa.StateMachine", "id": "machine", "initialState": "Draft",
            "states": [ {{Draft.Replace("ENTER", Say("enter"), StringComparison.Ordinal).Replace("LEAVE", Say("leave"), StringComparison.Ordinal).Replace("DONE", Say("done"), StringComparison.Ordinal)}} ],
            "transitions": [ {{List(transitions)}} ] } }
        """;

    private void GivenTheMachine(params string[] transitions) => GivenTheWorkflow(Machine(transitions));
}
