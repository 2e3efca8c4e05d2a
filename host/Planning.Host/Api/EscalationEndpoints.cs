using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using Planning.Grains.Customers;
using Planning.Grains.Store;

namespace Planning.Host.Api;

/// <summary>Escalations over HTTP: what is open at a customer, and a sweep over all of them.</summary>
internal static class EscalationEndpoints
{
    public static void MapEscalations(this RouteGroupBuilder api)
    {
        api.MapGet("/customers/{customer}/escalations", List).WithTags("Escalations")
            .WithSummary("What is raised at a customer: why, who has it, who is told next; and what may be raised soon");
        api.MapPost("/escalation-sweeps", Sweep).WithTags("Escalations")
            .WithSummary("Look at every customer for what time alone has changed");
    }

    private static async Task<Results<Ok<EscalationsView>, ProblemHttpResult>> List(
        string customer, CustomerGrains customers, IPortfolio portfolio, CancellationToken cancellationToken) =>
        Id<Customer>.TryParse(customer, null, out var id)
        && await Newest.LookAsync(customers, portfolio, id, cancellationToken) is { Customer: { Details: not null } known }
            ? TypedResults.Ok(EscalationsView.Of(known.Escalations))
            : Answers.Unknown(customer);

    private static async Task<Ok<SweepView>> Sweep(
        Caller caller, Planning.Grains.Embedded.EmbeddedRuntime runtime, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SweepView(await runtime.Sweep.RunAsync(caller.MessageId, caller.Actor, null, cancellationToken)));
}

/// <param name="Told">How many customers had something to tell.</param>
internal sealed record SweepView(int Told);

/// <param name="Begun">Conditions that hold, but not yet for long enough.</param>
internal sealed record EscalationsView(IReadOnlyList<EscalationView> Open, IReadOnlyList<BegunView> Begun)
{
    public static EscalationsView Of(EscalationLedger ledger) => new(
        [.. ledger.Open.Values.Select(open => new EscalationView(open, open.Role(), open.Next()))],
        [.. ledger.Begun.Select(begun => new BegunView(begun.Key, begun.Value))]);
}

/// <param name="Role">Who has it now.</param>
/// <param name="Next">When it rises or closes without anybody asking; nothing at the top of its ladder.</param>
internal sealed record EscalationView(Escalation Escalation, string Role, DateTimeOffset? Next);

internal sealed record BegunView(string Key, BegunCondition Condition);
