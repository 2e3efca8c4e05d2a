using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Accounts.Customers;
using Planning.Grains.Customers;
using Planning.Grains.Turns;

namespace Planning.Host.Api;

/// <summary>Sends a request to a customer and turns its answer into HTTP. Nothing is decided here.</summary>
internal static class Answers
{
    private const string NotKnown = "customer-unknown";

    public static async Task<Results<Ok<DoneView>, ProblemHttpResult>> SendAsync(
        this CustomerGrains customers, string customer, Caller caller, Request request, CancellationToken cancellationToken) =>
        Id<Customer>.TryParse(customer, null, out var id)
            ? await customers.SendAsync(id, caller, request, cancellationToken)
            : Unknown(customer);

    public static async Task<Results<Ok<DoneView>, ProblemHttpResult>> SendAsync(
        this CustomerGrains customers, Id<Customer> grain, Caller caller, Request request, CancellationToken cancellationToken) =>
        Of(await customers.SendAsync(grain, new Message(caller.MessageId, caller.Actor, request), cancellationToken));

    /// <summary>404 for a customer that nobody has registered, or whose id cannot be one.</summary>
    public static ProblemHttpResult Unknown(string customer) => TypedResults.Problem(
        title: $"Nobody has registered a customer {customer}.",
        type: $"/problems/{NotKnown}",
        statusCode: StatusCodes.Status404NotFound);

    public static Results<Ok<DoneView>, ProblemHttpResult> Of(Answer answer) => answer switch
    {
        Answer.Done done => TypedResults.Ok(new DoneView(done.Version, [.. done.Happened]) { Instance = done.Instance }),
        Answer.Refused refused => TypedResults.Problem(
            title: refused.Sentence,
            type: $"/problems/{refused.Code}",
            statusCode: refused.Code.EndsWith("-unknown", StringComparison.Ordinal)
                ? StatusCodes.Status404NotFound
                : StatusCodes.Status409Conflict,
            extensions: refused.Missing is [] ? null : new Dictionary<string, object?> { ["missing"] = refused.Missing }),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>It is durable.</summary>
/// <param name="Version">The customer's version after it.</param>
/// <param name="Happened">A sentence for each thing that happened; empty when all was so already.</param>
internal sealed record DoneView(long Version, IReadOnlyList<string> Happened)
{
    /// <summary>The workflow instance that was started; only where that was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Instance { get; init; }
}
