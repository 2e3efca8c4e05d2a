using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Instances;
using Planning.Workflows.Expressions;

namespace Planning.Workflows.Tests.Expressions;

public sealed class When_an_activity_runs_CSharp
{
    [Theory]
    [InlineData("return \"Hello \" + Variables.Name;", "Hello Helvia")]
    [InlineData("Variables.Name.Length", "6")]
    [InlineData("", "before")]
    public void its_result_goes_where_the_author_wants_it_and_nothing_leaves_what_is_there(string script, string kept)
    {
        var definition = Assert.IsType<WorkflowReading.Sound>(Read(script, new CSharpLanguage())).Definition;
        var burst = WorkflowRunner.Start(definition, "i", null, new Dictionary<string, object?>(), new BurstEnvironment(
            DateTimeOffset.UnixEpoch, () => Guid.Empty.ToString(), null));

        Assert.Equal(WorkflowSubStatus.Finished, burst.State.SubStatus);
        Assert.Equal(kept, burst.State.Variable("Kept")?.ToString());
    }

    [Fact]
    public void several_statements_are_refused_when_the_workflow_is_read()
    {
        var mistake = Assert.Single(Assert.IsType<WorkflowReading.Flawed>(Read("var x = 1; return x;", new CSharpLanguage())).Mistakes);

        Assert.Equal((Codes.BadExpression, "$.root.script.expression.value"), (mistake.Code, mistake.Path));
    }

    [Fact]
    public void where_the_language_is_not_spoken_it_is_refused() => Assert.Equal(
        Codes.UnknownExpressionType, Assert.Single(Assert.IsType<WorkflowReading.Flawed>(Read("return 1;")).Mistakes).Code);

    private static WorkflowReading Read(string script, params CSharpLanguage[] languages) => WorkflowReader.Read(
        $$"""
        { "definitionId": "d", "variables": [
            { "id": "n", "name": "Name", "typeName": "String", "value": "Helvia" },
            { "id": "k", "name": "Kept", "typeName": "Object", "value": "before" } ],
          "root": { "type": "Elsa.RunCSharp", "version": 1, "id": "run",
            "script": { "typeName": "String", "expression": { "type": "Literal", "value": {{System.Text.Json.JsonSerializer.Serialize(script)}} } },
            "result": { "typeName": "Object", "memoryReference": { "id": "k" } } } }
        """,
        ActivityCatalog.BuiltIn, languages);
}
