using Dapper;
using Planning.Accounts.Customers;

namespace Planning.Grains.Store;

internal sealed class SqliteOutbox(SqliteDatabase database, GroupCommit writer) : IOutbox
{
    public event EventHandler? Added;

    public async Task<IReadOnlyList<DueEntry>> DueAsync(
        DateTimeOffset now, int ofOneReceiver, int take, CancellationToken cancellationToken)
    {
        using var connection = database.Connect();
        var rows = await connection.QueryAsync<Row>(
            """
            SELECT id AS Id, customer AS Customer, receiver AS Receiver, due AS Due, attempts AS Attempts, state AS State
            FROM (
                SELECT id, customer, receiver, due, attempts, state,
                    row_number() OVER (PARTITION BY receiver ORDER BY due, id) AS place
                FROM outbox WHERE due <= @now)
            WHERE place <= @ofOneReceiver ORDER BY due, id LIMIT @take
            """,
            new { now = SqliteCustomerStore.Instant(now), ofOneReceiver, take });
        return
        [
            .. rows.Select(row => new DueEntry(
                row.Id,
                Id<Customer>.Kept(row.Customer),
                row.Receiver,
                row.Due,
                (int)row.Attempts,
                row.State == "answered")),
        ];
    }

    public Task<string?> TakeAsync(DueEntry entry, DateTimeOffset until, CancellationToken cancellationToken) =>
        writer.RunAsync(
            session => session.Text(
                """
                UPDATE outbox SET due = $1 WHERE id = $2 AND due = $3
                RETURNING CASE state WHEN 'answered' THEN outcome ELSE body END
                """,
                SqliteCustomerStore.Instant(until), entry.Id, entry.Due),
            cancellationToken);

    public Task PutBackAsync(
        string id, DateTimeOffset due, int attempts, string? outcome, CancellationToken cancellationToken) =>
        writer.RunAsync(
            session => session.Execute(
                "UPDATE outbox SET due = $1, attempts = $2, outcome = coalesce($3, outcome) WHERE id = $4",
                SqliteCustomerStore.Instant(due), attempts, outcome, id),
            cancellationToken);

    public Task KeepOutcomeAsync(string id, DateTimeOffset due, string outcome, CancellationToken cancellationToken) =>
        writer.RunAsync(
            session => session.Execute(
                "UPDATE outbox SET due = $1, state = 'answered', outcome = $2 WHERE id = $3",
                SqliteCustomerStore.Instant(due), outcome, id),
            cancellationToken);

    public async Task<OutboxDepth> DepthAsync(CancellationToken cancellationToken)
    {
        using var connection = database.Connect();
        var (entries, oldest) = await connection.QuerySingleAsync<(long, string?)>("SELECT count(*), min(due) FROM outbox");
        return new OutboxDepth((int)entries, oldest);
    }

    /// <summary>Says that a turn has added entries and is on the disk.</summary>
    public void TellOfAdded() => Added?.Invoke(this, EventArgs.Empty);

    public static void Write(SqliteSession session, TurnCommit turn)
    {
        foreach (var removed in turn.OutboxRemoved)
        {
            session.Execute("DELETE FROM outbox WHERE id = $1", removed);
        }

        foreach (var entry in turn.OutboxAdded)
        {
            session.Execute(
                """
                INSERT INTO outbox (id, customer, instance, kind, receiver, body, due, attempts, state)
                VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 'waiting')
                """,
                entry.Id, turn.Customer.Value, entry.Instance, entry.Kind, entry.Receiver, entry.Body,
                SqliteCustomerStore.Instant(turn.At));
        }
    }

    private sealed record Row(string Id, string Customer, string Receiver, string Due, long Attempts, string State);
}
