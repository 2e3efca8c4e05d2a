using Microsoft.Extensions.Logging;
using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;
using Planning.Workflows.Playbooks;

namespace Planning.Grains.Timers;

/// <summary>Tells customers that a time of theirs has come, lets idle ones leave memory, and says when rules cannot be read.</summary>
/// <param name="troubles">Why rules that should judge do not; asked for at each beat.</param>
/// <remarks>The timer is part of the message id, so a timer that is told twice, by two hosts or after a crash, has one effect.</remarks>
public sealed partial class TimerPump(
    ITimers timers,
    CustomerGrains grains,
    Func<IReadOnlyList<PlaybookMistake>> troubles,
    TimeProvider clock,
    ILogger<TimerPump> logger)
{
    private const int AtOnce = 256;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private IReadOnlyList<PlaybookMistake> _told = [];

    /// <summary>Runs until cancelled. A fault of the store is logged and tried again at the next beat.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var beat = new PeriodicTimer(Beat, clock);
        try
        {
            do
            {
                await TryTellAsync(cancellationToken);
                LogTroubles();
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
    /// <returns>How many timers were told; those that could not be are told again at the next beat.</returns>
    public async Task<int> TellAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        var toldBefore = -1;
        IReadOnlyList<DueTimer> due;
        do
        {
            (toldBefore, due) = (told, await timers.DueAsync(clock.GetUtcNow(), AtOnce, cancellationToken));
            await Parallel.ForEachAsync(due, cancellationToken, async (timer, token) =>
            {
                if (await TryTellAsync(timer, token))
                {
                    Interlocked.Increment(ref told);
                }
            });
        }
        while (due.Count == AtOnce && told > toldBefore);
        return told;
    }

    // Whatever is wrong with one customer, time goes on for the others.
    private async Task<bool> TryTellAsync(DueTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            var message = new Message($"timer:{timer.Name}:{timer.Due}", "timer", new Request.TimerDue(timer.Name));
            await grains.SendAsync(timer.Customer, message, cancellationToken);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogCustomerFault(logger, timer.Customer.Value, timer.Name, fault);
            return false;
        }
    }

    private async Task TryTellAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TellAsync(cancellationToken);
        }
        catch (System.Data.Common.DbException fault)
        {
            LogFault(logger, fault);
        }
    }

    // Once for each trouble, however long it lasts.
    private void LogTroubles()
    {
        try
        {
            var now = troubles();
            foreach (var trouble in now.Except(_told))
            {
                LogTrouble(logger, trouble.ToString());
            }

            _told = now;
        }
        catch (System.Data.Common.DbException fault)
        {
            LogFault(logger, fault);
        }
    }

    [LoggerMessage(
        EventId = 3, Level = LogLevel.Error, Message = "Rules that should judge cannot be read; the last good ones judge on. {Trouble}")]
    private static partial void LogTrouble(ILogger logger, string trouble);

    [LoggerMessage(
        EventId = 2, Level = LogLevel.Error, Message = "The customer {Customer} could not be told of {Timer}; trying again at the next beat.")]
    private static partial void LogCustomerFault(ILogger logger, string customer, string timer, Exception fault);

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Timers could not be told; trying again at the next beat.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
