using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Planning.Grains.Store;

/// <summary>Looks at a database file before anything may write to it.</summary>
internal static class SqliteFile
{
    /// <summary>“PLAN” in the header field that SQLite keeps for the application that owns a file.</summary>
    public const int ApplicationId = 0x504C414E;

    private const int HeaderLength = 100;

    /// <summary>Refuses a file that is foreign, newer than this program or damaged, without touching it.</summary>
    /// <exception cref="StoreRefusedException">The reason, in words for whoever runs the host.</exception>
    public static void Examine(string path, int newestSchema)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return;
        }

        var header = ReadHeader(path);
        if (!header.AsSpan(0, 16).SequenceEqual("SQLite format 3\0"u8))
        {
            throw new StoreRefusedException(
                path, "this is not a database of Planning: the file does not begin as an SQLite database does. Name another data directory, or restore a backup.");
        }

        var application = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(68));
        var schema = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(60));
        if (application != ApplicationId && (application != 0 || !IsJustBegun(path)))
        {
            throw new StoreRefusedException(
                path, "this SQLite database belongs to another program. Name another data directory.");
        }

        RefuseNewer(path, schema, newestSchema);
        CheckPages(path);
    }

    public static void RefuseNewer(string path, int schema, int newestSchema)
    {
        if (schema > newestSchema)
        {
            throw new StoreRefusedException(path, string.Create(
                CultureInfo.InvariantCulture,
                $"the database has schema version {schema}, this program knows versions up to {newestSchema}. Start the newer program that wrote it."));
        }
    }

    private static byte[] ReadHeader(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var header = new byte[HeaderLength];
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
        {
            throw new StoreRefusedException(
                path, "the file is too short to be a database. Restore a backup, or name another data directory.");
        }

        return header;
    }

    // A host that was killed while it made the file has left one that is empty, or that says only in its log whose it is.
    private static bool IsJustBegun(string path)
    {
        try
        {
            return Ask(path, string.Create(
                CultureInfo.InvariantCulture,
                $"""
                SELECT application_id = {ApplicationId} OR (application_id = 0 AND user_version = 0
                    AND NOT EXISTS (SELECT 1 FROM sqlite_master))
                FROM pragma_application_id, pragma_user_version
                """)) is 1L;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static void CheckPages(string path)
    {
        ReadThrough(path);
        var found = FirstDamage(path);
        if (found != "ok")
        {
            throw new StoreRefusedException(
                path, $"the database is damaged ({found}). Nothing was written to it. Restore a backup, or name another data directory.");
        }
    }

    // The check goes from page to page all over the file. Read once from end to end, the file is in the operating system's
    // memory when the check asks for it: after a boot, 400 MB then take one second in place of five.
    private static void ReadThrough(string path)
    {
        using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        var block = new byte[1 << 20];
        while (file.Read(block) > 0)
        {
            // What was read is not looked at here.
        }
    }

    private static string FirstDamage(string path)
    {
        try
        {
            return ((string)Ask(path, "PRAGMA quick_check(1)")!).ReplaceLineEndings(" ");
        }
        catch (SqliteException damage)
        {
            return damage.Message;
        }
    }

    // With no write-ahead log beside it the file is complete and can be read as immutable: not a byte is written, not
    // even a lock. With a log, a read-only connection sees both and leaves both.
    private static object? Ask(string path, string sql)
    {
        var isComplete = new FileInfo(path + "-wal") is not { Exists: true, Length: > 0 };
        var address = $"file:{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1";
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = isComplete ? address : path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
