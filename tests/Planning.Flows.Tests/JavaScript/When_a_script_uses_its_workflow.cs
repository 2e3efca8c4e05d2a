using System.Text.Json;
using Planning.Flows.Definitions;
using Planning.Flows.Instances;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.JavaScript;

public sealed class When_a_script_uses_its_workflow : FlowSpec
{
    [Fact]
    public void it_reads_and_writes_variables_in_all_three_ways()
    {
        GivenTheScripts(
            "variables.n = variables.n + 1; getVariable('n')",
            "variables.n",
            "setVariable('n', 50); variables.n",
            "getN() + 1",
            "setN(9); `${getN()} ${variables.n} ${variables.missing} ${getVariable('missing')}`");

        WhenItStarts();

        Assert.Equal(["1", "2", "50", "51", "9 9 undefined null"], Lines);
        Assert.Equal(9L, State.Variable("n"));
    }

    [Fact]
    public void changes_inside_an_object_are_kept_also_while_the_instance_rests()
    {
        GivenTheSteps(Run("order.lines[0].done = true; order.total += 1", "const order = variables.o;"), Steps.Await("rest"), Say("toJson(variables.o)"));

        WhenItStarts();
        WhenItIsResumedAt("rest");

        Assert.Equal("""{"total":2,"lines":[{"done":true}]}""", Assert.Single(Lines));
    }

    [Fact]
    public void items_pushed_onto_a_list_variable_are_lost_and_a_new_list_is_kept()
    {
        GivenTheScripts(
            "variables.l.push(4); getVariable('l').push(5); ''", "variables.l.join()", "variables.l = [...variables.l, 4]; ''",
            "variables.l.join()");

        WhenItStarts();

        Assert.Equal(["", "1,2,3", "", "1,2,3,4"], Lines);
    }

    [Fact]
    public void a_variable_that_a_script_brings_along_is_known_to_the_scripts_beside_it()
    {
        GivenTheScripts("setVariable('extra', {a: 1}); ''", "getExtra().a + getVariable('extra').a");

        WhenItStarts();

        Assert.Equal(["", "2"], Lines);
        Assert.Null(State.Variable("extra"));
    }

    [Fact]
    public void inputs_are_read_by_name_and_by_their_functions()
    {
        GivenTheWorkflow(
            $$"""
            { "id": "v1", "definitionId": "spec",
              "inputs": [ { "name": "Region", "type": "String" }, { "name": "limits", "type": "Object" } ],
              "root": {{Steps.Sequence("S", Say("`${getInput('Region')} ${getRegion()} ${getInput('limits').max + 1} ${getlimits().max}"
                + " ${getInput('none')}`"))}} }
            """);

        WhenItStarts(("Region", "north"), ("limits", JsonSerializer.SerializeToElement(new { max = 5 })));

        Assert.Equal("north north 6 5 null", Assert.Single(Lines));
    }

    [Fact]
    public void outputs_are_read_from_activities_of_the_same_container()
    {
        GivenTheSteps(
            Run("({total: 12})", id: "Check"),
            Say("`${getOutputFrom('Check').total} ${getOutputFrom('Check', 'Result').total} ${getResultFromCheck().total}"
                + " ${getLastResult().total}`"));

        WhenItStarts();

        Assert.Equal("12 12 12 12", Assert.Single(Lines));
    }

    [Fact]
    public void an_activity_elsewhere_is_not_found()
    {
        GivenTheSteps(Run("1", id: "Check"), Steps.Sequence("inner", Say("getOutputFrom('Check')")));

        WhenItStarts();

        Assert.Equal(
            "Failed to evaluate activity input 'Text': Activity not found. There is no activity \"Check\" beside this one; "
            + "outputs can be read inside one container only (line 1, column 15)",
            Assert.Single(State.Incidents).Message);
    }

    [Fact]
    public void a_function_of_a_name_that_nothing_has_fails_when_it_is_called()
    {
        GivenTheScripts("getVariabel('n')");

        WhenItStarts();

        Assert.Equal(
            "Failed to evaluate activity input 'Text': getVariabel is not defined. Did you mean getVariable? (line 1, column 13)",
            Assert.Single(State.Incidents).Message);
    }

    [Fact]
    public void the_instance_is_named_and_correlated()
    {
        GivenTheScripts(
            "setWorkflowInstanceName('Review of Helvia'); setCorrelationId('helvia'); ''",
            "`${getWorkflowInstanceName()} ${getCorrelationId()} ${getWorkflowInstanceId()} ${getWorkflowDefinitionId()} "
            + "${getWorkflowDefinitionVersion()} ${getWorkflowDefinitionVersionId()}`");

        WhenItStarts();

        Assert.Equal("Review of Helvia helvia instance-1 spec 1 v1", Lines[1]);
        Assert.Equal("helvia", State.CorrelationId);
    }

