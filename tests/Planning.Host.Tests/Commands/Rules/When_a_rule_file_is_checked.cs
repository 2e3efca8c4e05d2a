using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Commands.Rules;

public sealed class When_a_rule_file_is_checked : IDisposable
{
    private readonly RuleFiles _files = new();

    private const string Flawed = """
        {
          "WorkflowName": "flawed",
          "Rules": [
            { "RuleName": "a", "Expression": "order.Totl > 1000" },
            { "RuleName": "b", "Expression": "order.Country > 5" },
            { "RuleName": "b", "Operator": "Xor", "Rules": [{ "RuleName": "c", "Expression": "true" }] }
          ]
        }
        """;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task every_mistake_is_told_with_its_place_and_what_was_probably_meant()
    {
        var run = await PlanningProcess.RunAsync(
            "rules", "check", _files.File("flawed.json", Flawed), "--inputs", _files.File("order.json", RuleFiles.Order));
        Assert.Equal(1, run.Exit);
        Assert.Contains("RULE005 at $.Rules[2].Operator: Unknown operator `Xor`", run.Out, StringComparison.Ordinal);
        Assert.Contains("RULE004 at $.Rules[2].RuleName: Two rules are called b.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task names_and_types_are_checked_against_an_example()
    {
        var file = _files.File("names.json", Flawed.Replace("Xor", "Or", StringComparison.Ordinal)
            .Replace("\"b\", \"Operator\"", "\"d\", \"Operator\"", StringComparison.Ordinal));
        var run = await PlanningProcess.RunAsync("rules", "check", file, "--inputs", _files.File("order.json", RuleFiles.Order));
        Assert.Equal(1, run.Exit);
        Assert.Contains(
            "RULE021 at $.Rules[0].Expression (1:7): Unknown field `Totl`. Did you mean `Total`?", run.Out, StringComparison.Ordinal);
        Assert.Contains("RULE022 at $.Rules[1].Expression (1:1)", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task without_an_example_it_says_how_far_it_could_check()
    {
        var run = await PlanningProcess.RunAsync("rules", "check", _files.File("discount.json", RuleFiles.Discount));
        Assert.Equal(0, run.Exit);
        Assert.Equal(
            "No mistakes in structure and syntax; give --inputs, and names and types are checked too.", run.Out);
    }

    [Fact]
    public async Task a_broken_expression_is_found_without_an_example_too()
    {
        var file = _files.File("broken.json", RuleFiles.Discount.Replace("order.Years == 0", "order.Years == ", StringComparison.Ordinal));
        var run = await PlanningProcess.RunAsync("rules", "check", file);
        Assert.Equal(1, run.Exit);
        Assert.Contains("RULE020 at $.Rules[1].Rules[1].Expression", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task our_own_tier_rules_are_checked_against_what_is_known_of_customers()
    {
        var file = _files.File("tiering.json", """
            { "WorkflowName": "tiering", "Rules": [{ "RuleName": "T-1", "Expression": "customer.Mach >= 60" }] }
            """);
        var run = await PlanningProcess.RunAsync("rules", "check", file);
        Assert.Contains("Unknown field `Mach`. Did you mean `Match`?", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_its_author_probably_did_not_mean_is_told_of_a_sound_file()
    {
        var tiering = _files.File("tiering.json", """
            { "WorkflowName": "tiering", "Rules": [{ "RuleName": "T-1", "Expression": "customer.Match > 5 && customer.Match < 3" }] }
            """);
        var run = await PlanningProcess.RunAsync("rules", "check", tiering);
        Assert.Equal(0, run.Exit);
        Assert.Equal(
            "FIND001 at $.Rules[0].Expression: T-1 can never be true: `customer.Match > 5` and `customer.Match < 3` exclude each other. (finding)"
            + $"{Environment.NewLine}No mistakes.",
            run.Out);
        var orders = _files.File("orders.json", """
            { "WorkflowName": "orders", "Rules": [{ "RuleName": "a", "Expression": "order.Total > 5 && order.Total < 3" }] }
            """);
        var other = await PlanningProcess.RunAsync("rules", "check", orders, "--inputs", _files.File("order.json", RuleFiles.Order));
        Assert.Contains("FIND001 at $.Rules[0].Expression: a can never be true", other.Out, StringComparison.Ordinal);
    }
}
