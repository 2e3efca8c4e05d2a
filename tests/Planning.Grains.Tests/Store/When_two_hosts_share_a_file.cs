using Planning.Accounts.Customers;
using Planning.Grains.Store;
using Planning.Grains.Tests.Support;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Store;

public sealed class When_two_hosts_share_a_file : IDisposable
{
    private static readonly Id<Customer> Albion = Key<Customer>("albion");

    private readonly Database _database = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task each_sees_what_the_other_was_answered_and_only_one_moves_a_version_on()
    {
        await using var here = _database.Open();
        await using var there = _database.Open();
        Assert.IsType<CommitOutcome.Committed>(await here.CommitAsync(Turn(1, "here"), Token));
        Assert.Equal(1, (await there.LoadAsync(Albion, Token)).Version);
        Assert.IsType<CommitOutcome.Committed>(await there.CommitAsync(Turn(2, "there"), Token));
        Assert.IsType<CommitOutcome.Superseded>(await here.CommitAsync(Turn(2, "here-again"), Token));
        Assert.IsType<CommitOutcome.AlreadyAnswered>(await here.CommitAsync(Turn(3, "there"), Token));
    }

    [Fact]
    public async Task both_write_at_once_and_nothing_is_lost()
    {
        await using var here = _database.Open();
        await using var there = _database.Open();
        await Patience.For(Task.WhenAll(Write(here, "here"), Write(there, "there")), "both hosts to have written");
        await using var reader = _database.Open();
        Assert.Equal(50, (await reader.LoadAsync(Key<Customer>("here"), Token)).Version);
        Assert.Equal(50, (await reader.LoadAsync(Key<Customer>("there"), Token)).Version);
    }

    [Fact]
    public async Task they_may_start_together_on_a_new_file()
    {
        var stores = await Patience.For(
            Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_database.Open, Token))), "four hosts to open one new file");
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("with space.db")]
    [InlineData("50% of #1, why?.db")]
    [InlineData("Zürich 苏黎世.db")]
    public async Task the_file_may_be_called_as_people_like(string name)
    {
        await using (var store = SqliteCustomerStore.Open(_database.File(name)))
        {
            await store.CommitAsync(Turn(1, "m"), Token);
        }

        Assert.True(File.Exists(_database.File(name)));
        await using var reopened = SqliteCustomerStore.Open(_database.File(name));
        Assert.Equal(1, (await reopened.LoadAsync(Albion, Token)).Version);
    }

    private static async Task Write(SqliteCustomerStore store, string customer)
    {
        for (var version = 1; version <= 50; version++)
        {
            Assert.IsType<CommitOutcome.Committed>(
                await store.CommitAsync(Turn(version, $"m-{version}") with { Customer = Key<Customer>(customer) }, Token));
        }
    }

    private static TurnCommit Turn(long version, string message) =>
        new(Albion, version, DateTimeOffset.UnixEpoch, "anna", message, "spec", "{}", "[]");
}
