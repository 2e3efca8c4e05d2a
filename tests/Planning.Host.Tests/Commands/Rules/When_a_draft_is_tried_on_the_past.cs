using System.Text.Json.Nodes;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Commands.Rules;

public sealed class When_a_draft_is_tried_on_the_past : IDisposable
{
    private static readonly string Shipped = Planning.Workflows.Playbooks.PlaybookFile.Shipped
        .Single(file => file.Name == "tiering.json").Body.Replace("\"2026.1\"", "\"2026.2\"", StringComparison.Ordinal);

    private readonly TemporaryFolder _data = new();

    public When_a_draft_is_tried_on_the_past(SamplePortfolio sample) => sample.CopyTo(_data.Path);

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task it_prints_tiers_moves_customers_and_rules()
    {
        var run = await TryAsync(Shipped.Replace("\"consecutive\": 2", "\"consecutive\": 1", StringComparison.Ordinal));
        Assert.Equal(0, run.Exit);
        Assert.All(
            [
                "tiering 2026.2 beside tiering 2026.1, which is live: 12 customers over 3 quarters, 2026-Q1 to 2026-Q3.",
                "Proposals count as agreed to in their own quarter",
                "revenue draft, M EUR",
                "customers end otherwise",
                "Aurora Nordic Broadband",
                "T-22-PROMOTE-A: Promoted to A because composite 75.99 ≥ 60",
                "T-11-CASH-COW-EXIT",
                "T-10-CASH-COW-ENTER beat T-32-DEMOTE-A",
                "never true",
                "Some rule could not be decided in",
            ],
            line => Assert.Contains(Folded(line), Folded(run.Said), StringComparison.Ordinal));
    }

    [Fact]
    public async Task as_JSON_it_is_the_whole_report()
    {
        var run = await TryAsync(Shipped, "--json", "--quarters", "2", "--proposals", "waiting");
        Assert.Equal(0, run.Exit);
        var report = JsonNode.Parse(run.Out)!;
        Assert.Equal("tiering 2026.2", report["draft"]!["version"]!.GetValue<string>());
        Assert.Equal(["2026-Q2", "2026-Q3"], report["quarters"]!.AsArray().Select(quarter => quarter!.GetValue<string>()));
        Assert.Equal(
            ("waiting", 12, 0),
            (report["proposals"]!.GetValue<string>(), report["customers"]!.GetValue<int>(), report["differing"]!.GetValue<int>()));
        Assert.Equal(["S", "A", "B", "C"], report["tiers"]!.AsArray().Select(tier => tier!["tier"]!.GetValue<string>()));
        Assert.Equal("beaten", report["draft"]!["conflicts"]![0]!["kind"]!.GetValue<string>());
    }

    [Fact]
    public async Task a_version_that_is_kept_is_tried_by_its_name()
    {
        var file = _data["draft.json"];
        await File.WriteAllTextAsync(
            file, Shipped.Replace("\"consecutive\": 2", "\"consecutive\": 1", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await RulesAsync("draft", file);
        var (kept, given) = (await RulesAsync("backtest", "tiering", "2026.2", "--json"), await RulesAsync("backtest", file, "--json"));
        Assert.Equal(0, kept.Exit);
        Assert.Equal(given.Out, kept.Out);
        Assert.Contains("Aurora Nordic Broadband", kept.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no rule set tearing; there are ", "tearing", "2026.1")]
    [InlineData("There is no version 2031.1 of tiering; there are 2026.1.", "tiering", "2031.1")]
    [InlineData("tiering 2026.1 is the live version; name another one to be tried beside it.", "tiering", "2026.1")]
    [InlineData("Only tiering is tried on the past, not plan-gates.", "plan-gates", "2026.1")]
    [InlineData("There is no file tiering. To try a kept version, name it too: tiering 2026.1.", "tiering")]
    public async Task a_version_that_cannot_be_tried_is_refused_with_the_reason(string reason, params string[] tried)
    {
        var run = await RulesAsync(["backtest", .. tried]);
        Assert.Equal(1, run.Exit);
        Assert.StartsWith(reason, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task every_mistake_of_a_flawed_draft_is_told()
    {
        var run = await TryAsync(Shipped.Replace("customer.Match < 50", "customer.Mach < 50", StringComparison.Ordinal));
        Assert.Equal(1, run.Exit);
        Assert.Contains(
            "draft.json: RULE021 at $.Rules[2].Expression (1:64): Unknown field `Mach`. Did you mean `Match`?", run.Errors, StringComparison.Ordinal);
        Assert.Contains("draft.json: RULE021 at $.Rules[12].Expression (1:53):", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no file nowhere.json.", "nowhere.json")]
    [InlineData("Between 1 and 16 quarters can be gone through.", "nowhere.json", "--quarters", "17")]
    [InlineData("“maybe” is neither of: agreed, waiting.", "nowhere.json", "--proposals", "maybe")]
    [InlineData("“2026” is not a quarter; write it like 2026-Q3.", "nowhere.json", "--through", "2026")]
    public async Task what_is_wrong_with_the_command_is_said(string complaint, params string[] arguments)
    {
        var run = await PlanningProcess.RunAsync(["rules", "backtest", "--data", _data.Path, .. arguments]);
        Assert.Equal(1, run.Exit);
        Assert.Contains(complaint, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task without_figures_of_ours_there_is_nothing_to_go_through()
    {
        var run = await TryAsync(Shipped, "--through", "2019-Q4");
        Assert.Equal(1, run.Exit);
        Assert.Contains("No quarter that is over has our own figures", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_host_goes_on_beside_it()
    {
        var (host, url) = await PlanningProcess.ServeAsync(_data.Path);
        await using var _ = host;
        using var api = new ApiClient(url);
        var before = (await api.GetAsync("/api/customers")).WasDone().Text;
        Assert.Equal(0, (await TryAsync(Shipped)).Exit);
        Assert.Equal(before, (await api.GetAsync("/api/customers")).WasDone().Text);
        (await api.PostAsync("/api/customers/karst/group-root/confirm")).WasDone();
    }

    // A table folds its cells where it likes.
    private static string Folded(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '│'));

    private Task<CommandRun> RulesAsync(params string[] arguments) =>
        PlanningProcess.RunAsync(["rules", .. arguments, "--data", _data.Path]);

    private async Task<CommandRun> TryAsync(string draft, params string[] more)
    {
        var file = _data["draft.json"];
        await File.WriteAllTextAsync(file, draft, TestContext.Current.CancellationToken);
        return await PlanningProcess.RunAsync(["rules", "backtest", file, "--data", _data.Path, .. more]);
    }
}
