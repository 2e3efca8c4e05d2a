using System.Globalization;
using System.Text.Json;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Instances;
using Planning.Workflows.Expressions;

namespace Planning.Workflows.Tests.Expressions;

public sealed class When_a_workflow_computes_in_CSharp
{
    [Theory]
    [InlineData("return Variables.Amount * 2;", "5.0")]
    [InlineData("Variables.Amount / 2", "1.25")]
    [InlineData("return Variables.Count / 2;", "3")]
    [InlineData("return $\"{Variables.Name} in {Input.Region}\";", "Helvia in EMEA")]
    [InlineData("Variables.Name.ToUpper()", "HELVIA")]
    [InlineData("return Variables.Amount > 2 && Variables.IsKey;", "True")]
    [InlineData("Variables.Nothing", "0")]
    [InlineData("string.IsNullOrEmpty(Variables.NoText) ? \"none\" : Variables.NoText", "none")]
    [InlineData("Variables.Since.AddDays(1).Day", "2")]
    [InlineData("Variables.Units.Count()", "2")]
    [InlineData("Variables.Record.Owner.Name", "Ada")]
    [InlineData("return Variables.Anything;", "7")]
    [InlineData("CorrelationId + \"/\" + WorkflowInstanceId", "helvia/i")]
    [InlineData("WorkflowDefinitionVersion + 1", "4")]
    [InlineData("return \"a;b\";", "a;b")]
    public void it_may_use_variables_inputs_and_what_the_instance_is(string text, string said) =>
        Assert.Equal([said], Run(text).Lines);

    [Theory]
    [InlineData("return Variables.Amuont;", "Amount")]
    [InlineData("Variables.Name - 1", "-")]
    [InlineData("var x = 1; return x;", "one expression")]
    [InlineData("return Variables.Missing + Variables.Anything;", "There is no variable `Missing` here.")]
    [InlineData("System.IO.File.ReadAllText(\"x\")", "System")]
    [InlineData("return Variables.;", "cannot be read")]
    public void what_cannot_work_is_told_when_the_workflow_is_read(string text, string message)
    {
        var mistake = Assert.Single(Assert.IsType<WorkflowReading.Flawed>(Read(text)).Mistakes);
        Assert.Equal((Codes.BadExpression, "say", "$.root.text.expression.value"),
            (mistake.Code, mistake.ActivityId, mistake.Path));
        Assert.Contains(message, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_mistake_stands_where_it_was_written() => Assert.EndsWith(
        "(line 1, column 18)",
        Assert.Single(Assert.IsType<WorkflowReading.Flawed>(Read("return Variables.Amuont;")).Mistakes).Message,
        StringComparison.Ordinal);

    [Fact]
    public void what_fails_while_it_runs_is_an_incident_with_the_reason()
    {
        var incident = Assert.Single(Run("return Variables.Count / (Variables.Count - 7);").NewIncidents);
        Assert.Equal("say", incident.ActivityId);
        Assert.Contains("zero", incident.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static Burst Run(string text) => WorkflowRunner.Start(
        Read(text) switch
        {
            WorkflowReading.Sound sound => sound.Definition,
            WorkflowReading.Flawed flawed => throw new InvalidOperationException(string.Join('\n', flawed.Mistakes)),
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        "i", "helvia", new Dictionary<string, object?>(StringComparer.Ordinal) { ["Region"] = "EMEA" },
        new BurstEnvironment(DateTimeOffset.UnixEpoch, Ids(), null));

    private static Func<string> Ids()
    {
        var last = 0;
        return () => (++last).ToString(CultureInfo.InvariantCulture);
    }

    private static WorkflowReading Read(string text) => WorkflowReader.Read(
        $$$"""
        { "definitionId": "d", "version": 3,
          "inputs": [ { "type": "String", "name": "Region" } ],
          "variables": [
            { "id": "1", "name": "Amount", "typeName": "Decimal", "value": "2.5" },
            { "id": "2", "name": "Count", "typeName": "Int32", "value": "7" },
            { "id": "3", "name": "Name", "typeName": "String", "value": "Helvia" },
            { "id": "4", "name": "IsKey", "typeName": "Boolean", "value": "True" },
            { "id": "5", "name": "Nothing", "typeName": "Int32", "value": null },
            { "id": "10", "name": "NoText", "typeName": "String", "value": null },
            { "id": "6", "name": "Since", "typeName": "DateTime", "value": "2026-03-01T00:00:00" },
            { "id": "7", "name": "Units", "typeName": "String", "isArray": true, "value": "[\"a\",\"b\"]" },
            { "id": "8", "name": "Record", "typeName": "JSON", "value": "{\"Owner\":{\"Name\":\"Ada\"}}" },
            { "id": "9", "name": "Anything", "typeName": "Object", "value": 7 } ],
          "root": { "type": "Elsa.WriteLine", "id": "say",
            "text": { "typeName": "String", "expression": { "type": "CSharp", "value": {{{JsonSerializer.Serialize(text)}}} } } } }
        """,
        ActivityCatalog.BuiltIn, new CSharpLanguage());
}
