using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Grains.Customers;
using Planning.Grains.Embedded;
using Planning.Grains.Store;
using Planning.Grains.Turns;

namespace Planning.Host.Api;

/// <summary>The account plan over HTTP: hand in work, advance a stage.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this RouteGroupBuilder api)
    {
        var plan = api.MapGroup("/customers/{customer}/plan").WithTags("Plan");
        plan.MapGet("/", Show).WithSummary("The plan, and what its stage still lacks");
        plan.MapGet("/extract", ShowExtract).WithSummary("What the customer may see of the plan");
        plan.MapPost("/", Open).WithSummary("Open the plan that the tier asks for");
        plan.MapPut("/profile/{topic}", WriteSection).WithSummary("Hand in a section of the customer profile");
        plan.MapPut("/vendors", ListVendors).WithSummary("Hand in the vendors at the customer and their shares");
        plan.MapPut("/match/{assessor}", AssessMatch).WithSummary("Hand in one assessor's view of the strategic match");
        plan.MapPut("/match/agreement", AgreeOnMatch).WithSummary("Hand in what the assessors agreed on");
        plan.MapPost("/stages/{stage}/advance", Advance).WithSummary("Pass a stage when its exit gate is open");
    }

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> Show(
        string customer,
        [FromHeader(Name = Caller.ActorHeader)] string? actor,
        EmbeddedRuntime runtime,
        CancellationToken cancellationToken)
    {
        if (!Id<Customer>.TryParse(customer, null, out var id)
            || await Newest.LookAsync(runtime.Customers, runtime.Portfolio, id, cancellationToken) is not { Customer: { Details: not null } known })
        {
            return Answers.Unknown(customer);
        }

        if (known.Plan is not { } plan)
        {
            return NoPlan(known.Details);
        }

        return plan.Visibility is not PlanVisibility.All && await HindersAsync(known, actor, runtime, cancellationToken) is { } hindrance
            ? TypedResults.Problem(
                title: hindrance.Sentence, type: $"/problems/{hindrance.Code}", statusCode: StatusCodes.Status403Forbidden)
            : TypedResults.Ok(PlanView.Of(known, plan, runtime));
    }

    private static async Task<Decision.Refused?> HindersAsync(
        Customer customer, string? actor, EmbeddedRuntime runtime, CancellationToken cancellationToken)
    {
        var ours = await runtime.Portfolio.EmployeesAsync(cancellationToken);
        return PlanReaders.Hinders(
            customer, ours.FirstOrDefault(employee => employee.Id.Value == actor), ours, runtime.Playbook.Policies.Approvals);
    }

    private static ProblemHttpResult NoPlan(CustomerDetails details) => TypedResults.Problem(
        title: $"{details.Name} has no plan.", type: "/problems/no-plan", statusCode: StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<ExtractView>, ProblemHttpResult>> ShowExtract(
        string customer, EmbeddedRuntime runtime, CancellationToken cancellationToken)
    {
        if (!Id<Customer>.TryParse(customer, null, out var id)
            || await Newest.LookAsync(runtime.Customers, runtime.Portfolio, id, cancellationToken) is not { Customer: { Details: not null } known })
        {
            return Answers.Unknown(customer);
        }

        return known.Plan is { } plan
            ? TypedResults.Ok(new ExtractView(
                known.Details.Name, plan.HorizonFrom, plan.HorizonTo, PlanDisclosure.Extract(plan.InForce?.Content ?? plan.Draft)))
            : NoPlan(known.Details);
    }

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> Open(
        string customer, Caller caller, CustomerGrains customers, CancellationToken cancellationToken) =>
        customers.SendAsync(customer, caller, new Request.OpenPlan(), cancellationToken);

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> WriteSection(
        string customer, string topic, SectionBody body, Caller caller, CustomerGrains customers, CancellationToken cancellationToken) =>
        customers.SendAsync(
            customer,
            caller,
            new Request.SubmitArtefact(new Artefact.Profile(
                new ProfileSection(RouteWord.Of<ProfileTopic>(topic), body.Text, body.DatedOn, [.. Given.Whole(body.Sources)]))),
            cancellationToken);

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> ListVendors(
        string customer, IReadOnlyList<VendorShare> body, Caller caller, CustomerGrains customers, CancellationToken cancellationToken) =>
        customers.SendAsync(
            customer, caller, new Request.SubmitArtefact(new Artefact.Vendors([.. Given.Whole(body)])), cancellationToken);

    private static async Task<Results<Ok<DoneView>, ProblemHttpResult>> AssessMatch(
        string customer,
        string assessor,
        MatchBody body,
        Caller caller,
        CustomerGrains customers,
        IPortfolio portfolio,
        CancellationToken cancellationToken)
    {
        if (!Id<Employee>.TryParse(assessor, null, out var employee))
        {
            throw new BadHttpRequestException($"“{assessor}” is not an employee's id.");
        }

        await KnownEmployees.RequireAsync(portfolio, [employee], cancellationToken);
        var assessment = new MatchAssessment(
            employee, body.On, body.Years, body.Factors, [.. Given.Whole(body.Evidence)]);
        return await customers.SendAsync(
            customer, caller, new Request.SubmitArtefact(new Artefact.Match(assessment)), cancellationToken);
    }

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> AgreeOnMatch(
        string customer, MatchMeeting body, Caller caller, CustomerGrains customers, CancellationToken cancellationToken) =>
        customers.SendAsync(
            customer,
            caller,
            new Request.SubmitArtefact(new Artefact.Agreement(body)),
            cancellationToken);

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> Advance(
        string customer, string stage, Caller caller, CustomerGrains customers, CancellationToken cancellationToken) =>
        customers.SendAsync(customer, caller, new Request.AdvancePlan(stage), cancellationToken);
}

