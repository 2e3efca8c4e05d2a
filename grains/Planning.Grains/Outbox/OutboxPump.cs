using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using Planning.Flows.Runtime;
using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;

namespace Planning.Grains.Outbox;

/// <summary>Sends what stands in the outbox, and tells customers what came of it.</summary>
/// <remarks>At least once: whoever is killed between sending and telling sends again when its time with the entry is
/// over. The entry's id is part of the message id and goes along with the request, so an outcome has one effect here,
/// and a receiver can tell a repeated request.</remarks>
public sealed partial class OutboxPump(
    IOutbox outbox, CustomerGrains grains, IHttpSender sender, TimeProvider clock, ILogger<OutboxPump> logger) : IDisposable
{
    /// <summary>Requests under way at the most.</summary>
    public const int AtOnce = 64;

    /// <summary>Requests under way to one receiver: a slow one does not hold up the others.</summary>
    public const int AtOneReceiver = 8;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenDepths = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromMinutes(2);

    /// <summary>How long an entry is ours: an attempt and what comes after it.</summary>
    private static readonly TimeSpan Taken = LongestAttempt + TimeSpan.FromMinutes(1);

    /// <summary>How long a customer that could not be told is left alone.</summary>
    private static readonly TimeSpan BeforeTellingAgain = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, string> _receivers = new(StringComparer.Ordinal);
    private readonly List<Task> _underWay = [];
    private readonly SemaphoreSlim _awake = new(0, 1);
    private OutboxDepth _depth = new(0, null);
    private DateTimeOffset _depthTold;

    /// <summary>Runs until cancelled; then what is under way is put back. A fault of the store is tried again.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        outbox.Added += WakeUp;
        try
        {
            while (true)
            {
                await TryStartDueAsync(cancellationToken);
                await _awake.WaitAsync(Beat, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host is stopping; what is due stays due.
        }
        finally
        {
            outbox.Added -= WakeUp;
            await Task.WhenAll(_underWay);
        }
    }

    /// <summary>Sends everything that is due by now, and waits for what comes of it.</summary>
    /// <returns>How many entries were taken.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        int started;
        do
        {
            started = await StartDueAsync(cancellationToken);
            taken += started;
            await Task.WhenAll(_underWay);
        }
        while (started > 0);
        return taken;
    }

    public void Dispose() => _awake.Dispose();

    private async Task TryStartDueAsync(CancellationToken cancellationToken)
    {
        try
        {
            await StartDueAsync(cancellationToken);
            await TellDepthAsync(cancellationToken);
        }
        catch (DbException fault)
        {
            LogStoreFault(logger, fault);
        }
    }

    private async Task<int> StartDueAsync(CancellationToken cancellationToken)
    {
        _underWay.RemoveAll(task => task.IsCompleted);
        var now = clock.GetUtcNow();
        var due = Room(await outbox.DueAsync(now, AtOneReceiver, 2 * AtOnce, cancellationToken));

        // Side by side, so that the takings share a flush of the disk; also while the host is stopping, so that none is
        // taken without our knowing.
        var taken = await Task.WhenAll(due.Select(async entry =>
            (Entry: entry, Content: await outbox.TakeAsync(entry, now + Taken, CancellationToken.None))));
        foreach (var (entry, content) in taken)
        {
            if (content is not null && _receivers.TryAdd(entry.Id, entry.Receiver))
            {
                _underWay.Add(CarryAsync(entry, content, cancellationToken));
            }
        }

        return taken.Count(one => one.Content is not null);
    }

    // Those that the limits leave room for: as many are passed over as are under way, so twice as many are enough.
    private List<DueEntry> Room(IReadOnlyList<DueEntry> due)
    {
        var free = AtOnce - _receivers.Count;
        var busy = _receivers.Values.CountBy(receiver => receiver).ToDictionary(StringComparer.Ordinal);
        var room = new List<DueEntry>();
        foreach (var entry in due.Where(entry => !_receivers.ContainsKey(entry.Id)))
        {
            if (room.Count < free && busy.GetValueOrDefault(entry.Receiver) is var here and < AtOneReceiver)
            {
                busy[entry.Receiver] = here + 1;
                room.Add(entry);
            }
        }

        return room;
    }

    // Whatever is wrong with one entry, the others go their way; this one is due again when its time with us is over.
    private async Task CarryAsync(DueEntry entry, string content, CancellationToken cancellationToken)
    {
        try
        {
            if (entry.Answered)
            {
                await TellAsync(entry, TurnJson.Read<HttpOutcome>(content));
            }
            else
            {
                await SendAsync(entry, TurnJson.Read<HttpCall>(content), cancellationToken);
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogEntryFault(logger, entry.Id, entry.Customer.Value, fault);
        }
        finally
        {
            _receivers.TryRemove(entry.Id, out _);
            WakeUp(this, EventArgs.Empty);
        }
    }

    private async Task SendAsync(DueEntry entry, HttpCall call, CancellationToken cancellationToken)
    {
        var attempts = entry.Attempts + 1;
        HttpAttempt attempt;
        try
        {
            attempt = await sender.SendAsync(RequestOf(call), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await outbox.PutBackAsync(entry.Id, clock.GetUtcNow(), entry.Attempts, null, CancellationToken.None);
            return;
        }

        if (Redelivery.After(call, attempts, attempt, clock.GetUtcNow()) is { } again)
        {
            await outbox.PutBackAsync(
                entry.Id, again, attempts, TurnJson.Write(OutcomeOf(attempt)), CancellationToken.None);
            LogAgain(logger, entry.Id, entry.Receiver, attempts, again);
        }
        else
        {
            await TellAsync(entry, OutcomeOf(attempt));
        }
    }

    // Also while the host is stopping: what is known need not be asked again.
    private async Task TellAsync(DueEntry entry, HttpOutcome outcome)
    {
        try
        {
            await grains.SendAsync(
                entry.Customer,
                new Message($"http:{entry.Id}", "outbox", new Request.HttpAnswered(entry.Id, outcome)),
                CancellationToken.None);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogCustomerFault(logger, entry.Customer.Value, entry.Id, fault);
            await outbox.KeepOutcomeAsync(
                entry.Id, clock.GetUtcNow() + BeforeTellingAgain, TurnJson.Write(outcome), CancellationToken.None);
        }
    }

    private async Task TellDepthAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - _depthTold < BetweenDepths)
        {
            return;
        }

        _depthTold = now;
        var depth = await outbox.DepthAsync(cancellationToken);
        if (depth != _depth)
        {
            _depth = depth;
            LogDepth(logger, depth.Entries, depth.Oldest);
        }
    }

    private static OutgoingRequest RequestOf(HttpCall call) => new(
        call.Id, call.Method, call.Url, call.Headers, call.ContentType, call.Body,
        call.Timeout > LongestAttempt ? LongestAttempt : call.Timeout);

    private static HttpOutcome OutcomeOf(HttpAttempt attempt) => attempt switch
    {
        HttpAttempt.Answered answered => new HttpOutcome.Answered(
            answered.StatusCode, answered.Headers, answered.ContentType, answered.Body),
        HttpAttempt.TimedOut => new HttpOutcome.TimedOut(),
        HttpAttempt.Failed failed => new HttpOutcome.FailedToConnect(failed.Reason),
        HttpAttempt.Impossible impossible => new HttpOutcome.FailedToConnect(impossible.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private void WakeUp(object? sender, EventArgs happened)
    {
        if (_awake.CurrentCount > 0)
        {
            return;
        }

        try
        {
            _awake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else was faster; awake is awake.
        }
    }

    [LoggerMessage(
        EventId = 5,
        Level = LogLevel.Information,
        Message = "Entries in the outbox: {Entries}, the first of them due at {Oldest}.")]
    private static partial void LogDepth(ILogger logger, int entries, string? oldest);

    [LoggerMessage(
        EventId = 4,
        Level = LogLevel.Information,
        Message = "{Entry} to {Receiver} has failed, attempt {Attempts}; sent again at {Again}.")]
    private static partial void LogAgain(
        ILogger logger, string entry, string receiver, int attempts, DateTimeOffset again);

    [LoggerMessage(
        EventId = 3,
        Level = LogLevel.Error,
        Message = "The customer {Customer} could not be told what came of {Entry}; told again later.")]
    private static partial void LogCustomerFault(ILogger logger, string customer, string entry, Exception fault);

    [LoggerMessage(
        EventId = 2,
        Level = LogLevel.Error,
        Message = "The outbox entry {Entry} of {Customer} could not be handled; tried again later.")]
    private static partial void LogEntryFault(ILogger logger, string entry, string customer, Exception fault);

    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Error,
        Message = "The outbox could not be read; tried again at the next beat.")]
    private static partial void LogStoreFault(ILogger logger, Exception fault);
}
