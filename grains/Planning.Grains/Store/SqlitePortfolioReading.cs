using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Planning.Grains.Store;

/// <summary>One read transaction on a connection of its own; whoever takes a customer has the connection to itself.</summary>
/// <remarks>Straight on SQLite's own calls, so that JSON goes from the pages to its reader without becoming text.</remarks>
internal sealed class SqlitePortfolioReading : IPortfolioReading
{
    private const string AllCustomers = """
        SELECT c.customer, s.version, s.state FROM customer_list c LEFT JOIN snapshots s ON s.customer = c.customer
        ORDER BY c.customer
        """;

    private const string TurnsAfter = "SELECT events FROM journal WHERE customer = ?1 AND version > ?2 ORDER BY version";

    private readonly Lock _taking = new();
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _customers;
    private readonly sqlite3_stmt _turns;
    private bool _ended;

    public SqlitePortfolioReading(SqliteDatabase database)
    {
        _connection = database.Connect();

        // The moment everything is read as of: the first statement of a transaction fixes it.
        Check(raw.sqlite3_exec(Database, "BEGIN"));
        using (var count = Prepare("SELECT count(*) FROM customer_list"))
        {
            Step(count);
            Customers = raw.sqlite3_column_int(count, 0);
        }

        _customers = Prepare(AllCustomers);
        _turns = Prepare(TurnsAfter);
    }

    public int Customers { get; }

    private sqlite3 Database => _connection.Handle!;

    public bool TryTake(CustomerBytes into)
    {
        lock (_taking)
        {
            if (_ended || !Step(_customers))
            {
                _ended = true;
                return false;
            }

            var customer = raw.sqlite3_column_text(_customers, 0).utf8_to_string();
            into.Begin(customer);
            if (raw.sqlite3_column_blob(_customers, 2) is { IsEmpty: false } state)
            {
                into.AddSnapshot(state);
            }

            TakeTurns(into, raw.sqlite3_column_int64(_customers, 1));
            return true;
        }
    }

    public void TakeJournal(CustomerBytes into)
    {
        lock (_taking)
        {
            into.BeginAgain();
            TakeTurns(into, after: 0);
        }
    }

    public void Dispose()
    {
        _customers.Dispose();
        _turns.Dispose();
        raw.sqlite3_exec(Database, "ROLLBACK");
        _connection.Dispose();
    }

    private void TakeTurns(CustomerBytes into, long after)
    {
        Check(raw.sqlite3_bind_text(_turns, 1, into.Customer.Value));
        Check(raw.sqlite3_bind_int64(_turns, 2, after));
        while (Step(_turns))
        {
            into.AddTurn(raw.sqlite3_column_blob(_turns, 0));
        }

        raw.sqlite3_reset(_turns);
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(Database, sql, out var statement));
        return statement;
    }

    private bool Step(sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return code == raw.SQLITE_ROW;
        }

        raw.sqlite3_reset(statement);
        SqliteException.ThrowExceptionForRC(code, Database);
        return false;
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, Database);
        }
    }
}
