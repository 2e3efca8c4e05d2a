using System.Globalization;
using Planning.Accounts.Customers;
using Planning.Grains.Store;
using Planning.Grains.Tests.Support;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Store;

/// <summary>A database of an older program is taken along: what is in it stays, and what is new works.</summary>
public sealed class When_an_older_database_is_opened : IDisposable
{
    private static readonly Id<Customer> Albion = Key<Customer>("albion");

    private readonly Database _database = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task its_turns_are_there_and_what_is_new_works(int schema)
    {
        foreach (var script in Scripts().Take(schema))
        {
            _database.Run(script);
        }

        _database.Run(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            PRAGMA application_id = {0x504C414E};
            PRAGMA user_version = {schema};
            INSERT INTO journal (customer, version, at, actor, message, kind, answer, events)
            VALUES ('albion', 1, '2026-01-05T08:00:00.0000000Z', 'anna', 'm-1', 'spec', 'first', '["event 1"]');
            """));

        await using (var store = _database.Open())
        {
            var turn = new TurnCommit(Albion, 2, DateTimeOffset.UnixEpoch, "anna", "m-2", "spec", "second", "[]")
            {
                Log = [new StoredLog("i-1", 0, 0, "[]")],
                Executions = [new StoredExecution("e-1", "i-1", "a", 0, true, """{"id":"e-1"}""")],
                OutboxAdded = [new OutboxEntry("r-1", "i-1", "http-request", "shop", "body")],
            };
            Assert.Equal(["""["event 1"]"""], (await store.LoadAsync(Albion, Token)).EventsSince);
            Assert.IsType<CommitOutcome.Committed>(await store.CommitAsync(turn, Token));
        }

        await using var again = _database.Open();
        Assert.Equal(2, (await again.LoadAsync(Albion, Token)).Version);
        Assert.Equal(["e-1"], (await again.Workflows.ExecutionsAsync("i-1", Token)).Select(one => one.Id));
        Assert.Equal(1, (await again.Outbox.DepthAsync(Token)).Entries);
    }

    private static IEnumerable<string> Scripts()
    {
        var assembly = typeof(SqliteCustomerStore).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}
