using Planning.Flows.Definitions;
using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

public sealed class When_an_output_is_read : FlowSpec
{
    private const string Ada = """{ "type": "Literal", "value": "Ada" }""";

    [Theory]
    [InlineData("""{ "typeName": "Object", "memoryReference": { "id": "ask:output-result" } }""")]
    [InlineData("""{ "typeName": "Object", "memoryReference": { "id": "ask:output-0" } }""")]
    [InlineData("\"{\\\"typeName\\\":\\\"Object\\\",\\\"memoryReference\\\":{\\\"id\\\":\\\"ask:output-result\\\"}}\"")]
    [InlineData("\"ask:output-result\"")]
    public void it_is_what_its_activity_set_last_also_after_a_rest(string output)
    {
        GivenTheSequence(Await("ask"), Await("rest"), SayOutput("say", output));
        WhenItStarts();
        WhenItIsResumedAt("ask", ("payload", 42));
        WhenItIsResumedAt("rest");
        Assert.Equal(["42"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void it_is_found_by_the_id_that_stands_in_the_output_itself()
    {
        GivenTheSequence(Ask("ask", "answers"), SayOutput("say", Reference("answers")));
        WhenItStarts();
        WhenItIsResumedAt("ask", ("payload", "yes"));
        Assert.Equal(["yes"], Lines);
    }

    [Fact]
    public void what_was_put_there_last_counts_when_two_activities_put_something_in_one_place()
    {
        GivenTheSequence(Ask("first", "answers"), Ask("second", "answers"), SayOutput("say", Reference("answers")));
        WhenItStarts();
        WhenItIsResumedAt("first", ("payload", "one"));
        WhenItIsResumedAt("second", ("payload", "two"));
        Assert.Equal(["two"], Lines);
    }

    [Fact]
    public void a_variable_or_an_output_of_the_workflow_may_be_that_place()
    {
        GivenTheWorkflow(
            $$"""
            { "definitionId": "d", {{Variables(Variable("Owner", "String", "null"))}}
              "outputs": [ { "type": "Object", "name": "Answer" } ],
              "root": {{Sequence("s", Set("set", "Owner", Ada), Ask("ask", "Answer"),
                  SayOutput("owner", Reference("Owner")), SayOutput("answer", Reference("Answer")))}} }
            """);
        WhenItStarts();
        WhenItIsResumedAt("ask", ("payload", "yes"));
        Assert.Equal(["Ada", "yes"], Lines);
        Assert.Equal("yes", Assert.Single(State.Output).Value);
    }

    [Fact]
    public void it_is_seen_in_other_containers_and_converted_to_what_is_asked_for()
    {
        GivenTheSequence(
            Sequence("inner", Await("ask")),
            $$"""
            { "type": "Elsa.If", "id": "if", "condition": { "typeName": "Boolean",
                "expression": { "type": "Output", "value": {{Reference("ask:output-result")}} } },
              "then": {{Say("so")}}, "else": {{Say("not so")}} }
            """);
        WhenItStarts();
        WhenItIsResumedAt("ask", ("payload", "True"));
        Assert.Equal(["so"], Lines);
    }

    [Fact]
    public void it_is_nothing_before_it_was_set()
    {
        GivenTheSequence(SayOutput("say", Reference("ask:output-result")), Await("ask"));
        WhenItStarts();
        Assert.Equal([""], Lines);
        ThenItWaitsAt("ask");
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("gone:output-result")]
    [InlineData("ask:output-1")]
    [InlineData("ask:output-status")]
    public void a_place_that_nothing_is_put_in_is_a_mistake_with_place_and_cure(string id)
    {
        var mistake = Assert.Single(MistakesOf(
            $$"""{ "definitionId": "d", "root": {{Sequence("s", Await("ask"), SayOutput("say", Reference(id)))}} }"""));
        Assert.Equal((Codes.UnknownOutput, "say", "$.root.activities[1].text.expression.value"),
            (mistake.Code, mistake.ActivityId, mistake.Path));
        Assert.Equal(
            $"No activity puts an output in \"{id}\", and no variable here is called so. "
                + "Name a variable, or an output as in \"Activity1:output-result\".",
            mistake.Message);
    }

    private static string Reference(string id) =>
        $$"""{ "typeName": "Object", "memoryReference": { "id": "{{id}}" } }""";

    private static string SayOutput(string id, string output) =>
        $$"""
        { "type": "Elsa.WriteLine", "id": "{{id}}",
          "text": { "typeName": "String", "expression": { "type": "Output", "value": {{output}} } } }
        """;

    private static string Ask(string id, string place) =>
        $$"""{ "type": "Elsa.Event", "id": "{{id}}", "eventName": "{{id}}", "result": {{Reference(place)}} }""";
}
