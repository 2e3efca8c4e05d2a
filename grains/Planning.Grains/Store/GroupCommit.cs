using System.Threading.Channels;

namespace Planning.Grains.Store;

/// <summary>The one writer of the database: what is ready together becomes durable with one flush of the disk.</summary>
/// <remarks>Nothing is answered before the whole group is on the disk. A group in which something fails is undone, and
/// each of its pieces then has a transaction of its own, so that a failure is only its own.</remarks>
internal sealed class GroupCommit : IAsyncDisposable
{
    // 16 MB: the inner pages of every index and what the customers of the day wrote last.
    private const string Cache = "PRAGMA cache_size = -16000";

    private readonly Channel<Work> _queue = Channel.CreateBounded<Work>(
        new BoundedChannelOptions(4096) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly SqliteSession _session;
    private readonly WriteAheadLog _log;
    private readonly int _largestGroup;
    private readonly Task _writer;

    /// <param name="database">Where to write.</param>
    /// <param name="largestGroup">1 makes every piece of work a transaction of its own.</param>
    public GroupCommit(SqliteDatabase database, int largestGroup)
    {
        _session = new SqliteSession(database.Connect());
        _session.Execute(Cache);
        _log = new WriteAheadLog(new SqliteSession(database.Connect()));
        _largestGroup = largestGroup;
        _writer = Task.Factory.StartNew(
            Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Runs the work inside the next group and returns once the group is durable.</summary>
    /// <param name="work">May be run again when the group it ran in was undone.</param>
    /// <param name="cancellationToken">Gives up while it still waits in the queue; later it is carried out.</param>
    public Task<T> RunAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        var waiting = new Work<T>(work, cancellationToken);
        return _queue.Writer.TryWrite(waiting) ? waiting.Task : WhenThereIsRoomAsync(waiting, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writer;
        await _log.DisposeAsync();
        _session.Dispose();
    }

    private async Task<T> WhenThereIsRoomAsync<T>(Work<T> waiting, CancellationToken cancellationToken)
    {
        await _queue.Writer.WriteAsync(waiting, cancellationToken);
        return await waiting.Task;
    }

    private void Write()
    {
        var group = new List<Work>(_largestGroup);
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < _largestGroup && _queue.Reader.TryRead(out var work))
            {
                if (!work.GaveUp())
                {
                    group.Add(work);
                }
            }

            Commit(group);
            group.Clear();
            _log.Grew(_session);
        }
    }

#pragma warning disable CA1031 // Whatever it is, fault or bug, it goes to whoever asked; the writer goes on.
    private void Commit(List<Work> group)
    {
        try
        {
            if (!TryRun(group))
            {
                group.ForEach(work => Commit([work]));
                return;
            }

            _session.Execute("COMMIT");
        }
        catch (Exception fault)
        {
            // Whether the group was kept is unknown to us; everybody in it is told so and loads again.
            _session.RollBack();
            group.ForEach(work => work.Fail(fault));
            return;
        }

        group.ForEach(work => work.Answer());
    }

    /// <returns>Whether the group waits for its commit; if not it was undone, for each of it to be tried alone.</returns>
    private bool TryRun(List<Work> group)
    {
        _session.Execute("BEGIN IMMEDIATE");
        try
        {
            group.ForEach(work => work.Run(_session));
            return true;
        }
        catch (Exception) when (group.Count > 1)
        {
            _session.RollBack();
            return false;
        }
    }
#pragma warning restore CA1031

    private abstract class Work
    {
        public abstract bool GaveUp();

        public abstract void Run(SqliteSession session);

        public abstract void Answer();

        public abstract void Fail(Exception fault);
    }

    private sealed class Work<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) : Work
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;

        public Task<T> Task => _done.Task;

        public override bool GaveUp() => cancellationToken.IsCancellationRequested && _done.TrySetCanceled(cancellationToken);

        public override void Run(SqliteSession session) => _result = work(session);

        public override void Answer() => _done.TrySetResult(_result);

        public override void Fail(Exception fault) => _done.TrySetException(fault);
    }
}
