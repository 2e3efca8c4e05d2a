using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Accounts.Calendars;
using Planning.Accounts.Metrics;
using Planning.Grains.Embedded;
using Planning.Grains.Versions;
using Planning.Workflows.Backtests;
using Planning.Workflows.Tiering;

namespace Planning.Host.Api;

/// <summary>Trying a kept version of the tier rules on the past over HTTP. Nothing is changed by it.</summary>
internal static class BacktestEndpoints
{
    private const int UsualQuarters = 8;

    public static void MapBacktests(this RouteGroupBuilder api) => api
        .MapGet("/rule-sets/{name}/versions/{version}/backtest", Try).WithTags("Rules")
        .WithSummary("Who would move by a version over past quarters, beside the live one; giving up the request ends it");

    /// <exception cref="BadHttpRequestException">A number or word cannot stand there.</exception>
    private static async Task<Results<Ok<BacktestReport>, ProblemHttpResult>> Try(
        string name,
        string version,
        EmbeddedRuntime runtime,
        CancellationToken cancellationToken,
        int quarters = UsualQuarters,
        Quarter? through = null,
        string? proposals = null)
    {
        if (quarters is < 1 or > MetricHistory.Depth)
        {
            throw new BadHttpRequestException($"Between 1 and {MetricHistory.Depth} quarters can be gone through.");
        }

        var fate = proposals is null ? ProposalFate.Agreed : RouteWord.Of<ProposalFate>(proposals);
        return await runtime.RuleSets.TryAsync(name, version, cancellationToken) switch
        {
            TrialRules.Sound sound => await TryAsync(runtime, sound.Rules, quarters, through, fate, cancellationToken),
            TrialRules.Refused refused => RuleSetEndpoints.Refused(refused.Why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<Results<Ok<BacktestReport>, ProblemHttpResult>> TryAsync(
        EmbeddedRuntime runtime, TierRules draft, int most, Quarter? through, ProposalFate fate, CancellationToken cancellationToken)
    {
        var quarters = await runtime.BacktestRuns.QuartersAsync(runtime.Today, through, most, cancellationToken);
        if (quarters is [])
        {
            return TierRunEndpoints.FiguresUnknown("No quarter that is over has our own figures.");
        }

        var backtest = new Backtest(
            runtime.Playbook.Tiering.On(runtime.Today), draft, quarters, runtime.Playbook.Calendars, fate);

        // One thread: whoever works with the host meanwhile shall not wait for it.
        return TypedResults.Ok(await runtime.BacktestRuns.RunAsync(backtest, progress: null, cancellationToken, threads: 1));
    }
}
