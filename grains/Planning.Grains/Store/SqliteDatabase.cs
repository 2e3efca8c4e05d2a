using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Planning.Grains.Store;

/// <summary>One SQLite file, opened and brought to this program's schema.</summary>
internal sealed class SqliteDatabase
{
    // Waits for another process's writer as long as a command may take. Folding the log back is WriteAheadLog's.
    private const string Settings = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA busy_timeout = 30000;
        PRAGMA wal_autocheckpoint = 0;
        PRAGMA foreign_keys = ON;
        """;

    private readonly string _connectionString;

    private SqliteDatabase(string path) => _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Pooling = true,
        DefaultTimeout = 30,
    }.ConnectionString;

    /// <summary>Opens the file, or makes it; an older schema is migrated in one transaction.</summary>
    /// <exception cref="StoreRefusedException">The file is foreign, newer or damaged; it is left as it was.</exception>
    public static SqliteDatabase Open(string path)
    {
        var scripts = Scripts();
        SqliteFile.Examine(path, scripts.Count);
        var database = new SqliteDatabase(path);
        using var connection = database.Connect();
        Migrate(connection, path, scripts);
        return database;
    }

    /// <summary>A connection from the pool, with this database's settings.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        Run(connection, Settings);
        return connection;
    }

    public void Close() => SqliteConnection.ClearPool(new SqliteConnection(_connectionString));

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. from name in assembly.GetManifestResourceNames()
               where name.EndsWith(".sql", StringComparison.Ordinal)
               orderby name
               select Read(assembly, name),
        ];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static void Migrate(SqliteConnection connection, string path, List<string> scripts)
    {
        // Immediate: of two hosts that start together the second waits here and then finds the work done.
        using var transaction = connection.BeginTransaction(deferred: false);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var schema = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        SqliteFile.RefuseNewer(path, schema, scripts.Count);
        if (schema == scripts.Count)
        {
            return;
        }

        foreach (var script in scripts.Skip(schema))
        {
            Run(connection, script);
        }

        Run(connection, string.Create(
            CultureInfo.InvariantCulture,
            $"PRAGMA application_id = {SqliteFile.ApplicationId}; PRAGMA user_version = {scripts.Count};"));
        transaction.Commit();

        // The header must say at once whose file this is and which version: the check before opening reads it there.
        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
