using Microsoft.Extensions.Logging;
using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;

namespace Planning.Grains.Timers;

/// <summary>Tells customers that a time of theirs has come, and lets idle ones leave memory.</summary>
/// <remarks>The timer is part of the message id, so a timer that is told twice, by two hosts or after a crash, has one effect.</remarks>
public sealed partial class TimerPump(
    ITimers timers, CustomerGrains grains, TimeProvider clock, ILogger<TimerPump> logger)
{
    private const int AtOnce = 256;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>Runs until cancelled. A fault of the store is logged and tried again at the next beat.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var beat = new PeriodicTimer(Beat, clock);
        try
        {
            do
            {
                await TryTellAsync(cancellationToken);
                grains.Sweep();
            }
            while (await beat.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host is stopping; what is due stays due.
        }
    }

    /// <summary>Tells every customer whose time has come by now.</summary>
    /// <returns>How many timers were told.</returns>
    public async Task<int> TellAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        IReadOnlyList<DueTimer> due;
        do
        {
            due = await timers.DueAsync(clock.GetUtcNow(), AtOnce, cancellationToken);
            await Parallel.ForEachAsync(due, cancellationToken, async (timer, token) => await grains.SendAsync(
                timer.Customer,
                new Message($"timer:{timer.Name}:{timer.Due}", "timer", new Request.TimerDue(timer.Name)),
                token));
            told += due.Count;
        }
        while (due.Count == AtOnce);
        return told;
    }

    private async Task TryTellAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TellAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or CustomerContestedException)
        {
            LogFault(logger, fault);
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Timers could not be told; trying again at the next beat.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
