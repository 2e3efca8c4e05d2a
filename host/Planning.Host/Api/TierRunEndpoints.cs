using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Accounts.Calendars;
using Planning.Grains.Embedded;
using Planning.Grains.Portfolio;

namespace Planning.Host.Api;

/// <summary>Running the tier rules over HTTP.</summary>
internal static class TierRunEndpoints
{
    public static void MapTierRuns(this RouteGroupBuilder api) => api.MapPost("/tier-runs", Run)
        .WithTags("Tiers").WithSummary("Let the tier rules judge the portfolio through a quarter");

    private static async Task<Results<Ok<TierRunReport>, ProblemHttpResult>> Run(
        TierRunBody body, Caller caller, EmbeddedRuntime runtime, CancellationToken cancellationToken)
    {
        var through = body.Through ?? await runtime.TierRuns.NewestAsync(runtime.Today, cancellationToken);
        if (through is not { } quarter)
        {
            return FiguresUnknown("No quarter that is over has our own figures.");
        }

        var report = await runtime.TierRuns.RunAsync(quarter, caller.MessageId, caller.Actor, null, cancellationToken);
        return report.Refusals is [{ Customer: "" } whole] ? FiguresUnknown(whole.Sentence) : TypedResults.Ok(report);
    }

    public static ProblemHttpResult FiguresUnknown(string sentence) => TypedResults.Problem(
        title: sentence, type: "/problems/figures-unknown", statusCode: StatusCodes.Status409Conflict);
}

/// <param name="Through">The last quarter to judge; the newest that is over when not given.</param>
internal sealed record TierRunBody(Quarter? Through = null);