internal sealed record SectionBody(string Text, DateOnly DatedOn, IReadOnlyList<InsightSource> Sources);

internal sealed record MatchBody(DateOnly On, int Years, MatchFactors Factors, IReadOnlyList<string> Evidence);

/// <param name="Stages">The stages it is in; more than one where they run side by side.</param>
internal sealed record PlanView(
    string Id,
    int HorizonFrom,
    int HorizonTo,
    IReadOnlyList<StageView> Stages,
    IReadOnlyList<string> Passed,
    string? Incident,
    IReadOnlyList<ProfileSection> Profile,
    IReadOnlyList<VendorShare> Vendors,
    MatchView Match,
    IReadOnlyList<PlanEntry> Draft,
    RegionEnvelope? Envelope,
    bool HiringApproved,
    ValidationMeeting? Validation,
    PlanVisibility Visibility,
    IReadOnlyDictionary<string, string> CoSigns,
    IReadOnlyList<PlanLesson> Lessons,
    LifeView Life)
{
    public static PlanView Of(Customer customer, AccountPlan plan, EmbeddedRuntime runtime)
    {
        var playbook = runtime.Playbook;
        var facts = PlanFacts.Of(customer, plan, runtime.Today, playbook.Policies.Planning);
        var gates = playbook.Gates.On(runtime.Today);
        return new PlanView(
            plan.Id,
            plan.HorizonFrom,
            plan.HorizonTo,
            [.. plan.Track.Open.Select(stage => new StageView(stage, gates.Judge(stage.Code, facts)))],
            plan.Track.Passed,
            plan.Incident,
            [.. plan.Profile.Sections.Values],
            plan.Vendors,
            new MatchView([.. plan.Match.ByAssessor.Values], plan.Match.Meeting, facts.MatchResult, facts.MatchDifference, facts.MatchDrift),
            [.. plan.Draft.Entries.Values],
            plan.Envelope,
            plan.HiringApproved,
            plan.Validation,
            plan.Visibility,
            plan.CoSigns,
            plan.Lessons,
            LifeView.Of(plan, runtime.Today));
    }
}

/// <param name="Entries">Of each entry of the plan what is marked shareable.</param>
internal sealed record ExtractView(string Customer, int HorizonFrom, int HorizonTo, JsonArray Entries);

/// <param name="Gate">What the exit gate of the stage finds today.</param>
internal sealed record StageView(Stage Stage, GateResult Gate);

/// <param name="Result">The agreed result, else the mean; 0 to 100.</param>
/// <param name="Difference">Points between the assessors.</param>
/// <param name="Drift">Points since the match 24 months ago; nothing when it is not known.</param>
internal sealed record MatchView(
    IReadOnlyList<MatchAssessment> Assessments, MatchMeeting? Meeting, double? Result, double? Difference, double? Drift);
