using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Grains.Embedded;
using Planning.Host.Commands;
using Planning.Host.Tests.Support;
using Planning.Workflows.Generation;

namespace Planning.Host.Tests.Generated;

/// <summary>METHOD §8.1's edge set: imported, its currency changed, reviewed and swept.</summary>
[Collection(JudgedPortfolio.OneProgressAtATime)]
public sealed class When_nothing_in_a_portfolio_is_usual : IAsyncLifetime
{
    private readonly TemporaryFolder _files = new();
    private readonly TemporaryFolder _data = new();
    private EmbeddedRuntime? _runtime;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.Equal(0, await GenerateCommand.WriteAsync(_files.Path, EdgePortfolio.Parts(), Token));
        _runtime = await DataDirectory.OpenAsync(_data.Path, new FixedClock(), Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _runtime!.DisposeAsync();
        _files.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task it_is_imported_and_judged_all_the_same_and_nobody_falls_for_what_is_not_known()
    {
        Assert.Equal(0, await ImportCommand.RunAsync(_runtime!, _files.Path, strict: true, Token));
        Assert.Equal(0, await ImportCommand.RunAsync(_runtime!, _files["after"], strict: true, Token));
        Assert.Empty((await TierRunCommand.RunAsync(_runtime!, null, Token))!.Refusals);
        await _runtime!.Sweep.RunAsync("edge", "sweep", null, Token);

        Assert.Empty((await CustomerAsync("edge-nobody")).People);
        Assert.Equal(401, (await CustomerAsync("edge-wide")).Units.Count);
        Assert.Equal(Tier.A, (await CustomerAsync("edge-money")).Standing.Tier);
        Assert.Equal(2025, (await CustomerAsync("edge-leap")).Plan!.HorizonFrom);
        Assert.Equal("edge-merging", (await CustomerAsync("edge-merged")).Details!.GroupRoot.Value);
        Assert.Equal("龙桥移动通信", (await CustomerAsync("edge-chinese")).Details!.Name);
        Assert.Equal("فاطمة الزهراني", Assert.Single((await CustomerAsync("edge-friday")).People.Values).Name);
        Assert.Contains("ESC-11/customer:edge-old", (await CustomerAsync("edge-old")).Escalations.Open.Keys);
    }

    [Fact]
    public async Task whoever_moved_to_another_customer_is_there_with_what_was_before()
    {
        Assert.Equal(0, await ImportCommand.RunAsync(_runtime!, _files.Path, strict: true, Token));

        Assert.Equal(new DateOnly(2026, 8, 31), Assert.Single((await CustomerAsync("edge-left")).People.Values).LeftOn);
        var joined = Assert.Single((await CustomerAsync("edge-joined")).People.Values);
        Assert.Equal("Noor van der Meer", joined.Name);
        Assert.Null(joined.LeftOn);
    }

    [Fact]
    public async Task rules_that_need_each_other_are_refused()
    {
        var run = await PlanningProcess.RunAsync("rules", "check", _files["rules/circle.json"]);
        Assert.NotEqual(0, run.Exit);
        Assert.Contains("Unknown name `Egg`", run.Said, StringComparison.Ordinal);
    }

    private async Task<Customer> CustomerAsync(string id) =>
        (await _runtime!.Customers.LookAsync(Id<Customer>.Parse(id, null), Token)).Customer;
}
