using Microsoft.Extensions.Diagnostics.HealthChecks;
using Planning.Grains.Store;

namespace Planning.Host.Api;

/// <summary>Ready means that the database answers.</summary>
internal sealed class StoreHealth(IPortfolio portfolio) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await portfolio.ListAsync(null, 1, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
