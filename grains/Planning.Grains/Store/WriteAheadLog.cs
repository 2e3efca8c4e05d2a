using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Planning.Grains.Store;

/// <summary>Folds the write-ahead log back into the database beside the writer, so that no answer waits for it.</summary>
/// <remarks>Folding writes pages all over the file, which takes many times as long as a commit. It goes on while the
/// writer appends; but the log begins anew only when the writer finds all of it folded. So once the log is long, the
/// writer itself folds the little that came in since the last fold ended. One thread only, the writer's.</remarks>
internal sealed class WriteAheadLog(SqliteConnection connection) : IAsyncDisposable
{
    // In pages of 4 kB: 16 MB, and 64 MB, which a restart after a crash still reads in a fraction of a second.
    private const int Fold = 4_000;
    private const int Long = 16_000;

    private Task? _folding;
    private int _length;
    private int _unfolded;

    private sqlite3 Database => connection.Handle!;

    /// <summary>To be told after each commit, outside of a transaction.</summary>
    public void Grew(SqliteSession writer)
    {
        var pages = writer.PagesWritten();
        _length += pages;
        _unfolded += pages;
        switch (_folding)
        {
            case null when _unfolded >= Fold:
                _unfolded = 0;
                _folding = Task.Run(FoldBack);
                break;
            case { IsCompleted: true }:
                _folding = null;
                FoldTheRest(writer);
                break;
            default:
                break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_folding ?? Task.CompletedTask);
        await connection.DisposeAsync();
    }

    private void FoldTheRest(SqliteSession writer)
    {
        if (_length >= Long)
        {
            writer.Execute("PRAGMA wal_checkpoint(PASSIVE)");
            writer.PagesWritten();
            _length = _unfolded = 0;
        }
    }

    // Its outcome does not matter: what is not folded stays in the log, and a fault of the disk shows at the next commit.
    private void FoldBack() => raw.sqlite3_wal_checkpoint_v2(Database, null, raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);
}
