using Microsoft.Data.Sqlite;
using Planning.Grains.Store;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Restarts;

/// <summary>kill -9 in the middle of everything, again and again on the same data.</summary>
public sealed class When_the_host_is_killed : IDisposable
{
    private const int Customers = 32;

    // Acknowledgements in a round after which the host is killed: chosen once by throwing dice, from the very first
    // commands to well beyond the first snapshots.
    private static readonly int[] KilledAfter = [9, 137, 411, 58, 242, 1, 573, 96];

    private readonly TemporaryFolder _data = new();
    private readonly LoadedCustomer[] _load = [.. Enumerable.Range(1, Customers).Select(number => new LoadedCustomer(number))];

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task all_that_was_answered_is_there_and_nothing_is_there_by_half()
    {
        var employees = await PlanningProcess.RunAsync(
            "import", Path.Combine(SamplePortfolio.Files, "employees.csv"), "--data", _data.Path);
        Assert.Equal(0, employees.Exit);
        foreach (var acknowledgements in KilledAfter)
        {
            var (host, url) = await PlanningProcess.ServeAsync(_data.Path);
            await using var _ = host;
            using var api = new ApiClient(url);
            await CompareAsync(api);
            await KillUnderLoadAsync(host, api, acknowledgements);
        }

        var (last, address) = await PlanningProcess.ServeAsync(_data.Path);
        await using var __ = last;
        using var calm = new ApiClient(address);
        await CompareAsync(calm);
        Assert.True(_load.Sum(customer => customer.Acknowledged.Count) >= KilledAfter.Sum());
    }

    private async Task KillUnderLoadAsync(PlanningProcess host, ApiClient api, int acknowledgements)
    {
        var left = acknowledgements;
        await Task.WhenAll(_load.Select(async customer =>
        {
            while (await customer.GoOnAsync(api))
            {
                if (Interlocked.Decrement(ref left) == 0)
                {
                    host.Kill();
                }
            }
        }));
        Assert.NotEqual(0, await host.EndAsync());
    }

    private async Task CompareAsync(ApiClient api)
    {
        await using var store = SqliteCustomerStore.Open(_data["planning.db"]);
        await using var database = new SqliteConnection($"Data Source={_data["planning.db"]};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        var kept = new StoredLoad(store, database);
        foreach (var customer in _load)
        {
            if (customer.Unanswered is { } key)
            {
                // Carried out or not, it is asked again: then it has been carried out once, and is answered as it was.
                var before = await kept.VersionsOfAsync(customer.Id, key);
                Assert.True(await customer.GoOnAsync(api), "The restarted host does not answer.");
                var after = Assert.Single(await kept.VersionsOfAsync(customer.Id, key));
                Assert.Equal(before is [] ? after : before.Single(), after);
            }

            await kept.HasKeptAllOfAsync(customer);
            await kept.IsWholeAsync(customer);
        }

        kept.IsSound();
    }
}
