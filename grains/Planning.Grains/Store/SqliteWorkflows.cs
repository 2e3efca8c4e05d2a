using Dapper;
using Planning.Accounts.Customers;
using Planning.Flows.Instances;
using Planning.Grains.Turns;

namespace Planning.Grains.Store;

/// <summary>Workflow instances and what they did, in the same SQLite file.</summary>
/// <param name="kept">How many entries of its log an instance keeps at least; its finished activity executions likewise.</param>
internal sealed class SqliteWorkflows(SqliteDatabase database, int kept) : IWorkflows
{
    // Reserved keys begin with an underscore, which comes before the grave accent; no other key does.
    private const string WithoutCustomer = "customer >= '_' AND customer < '`'";

    public Task<IReadOnlyList<InstanceRow>> ListAsync(
        Id<Customer>? customer, bool withIncidents, string? after, int take, CancellationToken cancellationToken) =>
        ListAsync("@customer IS NULL OR customer = @customer", customer?.Value, withIncidents, after, take, cancellationToken);

    public Task<IReadOnlyList<InstanceRow>> ListWithoutCustomerAsync(
        bool withIncidents, string? after, int take, CancellationToken cancellationToken) =>
        ListAsync(WithoutCustomer, null, withIncidents, after, take, cancellationToken);

    public Task<WholeInstance?> FindAsync(
        Id<Customer> customer, string instance, CancellationToken cancellationToken) =>
        FindAsync("customer = @customer", customer.Value, instance, cancellationToken);

    public Task<WholeInstance?> FindWithoutCustomerAsync(string instance, CancellationToken cancellationToken) =>
        FindAsync(WithoutCustomer, null, instance, cancellationToken);

    public async Task<IReadOnlyList<LogEntry>> LogAsync(
        string instance, long from, int take, CancellationToken cancellationToken)
    {
        // A row has at least one entry, so as many rows as entries are asked for are enough.
        var rows = await ReadAsync<string>(
            "SELECT entries FROM workflow_log WHERE instance = @instance AND last >= @from ORDER BY first LIMIT @take",
            new { instance, from, take },
            cancellationToken);
        return [.. rows.SelectMany(TurnJson.Read<List<LogEntry>>).Where(entry => entry.Sequence >= from).Take(take)];
    }

    public async Task<IReadOnlyList<ActivityExecution>> ExecutionsAsync(string instance, CancellationToken cancellationToken) =>
    [
        .. (await ReadAsync<string>(
            "SELECT body FROM activity_executions WHERE instance = @instance ORDER BY rowid", new { instance }, cancellationToken))
            .Select(TurnJson.Read<ActivityExecution>),
    ];

    public void Write(SqliteSession session, TurnCommit turn)
    {
        foreach (var log in turn.Log)
        {
            session.Execute(
                "INSERT INTO workflow_log (instance, first, last, entries) VALUES ($1, $2, $3, $4)",
                log.Instance, log.First, log.Last, log.Entries);
        }

        foreach (var execution in turn.Executions)
        {
            session.Execute(
                """
                INSERT INTO activity_executions (id, instance, node, last, is_over, body) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (id) DO UPDATE SET last = $4, is_over = $5, body = $6
                """,
                execution.Id, execution.Instance, execution.Node, execution.Last, execution.IsOver ? 1 : 0, execution.Body);
        }

        foreach (var log in turn.Log.Where(log => log.Last >= kept))
        {
            session.Execute("DELETE FROM workflow_log WHERE instance = $1 AND last <= $2", log.Instance, log.Last - kept);
            session.Execute(
                "DELETE FROM activity_executions WHERE instance = $1 AND last <= $2 AND is_over = 1", log.Instance, log.Last - kept);
        }
    }

    private async Task<IReadOnlyList<InstanceRow>> ListAsync(
        string whose, string? customer, bool withIncidents, string? after, int take, CancellationToken cancellationToken) =>
    [
        .. (await ReadAsync<Row>(
            $"""
            SELECT customer AS Customer, state AS State FROM workflow_instances
            WHERE ({whose}) AND id > @after
                AND (NOT @withIncidents OR json_type(state, '$.incidents') IS NOT NULL)
            ORDER BY id LIMIT @take
            """,
            new { customer, withIncidents, after = after ?? "", take },
            cancellationToken)).Select(row => InstanceRow.Of(Id<Customer>.Kept(row.Customer), WorkflowState.Parse(row.State))),
    ];

    private async Task<WholeInstance?> FindAsync(
        string whose, string? customer, string instance, CancellationToken cancellationToken) => (await ReadAsync<Row>(
            $"SELECT customer AS Customer, state AS State FROM workflow_instances WHERE id = @instance AND {whose}",
            new { customer, instance },
            cancellationToken))
        .Select(row => WholeInstance.Of(Id<Customer>.Kept(row.Customer), WorkflowState.Parse(row.State))).SingleOrDefault();

    private async Task<List<T>> ReadAsync<T>(string sql, object of, CancellationToken cancellationToken)
    {
        using var connection = database.Connect();
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, of, cancellationToken: cancellationToken))).AsList();
    }

    private sealed record Row(string Customer, string State);
}
