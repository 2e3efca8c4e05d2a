using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Accounts.Calendars;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;

namespace Planning.Host.Api;

/// <summary>Telling us over HTTP what is so at a customer. Saying the same again changes nothing.</summary>
internal static class RecordEndpoints
{
    public static void MapRecords(this RouteGroupBuilder api)
    {
        var customer = api.MapGroup("/customers/{customer}").WithTags("Records");
        customer.MapPut("/", Register).WithSummary("Register a customer, or change its details");
        customer.MapPost("/group-root/confirm", ConfirmGroupRoot).WithSummary("Confirm who controls the customer");
        customer.MapPut("/units/{unit}", MapUnit).WithSummary("Map a unit of the customer");
        customer.MapPut("/people/{person}", RecordPerson).WithSummary("Record a person at the customer");
        customer.MapPut("/seats/{role}/{kind}", AssignSeat).WithSummary("Fill or vacate a seat of the triangle");
        customer.MapPost("/interactions", LogInteraction).WithSummary("Log a contact");
        customer.MapPost("/metrics", RecordMetrics).WithSummary("Record measured values of a quarter");
    }

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> Register(
        string customer, RegistrationBody body, Caller caller, CustomerGrains customers, CancellationToken cancellationToken) =>
        customers.SendAsync(customer, caller, Over(new CustomerRecord(body.ToRegistration())), cancellationToken);

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> ConfirmGroupRoot(
        string customer, Caller caller, CustomerGrains customers, CancellationToken cancellationToken) =>
        customers.SendAsync(customer, caller, new Request.ConfirmGroupRoot(), cancellationToken);

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> MapUnit(
        string customer, string unit, UnitBody body, Caller caller, CustomerGrains customers, CancellationToken cancellationToken) =>
        customers.SendAsync(
            customer,
            caller,
            Over(new CustomerRecord(null) { Units = [new CustomerUnit(unit, body.Function, body.Relevance, body.HeadcountInProcess)] }),
            cancellationToken);

    private static async Task<Results<Ok<DoneView>, ProblemHttpResult>> RecordPerson(
        string customer,
        string person,
        PersonBody body,
        Caller caller,
        CustomerGrains customers,
        IPortfolio portfolio,
        CancellationToken cancellationToken)
    {
        await KnownEmployees.RequireAsync(portfolio, [body.Owner], cancellationToken);
        var record = new CustomerRecord(null) { People = [body.ToPerson(Parsed<Person>(person))] };
        return await customers.SendAsync(customer, caller, Over(record), cancellationToken);
    }

    private static async Task<Results<Ok<DoneView>, ProblemHttpResult>> AssignSeat(
        string customer,
        string role,
        string kind,
        SeatBody body,
        Caller caller,
        CustomerGrains customers,
        IPortfolio portfolio,
        CancellationToken cancellationToken)
    {
        await KnownEmployees.RequireAsync(portfolio, [body.Employee], cancellationToken);
        var seat = new SeatAssignment(RouteWord.Of<SeatRole>(role), RouteWord.Of<SeatKind>(kind), body.Employee, body.Since)
        {
            Number = body.Number,
            Share = body.Share,
        };
        return await customers.SendAsync(
            customer, caller, Over(new CustomerRecord(null) { Seats = [seat] }), cancellationToken);
    }

    private static async Task<Results<Ok<DoneView>, ProblemHttpResult>> LogInteraction(
        string customer,
        Interaction body,
        Caller caller,
        CustomerGrains customers,
        IPortfolio portfolio,
        CancellationToken cancellationToken)
    {
        await KnownEmployees.RequireAsync(
            portfolio, body.Employees.Select(employee => (Id<Employee>?)employee), cancellationToken);
        return await customers.SendAsync(
            customer, caller, Over(new CustomerRecord(null) { Interactions = [body] }), cancellationToken);
    }

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> RecordMetrics(
        string customer, IReadOnlyList<MetricBody> body, Caller caller, CustomerGrains customers, CancellationToken cancellationToken) =>
        customers.SendAsync(customer, caller, Over(new CustomerRecord(null) { Metrics = [.. Given.Whole(body).Select(metric => metric.ToSnapshot())] }), cancellationToken);

    private static Request.TakeOver Over(CustomerRecord record) => new(record);

    private static Id<TOf> Parsed<TOf>(string text) => Id<TOf>.TryParse(text, null, out var id)
        ? id
        : throw new BadHttpRequestException($"“{text}” is not an id: write 1 to 64 lower-case letters, digits and hyphens.");
}

/// <summary>Who the customer is. Tier, lane and posture count only when it is new; later they move by rules and decisions.</summary>
internal sealed record RegistrationBody(
    string Name,
    string Country,
    string Industry,
    string Region,
    Id<Customer> GroupRoot,
    Lifecycle Lifecycle = Lifecycle.Active,
    bool OnTargetList = false,
    bool BenchmarkEffect = false,
    bool GroupRootConfirmed = false,
    Tier Tier = Tier.C,
    Lane Lane = Lane.Standard,
    Posture Posture = Posture.Build,
    Quarter? TierSince = null,
    Quarter? PostureSince = null,
    IReadOnlyList<string>? Cities = null,
    IReadOnlyList<Id<Customer>>? Rivals = null)
{
    // Without a date the standing counts from a beginning that every quarter lies after.
    private static readonly Quarter LongAgo = new(2000, 1);

    public Registration ToRegistration() => new(
        new CustomerDetails(
            Name, Country, Industry, Region, Lifecycle, OnTargetList, BenchmarkEffect, GroupRoot, GroupRootConfirmed)
        {
            Cities = [.. Cities ?? []],
            Rivals = [.. Rivals ?? []],
        },
        Tier,
        Lane,
        Posture,
        TierSince ?? LongAgo,
        PostureSince ?? LongAgo);
}

internal sealed record UnitBody(UnitFunction Function, int Relevance, int? HeadcountInProcess = null);

internal sealed record PersonBody(
    string Name,
    string Title,
    string Unit,
    int InfluenceNow,
    int InfluenceFuture,
    ProcessRole? Role = null,
    Stance Stance = Stance.Unknown,
    int Level = 0,
    int TargetLevel = 0,
    Id<Employee>? Owner = null,
    Id<Person>? ReportsTo = null,
    int? Rank = null,
    ContactKind? PreferredChannel = null,
    ConsentBasis? Consent = null)
{
    public Person ToPerson(Id<Person> id) => new(
        id, Name, Title, Unit, Role, InfluenceNow, InfluenceFuture, Stance, Level, TargetLevel, Owner)
    {
        ReportsTo = ReportsTo,
        Rank = Rank,
        PreferredChannel = PreferredChannel,
        Consent = Consent,
    };
}

/// <param name="Employee">Nobody to vacate the seat.</param>
internal sealed record SeatBody(DateOnly Since, Id<Employee>? Employee = null, int? Number = null, decimal? Share = null);

/// <param name="Value">In the metric's unit; money in millions, yes/no as 1 or 0.</param>
/// <param name="Currency">Of a money metric only.</param>
internal sealed record MetricBody(
    Metric Metric, Quarter Period, decimal Value, DateOnly ObservedOn, string Source, string? Currency = null)
{
    public MetricSnapshot ToSnapshot() => new(Metric, Period, Value, Currency, ObservedOn, Source);
}
