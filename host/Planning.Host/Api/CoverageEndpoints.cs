using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Grains.Customers;
using Planning.Grains.Embedded;
using Planning.Grains.Store;

namespace Planning.Host.Api;

/// <summary>How customers are covered, over HTTP.</summary>
internal static class CoverageEndpoints
{
    public static void MapCoverage(this RouteGroupBuilder api) =>
        api.MapGet("/customers/{customer}/coverage", Show).WithTags("Customers")
            .WithSummary("Every measure of coverage today, its parts and target; who is ignored, rises unseen, or is known no more");

    private static async Task<Results<Ok<CoverageReport>, ProblemHttpResult>> Show(
        string customer,
        CustomerGrains customers,
        IPortfolio portfolio,
        EmbeddedRuntime runtime,
        CancellationToken cancellationToken) =>
        Id<Customer>.TryParse(customer, null, out var id)
        && await Newest.LookAsync(customers, portfolio, id, cancellationToken) is { Customer: { Details: not null } known }
            ? TypedResults.Ok(CoverageReport.Of(known, runtime.Playbook.Policies, runtime.Today))
            : Answers.Unknown(customer);
}
