using Microsoft.Extensions.Logging;
using Planning.Flows.Runtime;
using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;
using Planning.Workflows.Playbooks;

namespace Planning.Grains.Timers;

/// <summary>Sets clocks, tells customers that a time of theirs has come, lets idle ones leave memory, and says when rules
/// cannot be read.</summary>
/// <param name="troubles">Why rules that should judge do not; asked for at each beat.</param>
/// <remarks>The timer is part of the message id, so a timer that is told twice, by two hosts or after a crash, has one effect.</remarks>
public sealed partial class TimerPump(
    ITimers timers,
    CustomerGrains grains,
    Clocks clocks,
    Func<IReadOnlyList<PlaybookMistake>> troubles,
    TimeProvider clock,
    ILogger<TimerPump> logger)
{
    private const int AtOnce = 256;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private IReadOnlyList<PlaybookMistake> _told = [];
    private DefinitionSet? _set;

    /// <summary>Runs until cancelled. A fault of the store is logged and tried again at the next beat.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var beat = new PeriodicTimer(Beat, clock);
        try
        {
            do
            {
                await TryAsync(SetClocksAsync, cancellationToken);
                await TryAsync(TellAsync, cancellationToken);
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

    /// <summary>The next time that comes.</summary>
    /// <returns>Nothing when none comes by then.</returns>
    public async Task<DueTimer?> NextAsync(DateTimeOffset until, CancellationToken cancellationToken) =>
        (await timers.DueAsync(until, 1, cancellationToken)).SingleOrDefault();

    /// <summary>Sets the clocks of workflows by the versions in force, if there are others than before.</summary>
    public async Task SetClocksAsync(CancellationToken cancellationToken)
    {
        var definitions = clocks.Definitions;
        if (ReferenceEquals(definitions, _set))
        {
            return;
        }

        var all = true;
        foreach (var definition in Clocks.Of(definitions))
        {
            all &= await TrySetAsync(definition, definitions, cancellationToken);
        }

        _set = all ? definitions : null;
    }

    private async Task<bool> TrySetAsync(string definition, DefinitionSet definitions, CancellationToken cancellationToken)
    {
        try
        {
            await clocks.SetAsync(definition, definitions, cancellationToken);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogClockFault(logger, definition, fault);
            return false;
        }
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

    private async Task TryAsync(Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        try
        {
            await act(cancellationToken);
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
        EventId = 4, Level = LogLevel.Error, Message = "The clock of the workflow {Workflow} could not be set; trying again at the next beat.")]
    private static partial void LogClockFault(ILogger logger, string workflow, Exception fault);

    [LoggerMessage(
        EventId = 3, Level = LogLevel.Error, Message = "Rules that should judge cannot be read; the last good ones judge on. {Trouble}")]
    private static partial void LogTrouble(ILogger logger, string trouble);

    [LoggerMessage(
        EventId = 2, Level = LogLevel.Error, Message = "The customer {Customer} could not be told of {Timer}; trying again at the next beat.")]
    private static partial void LogCustomerFault(ILogger logger, string customer, string timer, Exception fault);

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Timers could not be told; trying again at the next beat.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
