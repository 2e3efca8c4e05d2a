using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Grains.Embedded;
using Planning.Grains.Portfolio;

namespace Planning.Host.Api;

/// <summary>The team of a customer over HTTP; what people ask of it are commands.</summary>
internal static class TeamEndpoints
{
    public static void MapTeams(this RouteGroupBuilder api)
    {
        var team = api.MapGroup("/customers/{customer}/team").WithTags("Team");
        team.MapGet("/", Show).WithSummary("Seats, tenure, rotation, open processes with what they lack, handovers");
        team.MapPost("/processes/{process}/candidates", ListCandidates)
            .WithSummary("Put employees before the rules of a seat, by the loads of now");
        team.MapPut("/stand-ins/{role}/{kind}", NameStandIn).WithSummary("Name who backs a seat or acts for it");
        api.MapGet("/employees/loads", Loads).WithTags("Team").WithSummary("How much everybody with a seat is loaded, most first");
    }

    private static async Task<Results<Ok<TeamView>, ProblemHttpResult>> Show(
        string customer, EmbeddedRuntime runtime, CancellationToken cancellationToken) =>
        Id<Customer>.TryParse(customer, null, out var id)
        && await Newest.LookAsync(runtime.Customers, runtime.Portfolio, id, cancellationToken) is { Customer: { Details: not null } known }
            ? TypedResults.Ok(TeamView.Of(known, runtime))
            : Answers.Unknown(customer);

    private static async Task<Results<Ok<DoneView>, ProblemHttpResult>> ListCandidates(
        string customer, string process, Caller caller, StaffingRun staffing, CancellationToken cancellationToken) =>
        Id<Customer>.TryParse(customer, null, out var id)
            ? Answers.Of(await staffing.ListCandidatesAsync(id, process, caller.MessageId, caller.Actor, cancellationToken))
            : Answers.Unknown(customer);

    private static async Task<Results<Ok<DoneView>, ProblemHttpResult>> NameStandIn(
        string customer,
        string role,
        string kind,
        StandInBody body,
        Caller caller,
        StaffingRun staffing,
        CancellationToken cancellationToken)
    {
        if (!Id<Customer>.TryParse(customer, null, out var id))
        {
            return Answers.Unknown(customer);
        }

        var answer = await staffing.NameStandInAsync(
            id,
            new Seat(RouteWord.Of<SeatRole>(role), body.Number),
            RouteWord.Of<SeatKind>(kind),
            body.Employee,
            caller.MessageId,
            caller.Actor,
            cancellationToken);
        return answer is null
            ? throw new BadHttpRequestException($"Nobody of ours has the id {body.Employee}; import employees.csv with them first.")
            : Answers.Of(answer);
    }

    private static async Task<Ok<ListView<EmployeeLoad>>> Loads(StaffingRun staffing, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ListView<EmployeeLoad>(await staffing.LoadsAsync(cancellationToken), null));
}

internal sealed record StandInBody(Id<Employee> Employee, int? Number = null);
