using Planning.Grains.TimeLapses;
using Planning.Host.Commands;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Generated;

/// <summary>Time-lapse: people, timers, rules and quarters of a small generated portfolio.</summary>
[Collection(JudgedPortfolio.OneProgressAtATime)]
public sealed class When_years_pass
{
    private const int Customers = 12;

    [Fact]
    public async Task the_same_seed_lives_the_same_lives_and_nothing_happens_that_must_never_be()
    {
        var (first, silent) = await LiveAsync(seed: 7);
        var (second, _) = await LiveAsync(seed: 7);

        Assert.Equal(first.Hash, second.Hash);
        Assert.Empty(silent);
        var year = Assert.Single(first.Years);
        Assert.Equal(Customers, year.Tiers.Values.Sum());
        Assert.True(year.Turns > 100 * Customers, $"Only {year.Turns} turns were taken.");
        Assert.True(year.Raised > 0 && year.Rose > 0 && year.Closed.Count > 1, "Nothing was raised, rose or was closed.");
    }

    private static async Task<(LapseSummary Summary, IReadOnlyList<string> Silent)> LiveAsync(int seed)
    {
        using var folder = new TemporaryFolder();
        var clock = new JumpingClock(new DateTimeOffset(2026, 10, 5, 7, 0, 0, TimeSpan.Zero));
        await using var runtime = await DataDirectory.OpenAsync(folder.Path, clock, TestContext.Current.CancellationToken);
        var (_, summary) = await SimulateCommand.LiveAsync(
            runtime, clock, folder.Path, years: 1, Customers, seed, TestContext.Current.CancellationToken);
        var report = await CheckCommand.RunAsync(runtime, TestContext.Current.CancellationToken);
        return (summary, [.. report.Silent.Select(violation => $"{violation.Invariant} {violation.Customer}: {violation.What}")]);
    }
}
