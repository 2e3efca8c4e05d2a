using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Planning.Grains.Store;

/// <summary>The writer's connection with its statements prepared once: it runs the same few all day.</summary>
/// <remarks>Straight on SQLite's own calls. Dapper prepares anew at each call, and a SqliteCommand makes a reader and
/// looks its parameters up by name each time: both cost more than a small write itself. One thread only.</remarks>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, sqlite3_stmt> _prepared = new(StringComparer.Ordinal);

    private sqlite3 Database => connection.Handle!;

    /// <param name="sql">One statement, a constant text with parameters $1, $2, … in this order.</param>
    /// <returns>How many rows it changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        var statement = Bind(sql, values);
        while (Step(statement))
        {
            // A statement with an answer nobody asked for: it has effect only when run to its end.
        }

        raw.sqlite3_reset(statement);
        return raw.sqlite3_changes(Database);
    }

    /// <returns>The first column of the first row as text; nothing without a row.</returns>
    public string? Text(string sql, params ReadOnlySpan<object?> values)
    {
        var statement = Bind(sql, values);
        var text = Step(statement) ? raw.sqlite3_column_text(statement, 0).utf8_to_string() : null;
        raw.sqlite3_reset(statement);
        return text;
    }

    /// <returns>How many pages this connection has written since it was asked last.</returns>
    public int PagesWritten()
    {
        raw.sqlite3_db_status(Database, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1);
        return pages;
    }

    /// <summary>Brings what is in the write-ahead log into the file, as far as no reader needs the older pages.</summary>
    /// <remarks>Never fails: what is not folded stays in the log, and a fault of the disk shows at the next commit.</remarks>
    public void FoldLog() =>
        raw.sqlite3_wal_checkpoint_v2(Database, null, raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);

    /// <summary>Undoes the open transaction, unless an error has undone it already.</summary>
    public void RollBack()
    {
        if (raw.sqlite3_get_autocommit(Database) == 0)
        {
            // A fault of the disk may strike here too; the file is then as before all the same, by its log.
            raw.sqlite3_exec(Database, "ROLLBACK");
        }
    }

    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private sqlite3_stmt Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v3(Database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
            _prepared.Add(sql, statement);
        }

        for (var i = 0; i < values.Length; i++)
        {
            Check(values[i] switch
            {
                null => raw.sqlite3_bind_null(statement, i + 1),
                string text => raw.sqlite3_bind_text(statement, i + 1, text),
                long number => raw.sqlite3_bind_int64(statement, i + 1, number),
                byte[] bytes => raw.sqlite3_bind_blob(statement, i + 1, bytes),
                int number => raw.sqlite3_bind_int64(statement, i + 1, number),
                var other => throw new ArgumentException($"A {other.GetType().Name} cannot be kept.", nameof(values)),
            });
        }

        return statement;
    }

    private bool Step(sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return code == raw.SQLITE_ROW;
        }

        // Before the exception is made: reset gives the statement free, and repeats the code.
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
