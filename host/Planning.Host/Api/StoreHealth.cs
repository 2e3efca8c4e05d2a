using Microsoft.Extensions.Diagnostics.HealthChecks;
using Planning.Grains.Store;
using Planning.Grains.Versions;

namespace Planning.Host.Api;

/// <summary>Ready means that the database answers. Rules that should be in force and cannot be read make it degraded: the
/// last good ones judge on.</summary>
internal sealed class StoreHealth(IPortfolio portfolio, RuleSets ruleSets) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await portfolio.ListAsync(null, 1, cancellationToken);
        return ruleSets.Troubles is []
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(string.Join(' ', ruleSets.Troubles));
    }
}
