using System.Globalization;
using Dapper;
using Planning.Accounts.Customers;

namespace Planning.Grains.Store;

/// <summary>Customers in one SQLite file, written in groups.</summary>
public sealed class SqliteCustomerStore : ICustomerStore, IAsyncDisposable
{
    /// <summary>Turns that share one flush at the most: enough for all that wait, few enough to answer within milliseconds.</summary>
    public const int LargestGroup = 256;

    /// <summary>How many entries of its execution log an instance keeps when nobody says otherwise.</summary>
    public const int UsualLog = 5_000;

    private readonly SqliteDatabase _database;
    private readonly GroupCommit _writer;
    private readonly SqliteWorkflows _workflows;
    private readonly SqliteOutbox _outbox;

    private SqliteCustomerStore(SqliteDatabase database, int largestGroup, int log)
    {
        _database = database;
        _writer = new GroupCommit(database, largestGroup);
        Portfolio = new SqlitePortfolio(database, _writer);
        Vault = new SqliteVault(database, _writer);
        Timers = new SqliteTimers(database);
        _workflows = new SqliteWorkflows(database, log);
        _outbox = new SqliteOutbox(database, _writer);
        Definitions = new SqliteDefinitions(database, _writer);
        RuleVersions = new SqliteRuleVersions(database, _writer);
    }

    public IPortfolio Portfolio { get; }

    public IVault Vault { get; }

    public ITimers Timers { get; }

    public IWorkflows Workflows => _workflows;

    public IOutbox Outbox => _outbox;

    public IDefinitions Definitions { get; }

    internal SqliteRuleVersions RuleVersions { get; }

    /// <summary>Opens the file, or makes it; an older schema is migrated.</summary>
    /// <param name="largestGroup">1 gives every turn a transaction of its own, for comparison.</param>
    /// <param name="log">How many entries of its execution log an instance keeps; 1 or more.</param>
    /// <exception cref="StoreRefusedException">The file is foreign, newer or damaged; it is left as it was.</exception>
    public static SqliteCustomerStore Open(string path, int largestGroup = LargestGroup, int log = UsualLog) =>
        new(SqliteDatabase.Open(path), largestGroup, log);

    public async Task<StoredCustomer> LoadAsync(Id<Customer> customer, CancellationToken cancellationToken)
    {
        using var connection = _database.Connect();

        // One transaction, so that the snapshot and the turns after it belong together.
        using var transaction = connection.BeginTransaction(deferred: true);
        var of = new { customer = customer.Value };
        var snapshot = await connection.QuerySingleOrDefaultAsync<SnapshotRow>(
            "SELECT version AS Version, state AS State FROM snapshots WHERE customer = @customer", of, transaction);
        var turns = (await connection.QueryAsync<TurnRow>(
            "SELECT version AS Version, events AS Events FROM journal WHERE customer = @customer AND version > @after ORDER BY version",
            new { customer = customer.Value, after = snapshot?.Version ?? 0 },
            transaction)).AsList();
        var instances = (await connection.QueryAsync<InstanceRow>(
            """
            SELECT id AS Id, definition_id AS DefinitionId, definition_version AS DefinitionVersion, status AS Status, state AS State
            FROM workflow_instances WHERE customer = @customer AND status <> 'Finished' ORDER BY id
            """,
            of,
            transaction)).AsList();
        return new StoredCustomer(
            turns is [.., var last] ? last.Version : snapshot?.Version ?? 0,
            snapshot?.State,
            [.. turns.Select(turn => turn.Events)],
            [.. instances.Select(row => new StoredInstance(row.Id, row.DefinitionId, (int)row.DefinitionVersion, row.Status, row.State))]);
    }

    public async Task<CommitOutcome> CommitAsync(TurnCommit turn, CancellationToken cancellationToken)
    {
        var outcome = await _writer.RunAsync(session => Write(session, turn), cancellationToken);
        if (turn.OutboxAdded is [_, ..] && outcome is CommitOutcome.Committed)
        {
            _outbox.TellOfAdded();
        }

        return outcome;
    }

    public Task<CommitOutcome> CommitTogetherAsync(
        IReadOnlyList<TurnCommit> turns, ReferenceData reference, CancellationToken cancellationToken) =>
        _writer.RunAsync(
            session =>
            {
                session.Execute("SAVEPOINT together");
                var outcome = turns.Select(turn => Write(session, turn))
                    .FirstOrDefault(outcome => outcome is not CommitOutcome.Committed, new CommitOutcome.Committed());
                if (outcome is CommitOutcome.Committed)
                {
                    SqlitePortfolio.Write(session, reference);
                }
                else
                {
                    session.Execute("ROLLBACK TO together");
                }

                session.Execute("RELEASE together");
                return outcome;
            },
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _database.Close();
    }

