namespace Planning.Grains.Store;

/// <summary>Folds the write-ahead log back into the database beside the writer, so that no answer waits for it.</summary>
/// <remarks>Folding writes pages all over the file, which takes many times as long as a commit. It goes on while the
/// writer appends; but the log begins anew only when the writer finds all of it folded. So once the log is long, the
/// writer itself folds the little that came in since the last fold ended. One thread only, the writer's.</remarks>
internal sealed class WriteAheadLog(SqliteSession beside) : IAsyncDisposable
{
    // In pages of 4 kB: 16 MB, and 256 MB, which a restart after a crash reads in well under a second. Fewer than one
    // command in a hundred then meets the writer while it folds, also at the highest load.
    private const int Fold = 4_000;
    private const int Long = 64_000;

    private Task? _folding;
    private int _length;
    private int _unfolded;

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
                _folding = Task.Run(beside.FoldLog);
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
        beside.Dispose();
    }

    private void FoldTheRest(SqliteSession writer)
    {
        if (_length >= Long)
        {
            writer.FoldLog();
            writer.PagesWritten();
            _length = _unfolded = 0;
        }
    }
}
