using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Accounts.Customers;
using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Timers;
using Planning.Grains.Turns;

namespace Planning.Host.Api;

/// <summary>The workflows that run for no customer over HTTP: begun by the clock or by hand.</summary>
internal static class OwnWorkflowEndpoints
{
    public static void MapOwnWorkflows(this RouteGroupBuilder api)
    {
        var workflows = api.MapGroup("/workflows").WithTags("Workflows without a customer");
        workflows.MapGet("", List).WithSummary("The instances that run for no customer");
        workflows.MapPost("", Start).WithSummary("Start a workflow by hand, for no customer");
        workflows.MapGet("/clocks", Clocks).WithSummary("Which version of which workflow begins by the clock, and when next");
        workflows.MapGet("/history/{definition}", Histories)
            .WithSummary("What happened to a workflow for no customer, and when it began or was passed over; newest first");
        workflows.MapGet("/{instance}", Show).WithSummary("One instance, with its values and what its activities did");
        workflows.MapGet("/{instance}/log", Log).WithSummary("The execution log as far as it is kept, oldest first");
        workflows.MapPost("/{instance}/retry", Retry).WithSummary("Run once more what failed");
        workflows.MapPost("/{instance}/cancel", Cancel).WithSummary("End an instance, and those it started");
        workflows.MapPost("/{instance}/alter", Alter)
            .WithSummary("Take an instance to another version, set variables, cancel and schedule activities: all or nothing");
        workflows.MapPost("/{instance}/events/{name}", Publish).WithSummary("Tell this instance that something happened");
        workflows.MapPost("/{instance}/tasks/{taskId}/complete", Complete)
            .WithSummary("Tell this instance that a task it asked for is done");
    }

    private static async Task<Ok<ListView<InstanceRow>>> List(
        IWorkflows workflows,
        CancellationToken cancellationToken,
        bool incidents = false,
        string? after = null,
        int take = 100)
    {
        var rows = await workflows.ListWithoutCustomerAsync(incidents, after, WorkflowPages.Size(take), cancellationToken);
        return TypedResults.Ok(WorkflowPages.Of(rows, incidents, take));
    }

    private static async Task<Ok<ListView<ClockView>>> Clocks(Clocks clocks, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ListView<ClockView>([.. (await clocks.ListAsync(cancellationToken)).Select(ClockView.Of)], null));

    private static async Task<Ok<ListView<TurnView>>> Histories(
        string definition, IPortfolio portfolio, CancellationToken cancellationToken, long? before = null, int take = 50)
    {
        var turns = await portfolio.HistoryAsync(
            NoCustomer.GrainOf(definition), before, WorkflowPages.Size(take), cancellationToken);
        return TypedResults.Ok(TurnView.PageOf(turns, take));
    }

    private static async Task<Results<Ok<WorkflowView>, ProblemHttpResult>> Show(
        string instance, IWorkflows workflows, CancellationToken cancellationToken) =>
        await workflows.FindWithoutCustomerAsync(instance, cancellationToken) is { } found
            ? TypedResults.Ok(WorkflowView.Of(found, await workflows.ExecutionsAsync(instance, cancellationToken)))
            : Unknown(instance);

    private static async Task<Results<Ok<ListView<LogEntry>>, ProblemHttpResult>> Log(
        string instance, IWorkflows workflows, CancellationToken cancellationToken, long from = 0, int take = 100) =>
        await workflows.FindWithoutCustomerAsync(instance, cancellationToken) is null
            ? Unknown(instance)
            : TypedResults.Ok(await WorkflowPages.LogAsync(workflows, instance, from, take, cancellationToken));

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> Start(
        StartBody body, Caller caller, CustomerGrains grains, CancellationToken cancellationToken) =>
        grains.SendAsync(NoCustomer.GrainOf(body.Definition), caller, body.Request, cancellationToken);

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> Retry(
        string instance, Caller caller, OwnWorkflows own, CancellationToken cancellationToken, RetryBody? body = null) =>
        own.SendAsync(instance, caller, new Request.RetryWorkflow(instance, body?.Execution, body?.Why), cancellationToken);

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> Cancel(
        string instance, Caller caller, OwnWorkflows own, CancellationToken cancellationToken, CancelBody? body = null) =>
        own.SendAsync(instance, caller, new Request.CancelWorkflow(instance, body?.Why), cancellationToken);

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> Alter(
        string instance, AlterBody body, Caller caller, OwnWorkflows own, CancellationToken cancellationToken) =>
        own.SendAsync(instance, caller, body.RequestTo(instance), cancellationToken);

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> Publish(
        string instance, string name, Caller caller, OwnWorkflows own, CancellationToken cancellationToken, EventBody? body = null) =>
        own.SendAsync(
            instance, caller, new Request.PublishEvent(name, body?.Payload) { Instance = instance }, cancellationToken);

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> Complete(
        string instance, string taskId, Caller caller, OwnWorkflows own, CancellationToken cancellationToken, TaskBody? body = null) =>
        own.SendAsync(instance, caller, new Request.CompleteTask(taskId, body?.Result), cancellationToken);

    internal static ProblemHttpResult Unknown(string instance) => TypedResults.Problem(
        title: $"Without a customer there is no workflow instance {instance}.",
        type: "/problems/instance-unknown",
        statusCode: StatusCodes.Status404NotFound);
}

/// <summary>Asks the grains that instances without a customer run in.</summary>
internal sealed class OwnWorkflows(IWorkflows workflows, CustomerGrains grains)
{
    public async Task<Results<Ok<DoneView>, ProblemHttpResult>> SendAsync(
        string instance, Caller caller, Request request, CancellationToken cancellationToken) =>
        await workflows.FindWithoutCustomerAsync(instance, cancellationToken) is { Instance.Grain: var grain }
            ? await grains.SendAsync(grain, caller, request, cancellationToken)
            : OwnWorkflowEndpoints.Unknown(instance);
}

/// <summary>When a workflow begins by the clock.</summary>
/// <param name="Definition">The definition id.</param>
/// <param name="Version">The one that begins.</param>
internal sealed record ClockView(string Definition, string Workflow, int Version, IReadOnlyList<ClockStart> Starts)
{
    public static ClockView Of(WorkflowClock clock) => new(clock.Definition, clock.Workflow, clock.Version, [.. clock.Starts]);
}
