using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Commands.Rules;

public sealed class When_an_expression_is_computed : IDisposable
{
    private readonly RuleFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task its_type_and_value_are_printed()
    {
        var run = await PlanningProcess.RunAsync(
            "rules", "expr", "order.Total * 0.1m", "--inputs", _files.File("order.json", RuleFiles.Order));
        Assert.Equal(0, run.Exit);
        Assert.Equal(("Decimal", 150), ((string?)RuleFiles.Json(run)["type"], (double)RuleFiles.Json(run)["value"]!));
    }

    [Fact]
    public async Task one_with_a_mistake_is_answered_with_the_place_of_it()
    {
        var run = await PlanningProcess.RunAsync("rules", "expr", "1 + + (2");
        Assert.Equal(1, run.Exit);
        Assert.Equal("RULE020", (string?)RuleFiles.Json(run)["mistakes"]![0]!["code"]);
    }

    [Fact]
    public async Task the_clock_is_what_the_caller_says_or_nothing()
    {
        var asked = await PlanningProcess.RunAsync("rules", "expr", "DateTime.Now.Year");
        Assert.Equal("RULE023", (string?)RuleFiles.Json(asked)["mistakes"]![0]!["code"]);
        var told = await PlanningProcess.RunAsync("rules", "expr", "DateTime.Now.Year", "--as-of", "2024-02-29");
        Assert.Equal(2024, (int?)RuleFiles.Json(told)["value"]);
    }

    [Fact]
    public async Task many_are_read_as_lines_and_answered_in_their_order()
    {
        var run = await PlanningProcess.RunWithAsync(
            RuleFiles.Line(new { expression = "order.Years + 1" })
                + RuleFiles.Line(new { expression = "1 / (order.Years - 2)" })
                + RuleFiles.Line(new { expression = "n.Length", inputs = new { n = "four" } }),
            "rules", "expr", "--batch", "--inputs", _files.File("order.json", RuleFiles.Order));
        Assert.Equal(1, run.Exit);
        var answers = RuleFiles.Lines(run);
        Assert.Equal(3, (int?)answers[0]["value"]);
        Assert.Equal("Attempted to divide by zero.", (string?)answers[1]["failure"]);
        Assert.Equal(4, (int?)answers[2]["value"]);
    }
}
