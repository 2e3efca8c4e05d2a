using Planning.Accounts.Customers;
using Planning.Grains.Store;
using Planning.Grains.Tests.Support;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Store;

/// <summary>Whatever moment it was: what was answered is there, and the next start does not mind.</summary>
public sealed class When_a_host_was_killed : IDisposable
{
    private static readonly Id<Customer> Albion = Key<Customer>("albion");

    private readonly Database _database = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task what_was_answered_is_in_the_log_beside_the_file()
    {
        await using (var store = _database.Open())
        {
            for (var version = 1; version <= 30; version++)
            {
                await Commit(store, version);
            }

            KeepAsIfKilledNow(_database.Path);
        }

        await using var reopened = SqliteCustomerStore.Open(Killed);
        Assert.Equal(30, (await reopened.LoadAsync(Albion, Token)).EventsSince.Count);
        await Commit(reopened, 31);
    }

    [Fact]
    public async Task half_a_line_at_the_end_of_the_log_is_no_turn()
    {
        await using (var store = _database.Open())
        {
            await Commit(store, 1);
            await Commit(store, 2);
            KeepAsIfKilledNow(_database.Path);
        }

        await using (var log = File.OpenWrite($"{Killed}-wal"))
        {
            log.SetLength(log.Length - 100);
        }

        await using var reopened = SqliteCustomerStore.Open(Killed);
        Assert.Equal(1, (await reopened.LoadAsync(Albion, Token)).Version);
        await Commit(reopened, 2);
    }

    [Fact]
    public async Task before_the_first_table_was_made_it_begins_anew()
    {
        _database.Run("PRAGMA journal_mode = WAL");
        Assert.NotEqual(0, new FileInfo(_database.Path).Length);
        await using var store = _database.Open();
        await Commit(store, 1);
    }

    [Fact]
    public async Task when_the_first_tables_are_in_the_log_only_it_goes_on()
    {
        using (var connection = Database.Connect(_database.Path))
        {
            Database.Run(connection, "PRAGMA journal_mode = WAL");
            Database.Run(connection, $"BEGIN; {Schema()} PRAGMA application_id = {0x504C414E}; PRAGMA user_version = 1; COMMIT");
            KeepAsIfKilledNow(_database.Path);
        }

        await using var store = SqliteCustomerStore.Open(Killed);
        await Commit(store, 1);
    }

    [Fact]
    public void the_log_of_another_program_is_left_alone()
    {
        using (var connection = Database.Connect(_database.Path))
        {
            Database.Run(connection, "PRAGMA journal_mode = WAL");
            Database.Run(connection, "CREATE TABLE songs (title TEXT)");
            KeepAsIfKilledNow(_database.Path);
        }

        var before = File.ReadAllBytes(Killed);
        Assert.Equal(
            "this SQLite database belongs to another program. Name another data directory.",
            Assert.Throws<StoreRefusedException>(() => SqliteCustomerStore.Open(Killed)).Reason);
        Assert.Equal(before, File.ReadAllBytes(Killed));
    }

    private string Killed => _database.File("killed.db");

    private static string Schema()
    {
        using var reader = new StreamReader(
            typeof(SqliteCustomerStore).Assembly.GetManifestResourceStream("0001-foundation.sql")!);
        return reader.ReadToEnd();
    }

    // The file and its log as they are on the disk, without anybody having closed them.
    private void KeepAsIfKilledNow(string path)
    {
        File.Copy(path, Killed);
        File.Copy($"{path}-wal", $"{Killed}-wal");
    }

    private static async Task Commit(SqliteCustomerStore store, long version) => Assert.IsType<CommitOutcome.Committed>(
        await store.CommitAsync(
            new TurnCommit(
                Albion, version, DateTimeOffset.UnixEpoch, "anna", $"m-{version}", "spec", "{}", $"""["event {version}"]"""),
            Token));
}
