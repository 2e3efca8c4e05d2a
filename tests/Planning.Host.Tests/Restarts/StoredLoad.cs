using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using Planning.Accounts.Customers;
using Planning.Accounts.Policies;
using Planning.Grains.Store;
using Planning.Grains.Turns;

namespace Planning.Host.Tests.Restarts;

/// <summary>Compares what was answered with what is in the store, and the store with itself.</summary>
public sealed class StoredLoad(SqliteCustomerStore store, SqliteConnection database)
{
    private const int MostTurns = 100_000;

    /// <returns>The versions under which the message was carried out: one, or none.</returns>
    public async Task<IReadOnlyList<long>> VersionsOfAsync(string customer, string key) =>
        [.. (await TurnsAsync(customer)).Where(turn => turn.Message == $"http:{key}").Select(turn => turn.Version)];

    public async Task HasKeptAllOfAsync(LoadedCustomer loaded)
    {
        var turns = (await TurnsAsync(loaded.Id)).ToDictionary(turn => turn.Message);
        foreach (var (key, answered) in loaded.Acknowledged)
        {
            Assert.True(turns.TryGetValue($"http:{key}", out var turn), $"{key} was answered and is lost.");
            var kept = JsonNode.Parse(turn.Answer)!;
            Assert.True(answered.Version is null || answered.Version == turn.Version, $"{key} was answered with {answered.Version} and is {turn.Version}.");
            Assert.Equal(answered.Words, answered.Version is null
                ? [kept["sentence"]!.GetValue<string>()]
                : kept["happened"]!.AsArray().Select(line => line!.GetValue<string>()));
        }
    }

    public async Task IsWholeAsync(LoadedCustomer loaded)
    {
        var token = TestContext.Current.CancellationToken;
        var id = Id<Customer>.Parse(loaded.Id, null);
        var turns = await TurnsAsync(loaded.Id);
        var state = CustomerState.Of(id, await store.LoadAsync(id, token));
        var row = await store.Portfolio.FindAsync(id, token);
        var waiting = await store.Portfolio.WaitingAsync(loaded.Id, token);
        var bookmarks = Column("SELECT id FROM bookmarks WHERE customer = @customer ORDER BY id", loaded.Id).ToList();
        var timers = Column("SELECT name FROM timers WHERE customer = @customer ORDER BY name", loaded.Id).ToList();
        if ((await TurnsAsync(loaded.Id)).Count != turns.Count)
        {
            // The host runs again, and a time came for the customer while it was read.
            await IsWholeAsync(loaded);
            return;
        }

        Assert.Equal(turns.Select((_, at) => at + 1L), turns.Select(turn => turn.Version));
        Assert.Equal(turns.Count, state.Version);
        Assert.All(turns, turn => Assert.Equal(
            JsonNode.Parse(turn.Answer)!["happened"]?.AsArray().Count ?? 0, History.Events(turn).Count));

        // A snapshot and what came after it are the same as everything from the beginning.
        var replayed = turns.SelectMany(History.Events).Aggregate(Customer.Unknown(id), (so, happened) => so.Apply(happened));
        Assert.Equal(JsonSerializer.Serialize(replayed), JsonSerializer.Serialize(state.Customer));
        Assert.Equal(CustomerRow.Of(replayed), row);
        Assert.Equal(
            Waiting.Of(replayed).Select(item => (item.Kind, item.Subject, item.Role, item.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
            waiting.Select(item => (item.Kind, item.Subject, item.Role, item.Due)));
        Assert.Equal(
            state.Workflows.Values.SelectMany(instance => instance.Bookmarks).Select(bookmark => bookmark.Id).Order(StringComparer.Ordinal),
            bookmarks);
        Assert.Equal(replayed.Timers(MethodPolicies.Default).Select(timer => timer.Name).Order(StringComparer.Ordinal), timers);
    }

    public void IsSound() => Assert.Equal(["ok"], Column("PRAGMA integrity_check", ""));

    private IEnumerable<string> Column(string sql, string customer) => database.Query<string>(sql, new { customer });

    private async Task<IReadOnlyList<HistoryRow>> TurnsAsync(string customer) =>
    [
        .. (await store.Portfolio.HistoryAsync(
            Id<Customer>.Parse(customer, null), null, MostTurns, TestContext.Current.CancellationToken)).Reverse(),
    ];
}
