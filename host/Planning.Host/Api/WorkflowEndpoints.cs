using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Accounts.Customers;
using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;

namespace Planning.Host.Api;

/// <summary>The workflows of a customer over HTTP: look at them, start and mend them, tell them what happened.</summary>
internal static class WorkflowEndpoints
{
    public static void MapWorkflows(this RouteGroupBuilder api)
    {
        var customer = api.MapGroup("/customers/{customer}").WithTags("Workflows");
        customer.MapGet("/workflows", List).WithSummary("The workflow instances: where they stand, what they wait for, incidents");
        customer.MapPost("/workflows", Start).WithSummary("Start a workflow by hand");
        customer.MapGet("/workflows/{instance}", Show).WithSummary("One instance, with its values and what its activities did");
        customer.MapGet("/workflows/{instance}/log", Log).WithSummary("The execution log as far as it is kept, oldest first");
        customer.MapPost("/workflows/{instance}/retry", Retry).WithSummary("Run once more what failed");
        customer.MapPost("/workflows/{instance}/cancel", Cancel).WithSummary("End an instance, and those it started");
        customer.MapPost("/workflows/{instance}/alter", Alter)
            .WithSummary("Take an instance to another version, set variables, cancel and schedule activities: all or nothing");
        customer.MapPost("/events/{name}", Publish).WithSummary("Tell the workflows that something happened");
        customer.MapPost("/tasks/{taskId}/complete", Complete).WithSummary("Tell a workflow that a task it asked for is done");
    }

    private static async Task<Results<Ok<ListView<InstanceRow>>, ProblemHttpResult>> List(
        string customer,
        IPortfolio portfolio,
        IWorkflows workflows,
        CancellationToken cancellationToken,
        bool incidents = false,
        string? after = null,
        int take = 100)
    {
        if (!Id<Customer>.TryParse(customer, null, out var id) || await portfolio.FindAsync(id, cancellationToken) is null)
        {
            return Answers.Unknown(customer);
        }

        var rows = await workflows.ListAsync(id, incidents, after, WorkflowPages.Size(take), cancellationToken);
        return TypedResults.Ok(WorkflowPages.Of(rows, incidents, take));
    }

    private static async Task<Results<Ok<WorkflowView>, ProblemHttpResult>> Show(
        string customer, string instance, IWorkflows workflows, CancellationToken cancellationToken) =>
        await FindAsync(customer, instance, workflows, cancellationToken) is { } found
            ? TypedResults.Ok(WorkflowView.Of(found, await workflows.ExecutionsAsync(instance, cancellationToken)))
            : Unknown(customer, instance);

    private static async Task<Results<Ok<ListView<LogEntry>>, ProblemHttpResult>> Log(
        string customer,
        string instance,
        IWorkflows workflows,
        CancellationToken cancellationToken,
        long from = 0,
        int take = 100) =>
        await FindAsync(customer, instance, workflows, cancellationToken) is null
            ? Unknown(customer, instance)
            : TypedResults.Ok(await WorkflowPages.LogAsync(workflows, instance, from, take, cancellationToken));

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> Start(
        string customer, StartBody body, Caller caller, CustomerGrains customers, CancellationToken cancellationToken) =>
        customers.SendAsync(customer, caller, body.Request, cancellationToken);

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> Retry(
        string customer,
        string instance,
        Caller caller,
        CustomerGrains customers,
        CancellationToken cancellationToken,
        RetryBody? body = null) =>
        customers.SendAsync(customer, caller, new Request.RetryWorkflow(instance, body?.Execution, body?.Why), cancellationToken);

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> Cancel(
        string customer,
        string instance,
        Caller caller,
        CustomerGrains customers,
        CancellationToken cancellationToken,
        CancelBody? body = null) =>
        customers.SendAsync(customer, caller, new Request.CancelWorkflow(instance, body?.Why), cancellationToken);

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> Alter(
        string customer,
        string instance,
        AlterBody body,
        Caller caller,
        CustomerGrains customers,
        CancellationToken cancellationToken) =>
        customers.SendAsync(customer, caller, body.RequestTo(instance), cancellationToken);

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> Publish(
        string customer,
        string name,
        Caller caller,
        CustomerGrains customers,
        CancellationToken cancellationToken,
        EventBody? body = null) =>
        customers.SendAsync(customer, caller, new Request.PublishEvent(name, body?.Payload), cancellationToken);

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> Complete(
        string customer,
        string taskId,
        Caller caller,
        CustomerGrains customers,
        CancellationToken cancellationToken,
        TaskBody? body = null) =>
        customers.SendAsync(customer, caller, new Request.CompleteTask(taskId, body?.Result), cancellationToken);

    private static async Task<WholeInstance?> FindAsync(
        string customer, string instance, IWorkflows workflows, CancellationToken cancellationToken) =>
        Id<Customer>.TryParse(customer, null, out var id) ? await workflows.FindAsync(id, instance, cancellationToken) : null;

    private static ProblemHttpResult Unknown(string customer, string instance) => TypedResults.Problem(
        title: $"There is no workflow instance {instance} of {customer}.",
        type: "/problems/instance-unknown",
        statusCode: StatusCodes.Status404NotFound);
}
