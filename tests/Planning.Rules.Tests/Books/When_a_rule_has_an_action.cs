using Planning.Rules.Books;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Books;

public sealed class When_a_rule_has_an_action : BookSpec
{
    [Fact]
    public async Task an_expression_is_its_output()
    {
        GivenTheWorkflow(Rule("true", Output("new (input1.n * 2 as Twice, input1.n as Once)")));
        var output = Assert.IsType<DataRecord>((await EvaluateAsync("w", """{ "n": 21 }"""))[0].Action?.Output, false);
        Assert.Equal(42, output.ToDictionary()["Twice"]);
    }

    [Fact]
    public async Task a_failing_action_leaves_the_rule_as_it_is()
    {
        GivenTheWorkflow(Rule("true", Output("1 / input1.n")));
        var result = (await EvaluateAsync("w", """{ "n": 0 }"""))[0];
        Assert.True(result.IsSuccess);
        Assert.Equal(
            "Exception while executing OutputExpressionAction: Attempted to divide by zero.", result.Action?.Failure);
    }

    [Fact]
    public async Task a_rule_that_has_itself_evaluated_ends()
    {
        const string Itself = """
            { "OnSuccess": { "Name": "EvaluateRule", "Context": { "workflowName": "w", "ruleName": "R" } } }
            """;
        GivenTheWorkflow(Rule("true", Itself));
        Assert.EndsWith(
            "Rules have one another evaluated more than 16 deep. (RULE044)",
            (await RunAsync("w", "R")).Action?.Failure,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task actions_are_left_out_where_the_settings_say_so()
    {
        GivenABook(RuleSettings.RulesEngine with { RunsActions = false });
        GivenTheWorkflow(Rule("true", Output("1")));
        Assert.Null((await EvaluateAsync("w"))[0].Action);
        Assert.Equal(1, (await RunAsync("w", "R")).Action?.Output);
    }

    [Fact]
    public async Task the_callers_own_action_gets_its_context_and_the_result()
    {
        GivenABook(RuleSettings.RulesEngine with
        {
            Actions = new Dictionary<string, IRuleAction> { ["Echo"] = new Echo() },
        });
        GivenTheWorkflow(Rule("false", """{ "OnFailure": { "Name": "echo", "Context": { "Text": "hello" } } }"""));
        Assert.Equal("R hello", (await EvaluateAsync("w"))[0].Action?.Output);
    }

    [Fact]
    public void an_action_nobody_registered_is_a_mistake_of_the_file()
    {
        GivenABook(new RuleSettings());
        Assert.Equal(
            ["RULE021 at $.Rules[0].Actions.OnSuccess.Name: No action OutputExpresion is registered. "
                + "Did you mean `OutputExpression`?"],
            MistakesOfAdding(Rule("true", """{ "OnSuccess": { "Name": "OutputExpresion" } }""")));
    }

    private static string Output(string expression) =>
        $$"""
        { "OnSuccess": { "Name": "OutputExpression", "Context": { "Expression": "{{expression}}" } } }
        """;

    private static string Rule(string expression, string actions) =>
        $$"""
        { "WorkflowName": "w", "Rules": [
          { "RuleName": "R", "Expression": "{{expression}}", "Actions": {{actions}} } ] }
        """;

    private sealed class Echo : IRuleAction
    {
        public ValueTask<object?> RunAsync(ActionCall call, CancellationToken cancellationToken) =>
            new($"{call.Result.Rule.Name} {call.Context["text"].GetString()}");
    }
}