    [Fact]
    public void the_helper_functions_help()
    {
        GivenTheScripts(
            "[isNullOrWhiteSpace(' '), isNullOrWhiteSpace('x'), isNullOrEmpty(null), isNullOrEmpty('')].join()",
            "toJson({a: [1, 'é']})",
            "stringToBase64('héllo') + ' ' + stringFromBase64('aMOpbGxv')",
            "bytesToString(bytesFromString('é')) + bytesToBase64(bytesFromString('abc')) + bytesFromBase64('YWJj').length",
            "parseGuid('6F9619FF8B86D011B42D00C04FC964FF')",
            "[newGuid().length, newGuidString().length, newShortGuid().length, newGuid() === newGuid()].join()");

        WhenItStarts();

        Assert.Equal(
            [
                "true,false,true,true", """{"a":[1,"é"]}""", "aMOpbGxv héllo", "éYWJj3", "6f9619ff-8b86-d011-b42d-00c04fc964ff",
                "36,36,22,false",
            ],
            Lines);
    }

    [Fact]
    public void time_and_chance_follow_from_the_burst()
    {
        const string Script = "`${new Date().toISOString()} ${Date.now() === new Date().getTime()} ${Math.random()} ${Math.random()} ${newGuid()}`";
        GivenTheScripts(Script);
        Now = new DateTimeOffset(2026, 1, 5, 9, 30, 0, TimeSpan.Zero);

        WhenItStarts();
        var first = Assert.Single(Lines);
        var again = WorkflowRunner.Start(
            Definition, "instance-1", null, new Dictionary<string, object?>(), new BurstEnvironment(Now, Ids(), null));

        Assert.StartsWith("2026-01-05T09:30:00.000Z true 0.", first, StringComparison.Ordinal);
        Assert.Equal(first, Assert.Single(again.Lines));
    }

    [Fact]
    public void a_script_goes_on_by_the_outcomes_it_chooses()
    {
        GivenTheFlowchart(
            Steps.List(
                Run("setOutcomes(['Left', 'Right'])", id: "choose", outcomes: ["Left", "Right", "Neither"]),
                Steps.Say("left"), Steps.Say("right"), Steps.Say("neither"), Steps.Say("done")),
            Steps.Connect("choose.Left -> left", "choose.Right -> right", "choose.Neither -> neither", "choose.Done -> done"));

        WhenItStarts();

        Assert.Equal(["left", "right"], Lines);
    }

    [Fact]
    public void nothing_as_a_result_leaves_the_variable_as_it_was()
    {
        GivenTheSteps(Run("7", result: "n"), Run("null", result: "n", id: "second"), Say("variables.n"));

        WhenItStarts();

        Assert.Equal("7", Assert.Single(Lines));
    }

    [Fact]
    public void a_script_that_another_expression_puts_together_runs_as_well()
    {
        GivenTheSteps(
            """
            { "type": "Elsa.RunJavaScript", "version": 1, "id": "run", "result": { "memoryReference": { "id": "n" } },
              "script": { "typeName": "String", "expression": { "type": "JavaScript", "value": "'variables.l.length' + ' * 2'" } } }
            """,
            Say("variables.n"));

        WhenItStarts();

        Assert.Equal("6", Assert.Single(Lines));
    }

    [Fact]
    public void a_flawed_script_is_refused_when_the_definition_is_read()
    {
        var mistake = Assert.Single(MistakesOf(
            $$"""{ "id": "v1", "definitionId": "spec", "root": {{Steps.Sequence("S", Run("let x = ;"))}} }"""));

        Assert.Equal(
            new Diagnostic(Codes.BadExpression, "run", "$.root.activities[0].script.expression.value",
                "\";\" cannot stand here. Look for an operator, a comma or a semicolon that is missing, or remove it. (line 1, column 9)"),
            mistake);
    }

    private static Func<string> Ids()
    {
        var ids = 0;
        return () => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"id-{++ids}");
    }

    private static string Say(string script, int number = 0) =>
        $$"""
        { "type": "Elsa.WriteLine", "version": 1, "id": "say{{number}}",
          "text": { "typeName": "String", "expression": { "type": "JavaScript", "value": {{JsonSerializer.Serialize(script)}} } } }
        """;

    private static string Run(
        string script, string before = "", string id = "run", string? result = null, params string[] outcomes) =>
        $$"""
        { "type": "Elsa.RunJavaScript", "version": 1, "id": "{{id}}", "name": "{{id}}",
          "script": { "typeName": "String", "expression": { "type": "Literal", "value": {{JsonSerializer.Serialize(before + script)}} } },
          "possibleOutcomes": { "typeName": null, "expression":
            { "type": "Object", "value": {{JsonSerializer.Serialize(JsonSerializer.Serialize(outcomes))}} } },
          "result": { "typeName": "Object", "memoryReference": { "id": {{JsonSerializer.Serialize(result ?? "")}} } } }
        """;

    private void GivenTheScripts(params string[] scripts) => GivenTheSteps([.. scripts.Select(Say)]);

    private void GivenTheSteps(params string[] steps) => GivenTheWorkflow(
        $$"""
        { "id": "v1", "definitionId": "spec", "version": 1,
          {{Steps.Variables(
              Steps.Variable("n", "Int32", "\"1\""), Steps.Variable("o", "JSON", "\"{\\\"total\\\":1,\\\"lines\\\":[{}]}\""),
              """{ "id": "l", "name": "l", "typeName": "Int32", "isArray": true, "value": "[1,2,3]" }""")}}
          "root": {{Steps.Sequence("Sequence1", steps)}} }
        """);
}
