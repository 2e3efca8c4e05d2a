using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

public sealed class When_a_loop_runs : FlowSpec
{
    [Theory]
    [InlineData("""["Goals","Risks"]""", new[] { "Goals", "Risks" })]
    [InlineData("""[7,2.5,true]""", new[] { "7", "2.5", "True" })]
    [InlineData("\"[\\\"Goals\\\"]\"", new[] { "Goals" })]
    [InlineData("\"abc\"", new[] { "a", "b", "c" })]
    [InlineData("[]", new string[0])]
    [InlineData("null", new string[0])]
    [InlineData("42", new[] { "42" })]
    public void it_goes_through_the_items_one_after_the_other(string items, string[] said)
    {
        GivenTheSequence(ForEach("loop", Literal(items), SayValue("say", "CurrentValue")), Say("after"));
        WhenItStarts();
        Assert.Equal([.. said, "after"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void each_round_may_wait_and_goes_on_where_it_was()
    {
        GivenTheSequence(ForEach("loop", Literal("""["one","two"]"""),
            Sequence("round", SayValue("value", "CurrentValue"), SayValue("index", "CurrentIndex"), Await("go"))));
        WhenItStarts();
        WhenItIsResumedAt("go");
        ThenItWaitsAt("go");
        WhenItIsResumedAt("go");
        Assert.Equal(["one", "0", "two", "1"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void a_loop_inside_does_not_change_what_the_outer_one_is_at()
    {
        GivenTheSequence(ForEach("outer", Literal("""["a","b"]"""), Sequence("both",
            ForEach("inner", Literal("[1,2]"), SayValue("in", "CurrentValue")), SayValue("out", "CurrentValue"))));
        WhenItStarts();
        Assert.Equal(["1", "2", "a", "1", "2", "b"], Lines);
    }

    [Theory]
    [InlineData(1, 3, 1, true, "1 2 3")]
    [InlineData(1, 3, 1, false, "1 2")]
    [InlineData(5, 1, -2, true, "5 3 1")]
    [InlineData(5, 1, -2, false, "5 3")]
    [InlineData(3, 1, 1, true, "")]
    [InlineData(2, 2, 1, true, "2")]
    public void it_counts_up_or_down_to_its_bound(int start, int end, int step, bool inclusive, string said)
    {
        GivenTheSequence(For(start, end, step, inclusive));
        WhenItStarts();
        Assert.Equal(said, string.Join(' ', Lines));
        ThenItIsFinished();
    }

    [Fact]
    public void a_step_of_zero_is_an_incident_and_not_a_loop_without_end()
    {
        GivenTheSequence(For(1, 2, 0, inclusive: true));
        WhenItStarts();
        var incident = Assert.Single(Last.NewIncidents);
        Assert.Equal("count", incident.ActivityId);
        Assert.Equal("The step is 0, so the loop would never end. Count by another number.", incident.Message);
    }

    [Fact]
    public void a_condition_is_looked_at_before_each_round()
    {
        GivenTheWorkflow(
            $$"""
            { "definitionId": "spec", {{Variables(Variable("Left", "Int32", "\"2\""))}}
              "root": { "type": "Elsa.While", "id": "loop",
                "condition": { "typeName": "Boolean", "expression": {{Tiny("more than 1 Left")}} },
                "body": {{Sequence("body", Say("round"), Set("less", "Left", Literal("1")))}} } }
            """);
        WhenItStarts();
        Assert.Equal(["round"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void a_break_ends_the_nearest_loop_and_what_follows_goes_on()
    {
        GivenTheSequence(ForEach("outer", Literal("[1,2]"), Sequence("both",
            ForEach("inner", Literal("""["x","y"]"""), Sequence("round", SayValue("in", "CurrentValue"), Break(), Say("never"))),
            SayValue("out", "CurrentValue"))), Say("after"));
        WhenItStarts();
        Assert.Equal(["x", "1", "x", "2", "after"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void a_break_lets_the_branches_beside_it_finish_their_round()
    {
        GivenTheSequence(ForEach("loop", Literal("[1,2]"), Parallel("both",
            Sequence("left", Break(), Say("never")), Sequence("beside", Say("right"), Say("right end")))), Say("after"));
        WhenItStarts();
        Assert.Equal(["right", "right end", "after"], Lines);
    }

    [Fact]
    public void a_break_outside_any_loop_ends_the_sequences_around_it()
    {
        GivenTheSequence(Say("first"), Sequence("inner", Break(), Say("never")), Say("never either"));
        WhenItStarts();
        Assert.Equal(["first"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void items_side_by_side_each_keep_their_own_value_while_they_wait()
    {
        GivenTheSequence(ForEach("all", Literal("""["a","b"]"""),
            Sequence("round", Await("go"), SayValue("say", "CurrentValue")), "ParallelForEach"), Say("after"));
        WhenItStarts();
        ThenItWaitsAt("go", "go");
        WhenItIsResumedBy(State.Bookmarks[1].Id);
        Assert.Equal(["b"], Lines);
        WhenItIsResumedAt("go");
        Assert.Equal(["b", "a", "after"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void a_loop_without_a_body_is_done_at_once()
    {
        GivenTheSequence(
            """{ "type": "Elsa.For", "id": "count", "start": 1, "end": 3 }""",
            """{ "type": "Elsa.While", "id": "while", "condition": { "expression": { "type": "Literal", "value": true } } }""",
            """{ "type": "Elsa.ForEach", "id": "each", "items": [1] }""",
            Say("after"));
        WhenItStarts();
        Assert.Equal(["after"], Lines);
        ThenItIsFinished();
    }

    private static string For(int start, int end, int step, bool inclusive) =>
        $$"""
        { "type": "Elsa.For", "version": 1, "id": "count", "start": {{start}}, "end": {{end}}, "step": {{step}},
          "outerBoundInclusive": {{(inclusive ? "true" : "false")}}, "body": {{SayValue("say", "CurrentValue")}} }
        """;

    private static string Parallel(string id, params string[] activities) =>
        $$"""{ "type": "Elsa.Parallel", "version": 1, "id": "{{id}}", "activities": [ {{List(activities)}} ] }""";
}
