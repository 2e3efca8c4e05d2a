using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Grains.Customers;
using Planning.Grains.Replays;
using Planning.Grains.Store;
using Planning.Grains.Turns;

namespace Planning.Host.Api;

/// <summary>Looking at customers over HTTP.</summary>
internal static class CustomerEndpoints
{
    private const int MostRows = 1000;

    public static void MapCustomers(this RouteGroupBuilder api)
    {
        var customers = api.MapGroup("/customers").WithTags("Customers");
        customers.MapGet("/", List).WithSummary("The portfolio, a page at a time");
        customers.MapGet("/{customer}", Show).WithSummary("One customer: standing, reasons, people, team, plan");
        customers.MapGet("/{customer}/history", Histories).WithSummary("What happened: who, when, why, by which rules; newest first");
        customers.MapGet("/{customer}/tier-reviews/{quarter}", PastReview)
            .WithSummary("What the tier rules said of a quarter: version, scores, findings, what they judged by");
        api.MapGet("/waiting", WaitingFor).WithTags("Customers").WithSummary("What waits for whom");
    }

    private static async Task<Ok<ListView<CustomerRow>>> List(
        IPortfolio portfolio, CancellationToken cancellationToken, string? after = null, int take = 100)
    {
        var rows = await portfolio.ListAsync(after, Page(take), cancellationToken);
        return TypedResults.Ok(new ListView<CustomerRow>(rows, rows.Count == take ? rows[^1].Customer : null));
    }

    private static async Task<Results<Ok<CustomerView>, ProblemHttpResult>> Show(
        string customer, CustomerGrains customers, IPortfolio portfolio, CancellationToken cancellationToken) =>
        Id<Customer>.TryParse(customer, null, out var id)
        && await Newest.LookAsync(customers, portfolio, id, cancellationToken) is { Customer.Details: not null } state
            ? TypedResults.Ok(CustomerView.Of(state))
            : Answers.Unknown(customer);

    private static async Task<Results<Ok<ListView<TurnView>>, ProblemHttpResult>> Histories(
        string customer, IPortfolio portfolio, CancellationToken cancellationToken, long? before = null, int take = 50)
    {
        if (!Id<Customer>.TryParse(customer, null, out var id) || await portfolio.FindAsync(id, cancellationToken) is null)
        {
            return Answers.Unknown(customer);
        }

        var turns = await portfolio.HistoryAsync(id, before, Page(take), cancellationToken);
        return TypedResults.Ok(TurnView.PageOf(turns, take));
    }

    private static async Task<Results<Ok<TierReviewView>, ProblemHttpResult>> PastReview(
        string customer, Quarter quarter, ReplayRun replays, CancellationToken cancellationToken) =>
        Id<Customer>.TryParse(customer, null, out var id)
        && await replays.FindAsync(id, quarter, cancellationToken) is { } found
            ? TypedResults.Ok(TierReviewView.Of(found))
            : TypedResults.Problem(
                title: $"The tier rules have not reviewed {quarter} of a customer {customer}.",
                type: "/problems/review-unknown",
                statusCode: StatusCodes.Status404NotFound);

    private static async Task<Ok<ListView<WaitingRow>>> WaitingFor(
        IPortfolio portfolio, CancellationToken cancellationToken, string? customer = null) =>
        TypedResults.Ok(new ListView<WaitingRow>(await portfolio.WaitingAsync(customer, cancellationToken), null));

    private static int Page(int take) => take is >= 1 and <= MostRows
        ? take
        : throw new BadHttpRequestException($"take is {take}; it must be from 1 to {MostRows}.");
}

/// <param name="Next">What to give to get the next page; nothing on the last.</param>
internal sealed record ListView<T>(IReadOnlyList<T> Items, string? Next);

/// <param name="At">UTC.</param>
/// <param name="Asked">What was asked for.</param>
/// <param name="Happened">A sentence for each thing that happened, or the refusal.</param>
/// <param name="Events">The same as data.</param>
internal sealed record TurnView(
    long Version, string At, string Actor, string Asked, IReadOnlyList<string> Happened, IReadOnlyList<CustomerEvent> Events)
{
    public static TurnView Of(HistoryRow turn) =>
        new(turn.Version, turn.At, turn.Actor, turn.Kind, History.Of(turn), History.Events(turn));

    public static ListView<TurnView> PageOf(IReadOnlyList<HistoryRow> turns, int take) => new(
        [.. turns.Select(Of)],
        turns.Count == take ? turns[^1].Version.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
}

/// <param name="At">UTC.</param>
/// <param name="AsOf">The day the facts are of: the last of the quarter.</param>
/// <param name="Inputs">What was judged by beside the customer's own record; nothing for reviews before it was kept.</param>
/// <param name="Shadows">What versions in shadow said of the same quarter.</param>
internal sealed record TierReviewView(
    string At, string Actor, DateOnly AsOf, TierReview Review, ReviewInputs? Inputs, IReadOnlyList<TierReview> Shadows)
{
    public static TierReviewView Of(PastReview past) => new(
        past.Turn.At,
        past.Turn.Actor,
        past.Reviewed.Review.Period.EndsOn,
        past.Reviewed.Review,
        past.Reviewed.Inputs,
        [.. past.Shadows.Select(shadow => shadow.Review)]);
}
