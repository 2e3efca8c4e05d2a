using System.Text.Json.Nodes;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Commands.Rules;

public sealed class When_a_workflow_is_evaluated : IDisposable
{
    private readonly RuleFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task the_tree_of_results_is_printed_as_JSON()
    {
        var run = await PlanningProcess.RunAsync(
            "rules", "eval", _files.File("discount.json", RuleFiles.Discount), "--inputs", _files.File("order.json", RuleFiles.Order));
        Assert.Equal(0, run.Exit);
        Assert.True(JsonNode.DeepEquals(RuleFiles.Json(run)["results"], JsonNode.Parse("""
            [
              {
                "ruleName": "large order", "isSuccess": true, "message": "", "output": 150.0, "outputType": "Decimal",
                "successEvent": "10", "children": []
              },
              {
                "ruleName": "either", "isSuccess": false, "message": "", "output": null,
                "children": [
                  { "ruleName": "loyal", "isSuccess": false, "message": "", "output": null, "children": [] },
                  { "ruleName": "new", "isSuccess": false, "message": "", "output": null, "children": [] }
                ]
              }
            ]
            """)));
    }

    [Fact]
    public async Task many_cases_are_read_as_lines_and_answered_in_their_order()
    {
        var run = await PlanningProcess.RunWithAsync(
            RuleFiles.Line(new { inputs = new { order = new { Total = 10, Country = "CH", Years = 5 } } })
                + "this is no case\n"
                + RuleFiles.Line(new { workflow = "nobody's" })
                + RuleFiles.Line(new { inputs = new[] { new { name = "order", value = new { Total = 2000, Country = "CH", Years = 0 } } } }),
            "rules", "eval", _files.File("discount.json", RuleFiles.Discount), "--batch");
        Assert.Equal(1, run.Exit);
        var answers = RuleFiles.Lines(run);
        Assert.Equal("The order is over 10.", (string?)answers[0]["results"]![0]!["message"]);
        Assert.Equal("The line is not JSON: line 1, byte 2.", (string?)answers[1]["failure"]);
        Assert.StartsWith("There is no workflow nobody's.", (string?)answers[2]["failure"], StringComparison.Ordinal);
        Assert.Equal(200, (double?)answers[3]["results"]![0]!["output"]);
    }

    [Fact]
    public async Task one_rule_can_be_judged_with_its_action()
    {
        var run = await PlanningProcess.RunAsync(
            "rules", "eval", _files.File("discount.json", RuleFiles.Discount), "--rule", "large order", "--inputs", _files.File("order.json", RuleFiles.Order));
        Assert.Equal(150, (double?)RuleFiles.Json(run)["action"]!["output"]);
    }

    [Fact]
    public async Task the_trace_tells_every_operand_and_what_decided_in_two_languages()
    {
        var run = await PlanningProcess.RunAsync(
            "rules", "eval", _files.File("discount.json", RuleFiles.Discount),
            "--inputs", _files.File("order.json", RuleFiles.Order), "--explain", "--as-of", "2026-11-25");
        var trace = RuleFiles.Json(run)["trace"]!;
        Assert.Equal(("discount", "2026-11-25"), ((string?)trace["ruleSet"], (string?)trace["asOf"]));
        Assert.Equal(
            ("total 1500 > 1000, country is CH", "total 1500 > 1000，country 为 CH"),
            ((string?)trace["rules"]![0]!["sentences"]!["en"], (string?)trace["rules"]![0]!["sentences"]!["zh"]));
    }

    [Fact]
    public async Task settings_have_the_names_RulesEngine_gives_them()
    {
        var settings = _files.File("settings.json", """{"AutoExecuteActions": false, "NestedRuleExecutionMode": "Performance"}""");
        var run = await PlanningProcess.RunAsync(
            "rules", "eval", _files.File("discount.json", RuleFiles.Discount), "--inputs", _files.File("order.json", RuleFiles.Order), "--settings", settings);
        Assert.Null(RuleFiles.Json(run)["results"]![0]!["output"]);
    }

    [Fact]
    public async Task a_setting_that_does_not_exist_is_named_with_the_nearest_that_does()
    {
        var settings = _files.File("settings.json", """{"IgnoreExeption": true}""");
        var run = await PlanningProcess.RunAsync("rules", "eval", _files.File("discount.json", RuleFiles.Discount), "--settings", settings);
        Assert.Equal(1, run.Exit);
        Assert.Equal("IgnoreException", (string?)RuleFiles.Json(run)["mistakes"]![0]!["suggestion"]);
    }

    [Fact]
    public async Task a_file_that_is_not_there_is_named()
    {
        var run = await PlanningProcess.RunAsync("rules", "eval", "nowhere.json");
        Assert.Equal(2, run.Exit);
        Assert.Contains("nowhere.json", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task somebody_who_names_no_file_is_told_what_can_be_given()
    {
        var run = await PlanningProcess.RunAsync("rules", "eval");
        Assert.Equal(1, run.Exit);
        Assert.Contains("Give the file, or cases with --batch.", run.Errors, StringComparison.Ordinal);
    }
}
