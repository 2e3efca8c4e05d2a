using Planning.Grains.Timers;

namespace Planning.Host.Api;

/// <summary>Keeps the timers going while the host runs.</summary>
internal sealed class TimerHost(TimerPump pump) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => pump.RunAsync(stoppingToken);
}