    private CommitOutcome Write(SqliteSession session, TurnCommit turn)
    {
        var customer = turn.Customer.Value;
        var kept = session.Execute(
            """
            INSERT INTO journal (customer, version, at, actor, message, kind, answer, events)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING
            """,
            customer, turn.Version, Instant(turn.At), turn.Actor, turn.Message, turn.Kind, turn.Answer, turn.Events);
        if (kept == 0)
        {
            return session.Text("SELECT answer FROM journal WHERE customer = $1 AND message = $2", customer, turn.Message)
                is string answer
                ? new CommitOutcome.AlreadyAnswered(answer)
                : new CommitOutcome.Superseded();
        }

        WriteState(session, turn, customer);
        WriteWaits(session, turn, customer);
        _workflows.Write(session, turn);
        SqliteOutbox.Write(session, turn);
        WriteLists(session, turn, customer);
        SqliteVault.Write(session, turn);
        foreach (var shadowed in turn.Shadowed)
        {
            SqliteRuleVersions.Write(session, customer, shadowed);
        }

        return new CommitOutcome.Committed();
    }

    private static void WriteState(SqliteSession session, TurnCommit turn, string customer)
    {
        if (turn.Snapshot is { } snapshot)
        {
            session.Execute(
                "INSERT OR REPLACE INTO snapshots (customer, version, state) VALUES ($1, $2, $3)",
                customer, turn.Version, snapshot);
        }

        foreach (var instance in turn.Instances)
        {
            session.Execute(
                """
                INSERT OR REPLACE INTO workflow_instances (id, customer, definition_id, definition_version, status, state)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                instance.Id, customer, instance.DefinitionId, instance.DefinitionVersion, instance.Status, instance.State);
        }
    }

    private static void WriteWaits(SqliteSession session, TurnCommit turn, string customer)
    {
        foreach (var burned in turn.BookmarksBurned)
        {
            session.Execute("DELETE FROM bookmarks WHERE id = $1", burned);
        }

        foreach (var bookmark in turn.BookmarksCreated)
        {
            session.Execute(
                "INSERT INTO bookmarks (id, instance, customer, name, payload) VALUES ($1, $2, $3, $4, $5)",
                bookmark.Id, bookmark.Instance, customer, bookmark.Name, bookmark.Payload);
        }

        foreach (var cleared in turn.TimersCleared)
        {
            session.Execute("DELETE FROM timers WHERE customer = $1 AND name = $2", customer, cleared);
        }

        foreach (var timer in turn.TimersSet)
        {
            session.Execute(
                "INSERT OR REPLACE INTO timers (customer, name, due) VALUES ($1, $2, $3)",
                customer, timer.Name, Instant(timer.Due));
        }
    }

    private static void WriteLists(SqliteSession session, TurnCommit turn, string customer)
    {
        if (turn.Row is { } row)
        {
            session.Execute(
                """
                INSERT OR REPLACE INTO customer_list (customer, name, country, region, lifecycle, tier, lane, posture,
                    composite, reviewed, proposal, because, stage, stage_due)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
                """,
                row.Customer, row.Name, row.Country, row.Region, row.Lifecycle, row.Tier, row.Lane, row.Posture,
                row.Composite, row.Reviewed, row.Proposal, row.Because, row.Stage, row.StageDue);
        }

        if (turn.Seats is { } seats)
        {
            SqliteSeats.Write(session, customer, seats);
        }

        if (turn.Places is { } places)
        {
            SqliteShortList.Write(session, customer, places);
        }

        if (turn.Waiting is { } waiting)
        {
            session.Execute("DELETE FROM waiting WHERE customer = $1", customer);
            foreach (var (position, item) in waiting.Index())
            {
                session.Execute(
                    "INSERT INTO waiting (customer, position, kind, subject, role, due) VALUES ($1, $2, $3, $4, $5, $6)",
                    customer, position, item.Kind, item.Subject, item.Role,
                    item.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }
        }
    }

    internal static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    private sealed record SnapshotRow(long Version, string State);

    private sealed record TurnRow(long Version, string Events);

    private sealed record InstanceRow(string Id, string DefinitionId, long DefinitionVersion, string Status, string State);
}
