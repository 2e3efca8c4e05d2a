using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

public sealed class When_a_decision_is_reached : FlowSpec
{
    [Theory]
    [InlineData("\"True\"", "agreed")]
    [InlineData("true", "agreed")]
    [InlineData("\"False\"", "declined")]
    [InlineData("null", "declined")]
    public void only_the_branch_that_was_chosen_goes_on(string condition, string said)
    {
        GivenTheFlowchart(
            List(Start(), Decide("ask", Literal(condition)), Say("agreed"), Say("declined")),
            Connect("start -> ask", "ask.True -> agreed", "ask.False -> declined"));
        WhenItStarts();
        Assert.Equal([said], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void the_branches_may_meet_again_without_a_join()
    {
        GivenTheFlowchart(
            List(Start(), Decide("ask", Literal("true")), Say("agreed"), Say("declined"), Say("after")),
            Connect("start -> ask", "ask.True -> agreed", "ask.False -> declined", "agreed -> after", "declined -> after"));
        WhenItStarts();
        Assert.Equal(["agreed", "after"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void a_condition_may_be_computed_from_variables()
    {
        GivenTheFlowchart(
            List(Start(), Decide("ask", Tiny("more than 100 Revenue")), Say("big"), Say("small")),
            Connect("start -> ask", "ask.True -> big", "ask.False -> small"),
            Variables(Variable("Revenue", "Decimal", "\"250.5\"")));
        WhenItStarts();
        Assert.Equal(["big"], Lines);
        Assert.Equal(250.5m, State.Variable("Revenue"));
    }

    [Fact]
    public void an_outcome_that_leads_nowhere_ends_the_workflow()
    {
        GivenTheFlowchart(List(Start(), Decide("ask", Literal("false")), Say("agreed")),
            Connect("start -> ask", "ask.True -> agreed"));
        WhenItStarts();
        Assert.Empty(Lines);
        ThenItIsFinished();
    }

    [Theory]
    [InlineData("true", "then")]
    [InlineData("false", null)]
    public void an_if_runs_the_activity_inside_it(string condition, string? said)
    {
        GivenTheFlowchart(
            List($$"""
                { "type": "Elsa.If", "version": 1, "id": "if", "condition": {{condition}}, "then": {{Say("then")}}, "else": null }
                """, Say("after")),
            Connect("if -> after"));
        WhenItStarts();
        Assert.Equal(said is null ? ["after"] : [said, "after"], Lines);
        ThenItIsFinished();
    }
}
