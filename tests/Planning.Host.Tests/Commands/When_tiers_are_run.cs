using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Commands;

public sealed class When_tiers_are_run : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public When_tiers_are_run(SamplePortfolio sample) => sample.CopyTo(_data.Path);

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task through_a_quarter_the_portfolio_is_shown_with_what_is_proposed_and_why()
    {
        var run = await RunAsync("2026-Q3");
        Assert.Equal(0, run.Exit);
        Assert.Contains("Helvia", run.Said, StringComparison.Ordinal);
        Assert.Contains("T-22", run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task through_a_quarter_without_our_own_figures_they_are_refused()
    {
        var run = await RunAsync("2019-Q4");
        Assert.Equal(1, run.Exit);
        Assert.Contains(
            "Our own figures of 2019-Q4 are not known; import vendor.json with them first.", run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_quarter_is_written_like_2026_Q3()
    {
        var run = await RunAsync("2026-Q5");
        Assert.Equal(1, run.Exit);
        Assert.Contains("“2026-Q5” is not a quarter; write it like 2026-Q3.", run.Errors, StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(string through) =>
        PlanningProcess.RunAsync("tier", "run", "--through", through, "--data", _data.Path);
}
