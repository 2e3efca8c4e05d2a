using Planning.Grains.Embedded;

namespace Planning.Host.Api;

/// <summary>Sweeps the portfolio for what time alone has changed: when the host starts, and at the beginning of each day (UTC).</summary>
internal sealed partial class SweepHost(EmbeddedRuntime runtime, ILogger<SweepHost> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host answers first; whoever waits for it to start does not wait for the sweep.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = runtime.Clock.GetUtcNow();
            try
            {
                var told = await runtime.Sweep.RunAsync(
                    now.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), "sweep", null, stoppingToken);
                Swept(told);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(fault);
            }

            // Ended while it waits, it has nothing to tell.
            await Task.Delay(now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime, runtime.Clock, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The sweep told of {Customers} customers.")]
    private partial void Swept(int customers);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sweep failed; it is tried again tomorrow.")]
    private partial void Failed(Exception fault);
}
