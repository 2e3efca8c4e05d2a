using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Planning.Grains.Store;

/// <summary>The one writer of the database: what is ready together becomes durable with one flush of the disk.</summary>
/// <remarks>Each piece of work has a savepoint of its own, so that its failure is its own. Nothing is answered before
/// the whole group is on the disk.</remarks>
internal sealed class GroupCommit : IAsyncDisposable
{
    private readonly Channel<Work> _queue = Channel.CreateBounded<Work>(
        new BoundedChannelOptions(4096) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly SqliteSession _session;
    private readonly int _largestGroup;
    private readonly Task _writer;

    /// <param name="largestGroup">1 makes every piece of work a transaction of its own.</param>
    public GroupCommit(SqliteConnection connection, int largestGroup)
    {
        _session = new SqliteSession(connection);
        _largestGroup = largestGroup;
        _writer = Task.Factory.StartNew(
            Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Runs the work inside the next group and returns once the group is durable.</summary>
    /// <param name="cancellationToken">Gives up while it still waits in the queue; later it is carried out.</param>
    public async Task<T> RunAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        var waiting = new Work<T>(work, cancellationToken);
        await _queue.Writer.WriteAsync(waiting, cancellationToken);
        return await waiting.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writer;
        _session.Dispose();
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
        }
    }

    private void Commit(List<Work> group)
    {
        try
        {
            _session.Execute("BEGIN IMMEDIATE");
            foreach (var work in group)
            {
                work.Run(_session);
            }

            _session.Execute("COMMIT");
        }
        catch (Exception fault)
        {
            // Whether the group was kept is unknown to us; everybody in it is told so and loads again.
            _session.RollBack();
            group.ForEach(work => work.Fail(fault));
            if (fault is not SqliteException)
            {
                throw;
            }

            return;
        }

        group.ForEach(work => work.Answer());
    }

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
        private Exception? _fault;

        public Task<T> Task => _done.Task;

        public override bool GaveUp() => cancellationToken.IsCancellationRequested && _done.TrySetCanceled(cancellationToken);

        public override void Run(SqliteSession session)
        {
            session.Execute("SAVEPOINT work");
            try
            {
                _result = work(session);
                session.Execute("RELEASE work");
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // Also a bug of ours: it is told to whoever asked, and the writer lives on for everybody else.
                _fault = fault;
                session.Execute("ROLLBACK TO work");
                session.Execute("RELEASE work");
            }
        }

        public override void Answer()
        {
            if (_fault is null)
            {
                _done.TrySetResult(_result);
            }
            else
            {
                _done.TrySetException(_fault);
            }
        }

        public override void Fail(Exception fault) => _done.TrySetException(fault);
    }
}
