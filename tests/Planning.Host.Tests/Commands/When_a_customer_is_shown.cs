using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Commands;

public sealed class When_a_customer_is_shown : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public When_a_customer_is_shown(SamplePortfolio sample) => sample.CopyTo(_data.Path);

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task its_tier_its_plan_what_waits_and_its_history_are_printed()
    {
        var shown = await ShowAsync("savannah");
        Assert.Equal(0, shown.Exit);
        Assert.All(
            [
                "Savannah Cellular Holdings (KE, telecom)",
                "Tier A",
                "Scores of 2026-Q3 by tiering 2026.1",
                "Stage A0 Trigger",
                "The group root is not confirmed: check who controls the customer.",
                "ACCOUNT_HEAD: A0 Trigger",
                "The plan 2027 to 2031 was opened in the form for tier A.",
            ],
            line => Assert.Contains(line, shown.Said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task who_is_ignored_who_rises_and_who_is_not_visited_is_printed()
    {
        Assert.Contains("Farah Iskandar, Director small projects: influence 5 to come, level 0", (await ShowAsync("straits")).Said, StringComparison.Ordinal);
        Assert.Contains("last contact 2026-03-29, ", (await ShowAsync("karst")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task one_that_nobody_knows_is_named()
    {
        var shown = await ShowAsync("nobody");
        Assert.Equal(1, shown.Exit);
        Assert.Contains("Nobody has registered a customer nobody.", shown.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_id_is_written_in_small_letters()
    {
        var shown = await ShowAsync("HELVIA");
        Assert.Equal(1, shown.Exit);
        Assert.Contains(
            "“HELVIA” is not an id: write 1 to 64 lower-case letters, digits and hyphens.", shown.Errors, StringComparison.Ordinal);
    }

    private Task<CommandRun> ShowAsync(string customer) =>
        PlanningProcess.RunAsync("customer", "show", customer, "--data", _data.Path);
}
