using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Restarts;

/// <summary>kill -9 while the clock lets a workflow begin every second, which says so to a server.</summary>
public sealed class When_the_host_is_killed_between_beats_of_a_clock : IDisposable
{
    private readonly TemporaryFolder _data = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task each_time_has_begun_one_instance_and_no_time_two()
    {
        var told = new SemaphoreSlim(0);
        await using var server = await Receiver.StartAsync(_ =>
        {
            told.Release();
            return Task.CompletedTask;
        });
        await Definitions.KeepAsync(_data.Path, "tick", "1", Definitions.Tick(server.Url));
        foreach (var beats in new[] { 2, 1, 2 })
        {
            var (host, _) = await PlanningProcess.ServeAsync(_data.Path, "--http-to", "127.0.0.0/8");
            await using (host)
            {
                for (var beat = 0; beat < beats; beat++)
                {
                    Assert.True(await told.WaitAsync(TimeSpan.FromMinutes(1), Token), "Waited in vain for the clock to strike.");
                }

                host.Kill();
                await host.EndAsync();
            }
        }

        await using var store = SqliteCustomerStore.Open(_data["planning.db"]);
        var history = (await store.Portfolio.HistoryAsync(NoCustomer.GrainOf("tick"), null, 1000, Token)).Reverse().ToList();
        Assert.Equal(Enumerable.Range(1, history.Count).Select(version => (long)version), history.Select(turn => turn.Version));
        var began = history.SelectMany(History.Events).OfType<Planning.Accounts.Customers.ClockStruck>().ToList();
        Assert.Equal(began.Count, began.Select(of => of.Start.Last).Distinct().Count());
        Assert.Equal(
            began.Select(of => of.Instance!).Order(StringComparer.Ordinal),
            (await store.Workflows.ListWithoutCustomerAsync(false, null, 1000, Token)).Select(one => one.Id));
        Assert.True(began.Count >= 5, $"The clock struck {began.Count} times.");
        Assert.Single(history, turn => turn.Kind == "set-clock");
    }
}
