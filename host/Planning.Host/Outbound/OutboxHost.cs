using Planning.Grains.Outbox;

namespace Planning.Host.Outbound;

/// <summary>Keeps the outbox going while the host runs.</summary>
internal sealed class OutboxHost(OutboxPump pump) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => pump.RunAsync(stoppingToken);
}
