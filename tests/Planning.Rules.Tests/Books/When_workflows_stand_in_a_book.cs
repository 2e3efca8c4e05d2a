using Planning.Rules.Books;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Books;

public sealed class When_workflows_stand_in_a_book : BookSpec
{
    [Fact]
    public async Task a_changed_workflow_counts_from_the_next_evaluation_also_where_it_is_injected()
    {
        GivenTheWorkflow(Workflow("base", "B", "false"));
        GivenTheWorkflow("""{ "WorkflowName": "w", "WorkflowsToInject": ["base"] }""");
        Assert.False((await EvaluateAsync("w"))[0].IsSuccess);
        GivenTheWorkflow(Workflow("base", "B", "true"));
        Assert.True((await EvaluateAsync("w"))[0].IsSuccess);
    }

    [Fact]
    public async Task evaluating_often_injects_once()
    {
        GivenTheWorkflow(Workflow("base", "B", "true"));
        GivenTheWorkflow("""{ "WorkflowName": "w", "WorkflowsToInject": ["base"] }""");
        for (var i = 0; i < 50; i++)
        {
            Assert.Single(await EvaluateAsync("w"));
        }
    }

    [Fact]
    public void revisions_of_a_name_are_counted()
    {
        GivenTheWorkflow(Workflow("w", "R", "true"));
        var second = Assert.IsType<BookAnswer.Accepted>(Assert.Single(Book.AddOrUpdate(Workflow("w", "R", "false"))));
        Assert.Equal(2, second.Revision);
    }

    [Fact]
    public void a_name_is_added_once() => Assert.Equal(
        ["RULE004 at $.WorkflowName: The book already has a workflow w; update it instead of adding it."],
        MistakesOfAddingTwice(Workflow("w", "R", "true")));

    [Fact]
    public void a_circle_is_refused()
    {
        GivenTheWorkflow("""{ "WorkflowName": "a", "WorkflowsToInject": ["b"] }""");
        GivenTheWorkflow("""{ "WorkflowName": "b", "WorkflowsToInject": ["c"] }""");
        Assert.Equal(
            ["RULE011 at $.WorkflowsToInject: The workflow c would bring in itself."],
            MistakesOfAdding("""{ "WorkflowName": "c", "WorkflowsToInject": ["a"] }"""));
    }

    [Fact]
    public async Task bringing_in_twice_again_and_again_ends()
    {
        GivenTheWorkflow(Workflow("w0", "R", "true"));
        for (var i = 1; i <= 40; i++)
        {
            GivenTheWorkflow($$"""{ "WorkflowName": "w{{i}}", "WorkflowsToInject": ["w{{i - 1}}", "w{{i - 1}}"] }""");
        }

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => EvaluateAsync("w40"));
        Assert.Contains("more than 1000 workflows", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_evaluation_under_way_finishes_on_the_workflows_it_began_with()
    {
        var update = new Updating();
        GivenABook(RuleSettings.RulesEngine with
        {
            Actions = new Dictionary<string, IRuleAction> { ["Update"] = update },
        });
        update.Deed = () => GivenTheWorkflow(Workflow("other", "R", "false"));
        GivenTheWorkflow(Workflow("other", "R", "true"));
        GivenTheWorkflow("""
            { "WorkflowName": "w", "Rules": [
              { "RuleName": "A", "Expression": "true", "Actions": { "OnSuccess": { "Name": "Update" } } },
              { "RuleName": "B", "Expression": "true", "Actions": { "OnSuccess": { "Name": "EvaluateRule",
                "Context": { "workflowName": "other", "ruleName": "R" } } } } ] }
            """);
        _ = await EvaluateAsync("w");
        Assert.Equal([false, true], (await RunAsync("w", "B")).Results.Select(result => result.IsSuccess));
        update.Deed = () => Assert.True(Book.Remove("other"));
        Assert.Null((await EvaluateAsync("w"))[1].Action?.Failure);
    }

    [Fact]
    public async Task what_was_removed_is_not_there()
    {
        GivenTheWorkflow(Workflow("w", "R", "true"));
        GivenTheWorkflow(Workflow("w2", "R", "true"));
        Assert.True(Book.Remove("w"));
        Assert.False(Book.Contains("w"));
        Assert.Equal(["w2"], Book.Names);
        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => EvaluateAsync("w"));
        Assert.StartsWith("There is no workflow w.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void with_a_schema_expressions_are_checked_when_a_workflow_is_put_in()
    {
        GivenABook(new RuleSettings(), new FactSchema(new FactInput("input1", typeof(Customer))));
        Assert.Equal(
            ["RULE021 at $.Rules[0].Expression (1:8): Unknown field `Matc`. Did you mean `Match`?"],
            MistakesOfAdding(Workflow("w", "R", "input1.Matc > 1")));
    }

    private static string Workflow(string name, string rule, string expression) =>
        $$"""{ "WorkflowName": "{{name}}", "Rules": [ { "RuleName": "{{rule}}", "Expression": "{{expression}}" } ] }""";

    private IReadOnlyList<string> MistakesOfAddingTwice(string json)
    {
        Assert.Empty(MistakesOfAdding(json));
        return MistakesOfAdding(json);
    }

    private sealed class Updating : IRuleAction
    {
        public Action Deed { get; set; } = () => { };

        public ValueTask<object?> RunAsync(ActionCall call, CancellationToken cancellationToken)
        {
            Deed();
            return new ValueTask<object?>("done");
        }
    }
}
