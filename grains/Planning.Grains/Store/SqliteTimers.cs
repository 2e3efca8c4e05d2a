using Dapper;
using Planning.Accounts.Customers;

namespace Planning.Grains.Store;

/// <summary>What is to happen to customers at a time.</summary>
public interface ITimers
{
    /// <returns>Timers due by <paramref name="now"/>, the most overdue first; they stay until the customer's turn clears them.</returns>
    Task<IReadOnlyList<DueTimer>> DueAsync(DateTimeOffset now, int take, CancellationToken cancellationToken);
}

/// <param name="Due">As it was set; part of the message id, so that one timer has one effect.</param>
public sealed record DueTimer(Id<Customer> Customer, string Name, string Due);

internal sealed class SqliteTimers(SqliteDatabase database) : ITimers
{
    public async Task<IReadOnlyList<DueTimer>> DueAsync(DateTimeOffset now, int take, CancellationToken cancellationToken)
    {
        using var connection = database.Connect();
        var rows = await connection.QueryAsync<Row>(
            "SELECT customer AS Customer, name AS Name, due AS Due FROM timers WHERE due <= @now ORDER BY due, customer LIMIT @take",
            new { now = SqliteCustomerStore.Instant(now), take });
        return [.. rows.Select(row => new DueTimer(Id<Customer>.Kept(row.Customer), row.Name, row.Due))];
    }

    private sealed record Row(string Customer, string Name, string Due);
}
