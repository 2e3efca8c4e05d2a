using Microsoft.Data.Sqlite;
using Planning.Grains.Store;

namespace Planning.Grains.Tests.Support;

/// <summary>A database file in a folder of its own, which is gone after the spec.</summary>
public sealed class Database : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("planning-");

    public string Path => File("planning.db");

    public string File(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public SqliteCustomerStore Open() => SqliteCustomerStore.Open(Path);

    /// <summary>Every file of the folder with every byte.</summary>
    public IReadOnlyDictionary<string, string> Bytes() => _folder.GetFiles()
        .ToDictionary(file => file.Name, file => Convert.ToHexString(System.IO.File.ReadAllBytes(file.FullName)));

    /// <summary>Every row of every table, wherever in the file or its log it stands.</summary>
    public string Contents()
    {
        using var connection = Connect(Path);
        var tables = Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
        return string.Join('\n', tables.SelectMany(table => Rows(connection, $"SELECT * FROM {table}").Prepend(table)));
    }

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }

    /// <summary>Runs statements as another program would.</summary>
    public void Run(string sql) => Run(Path, sql);

    public static void Run(string path, string sql)
    {
        using var connection = Connect(path);
        Run(connection, sql);
    }

    public static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
