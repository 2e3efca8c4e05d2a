using System.Text.Json;
using Dapper;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Grains.Store;

/// <summary>The lists and the reference data in the same SQLite file.</summary>
internal sealed class SqlitePortfolio(SqliteDatabase database, GroupCommit writer) : IPortfolio
{
    private const string VendorName = "vendor-name";

    private const string RowColumns = """
        customer AS Customer, name AS Name, country AS Country, region AS Region, lifecycle AS Lifecycle, tier AS Tier,
        lane AS Lane, posture AS Posture, composite AS Composite, reviewed AS Reviewed, proposal AS Proposal,
        because AS Because, stage AS Stage, stage_due AS StageDue
        """;

    private const string TurnColumns = """
        version AS Version, at AS At, actor AS Actor, message AS Message, kind AS Kind, answer AS Answer, events AS Events
        """;

    public async Task<IReadOnlyList<CustomerRow>> ListAsync(string? after, int take, CancellationToken cancellationToken) =>
        await ReadAsync<CustomerRow>(
            $"SELECT {RowColumns} FROM customer_list WHERE customer > @after ORDER BY customer LIMIT @take",
            new { after = after ?? "", take });

    public async Task<int> CountAsync(CancellationToken cancellationToken) =>
        (int)(await ReadAsync<long>("SELECT count(*) FROM customer_list", null)).Single();

    public async Task<CustomerRow?> FindAsync(Id<Customer> customer, CancellationToken cancellationToken) =>
        (await ReadAsync<CustomerRow>(
            $"SELECT {RowColumns} FROM customer_list WHERE customer = @customer", new { customer = customer.Value }))
        .SingleOrDefault();

    public async Task<IReadOnlyList<WaitingRow>> WaitingAsync(string? customer, CancellationToken cancellationToken) =>
    [
        .. (await ReadAsync<WaitingRow>(
            """
            SELECT customer AS Customer, kind AS Kind, subject AS Subject, role AS Role, due AS Due FROM waiting
            WHERE @customer IS NULL OR customer = @customer ORDER BY customer, position
            """,
            new { customer })).Select(row => Id<Customer>.Kept(row.Customer!).IsReserved ? row with { Customer = null } : row),
    ];

    public async Task<IReadOnlyList<HistoryRow>> HistoryAsync(
        Id<Customer> customer, long? before, int take, CancellationToken cancellationToken) =>
        await ReadAsync<HistoryRow>(
            $"""
            SELECT {TurnColumns} FROM journal WHERE customer = @customer AND version < @before ORDER BY version DESC LIMIT @take
            """,
            new { customer = customer.Value, before = before ?? long.MaxValue, take });

    public async Task<IReadOnlyList<HistoryRow>> TurnsAsync(
        Id<Customer> customer, long after, int take, CancellationToken cancellationToken) => await ReadAsync<HistoryRow>(
        $"SELECT {TurnColumns} FROM journal WHERE customer = @customer AND version > @after ORDER BY version LIMIT @take",
        new { customer = customer.Value, after, take });

    public async Task<IReadOnlyList<Employee>> EmployeesAsync(CancellationToken cancellationToken) =>
        [.. (await ReadAsync<string>("SELECT body FROM employees ORDER BY id", null)).Select(Read<Employee>)];

    public async Task<bool> IsEmployeeAsync(Id<Employee> employee, CancellationToken cancellationToken) =>
        await ReadAsync<long>("SELECT 1 FROM employees WHERE id = @id", new { id = employee.Value }) is not [];

    public async Task<IReadOnlyList<SeatRow>> SeatsAsync(CancellationToken cancellationToken) =>
        await ReadAsync<SeatRow>(SqliteSeats.All, null);

    public async Task<IReadOnlyList<ShortListRow>> ShortListAsync(CancellationToken cancellationToken) =>
        [.. (await ReadAsync<SqliteShortList.Row>(SqliteShortList.All, null)).Select(row => row.Read())];

    public async Task<IReadOnlyList<VendorFigures>> FiguresAsync(CancellationToken cancellationToken) =>
        [.. (await ReadAsync<string>("SELECT body FROM vendor_figures ORDER BY period", null)).Select(Read<VendorFigures>)];

    public async Task<string?> VendorNameAsync(CancellationToken cancellationToken) =>
        (await ReadAsync<string>("SELECT value FROM settings WHERE name = @name", new { name = VendorName })).SingleOrDefault();

    public IPortfolioReading Read() => new SqlitePortfolioReading(database);

    public Task KeepAsync(ReferenceData reference, CancellationToken cancellationToken) => writer.RunAsync(
        session =>
        {
            Write(session, reference);
            return true;
        },
        cancellationToken);

    internal static void Write(SqliteSession session, ReferenceData reference)
    {
        if (reference.VendorName is { } name)
        {
            session.Execute("INSERT OR REPLACE INTO settings (name, value) VALUES ($1, $2)", VendorName, name);
        }

        foreach (var employee in reference.Employees)
        {
            session.Execute(
                "INSERT OR REPLACE INTO employees (id, name, body) VALUES ($1, $2, $3)",
                employee.Id.Value, employee.Name, JsonSerializer.Serialize(employee));
        }

        foreach (var figures in reference.Figures)
        {
            session.Execute(
                "INSERT OR REPLACE INTO vendor_figures (period, body) VALUES ($1, $2)",
                figures.Period.ToString(), JsonSerializer.Serialize(figures));
        }
    }

    private static T Read<T>(string body) => JsonSerializer.Deserialize<T>(body)!;

    private async Task<List<T>> ReadAsync<T>(string sql, object? parameters)
    {
        using var connection = database.Connect();
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }
}
