using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Accounts.Customers;
using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;

namespace Planning.Host.Api;

/// <summary>The workflows of a customer over HTTP: look at them, start and mend them, tell them what happened.</summary>
internal static class WorkflowEndpoints
{
    private const int MostRows = 1000;

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

        var rows = await workflows.ListAsync(id, incidents, after, Page(take), cancellationToken);
        return TypedResults.Ok(new ListView<InstanceRow>(
            [.. rows.Where(row => !incidents || row.HasOpenIncidents)],
            rows.Count == take ? rows[^1].Id : null));
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
        int take = 100)
    {
        if (await FindAsync(customer, instance, workflows, cancellationToken) is null)
        {
            return Unknown(customer, instance);
        }

        var entries = await workflows.LogAsync(instance, from, Page(take), cancellationToken);
        return TypedResults.Ok(new ListView<LogEntry>(
            entries,
            entries.Count == take ? FormattableString.Invariant($"{entries[^1].Sequence + 1}") : null));
    }

    private static Task<Results<Ok<DoneView>, ProblemHttpResult>> Start(
        string customer, StartBody body, Caller caller, CustomerGrains customers, CancellationToken cancellationToken) =>
        customers.SendAsync(
            customer,
            caller,
            new Request.StartWorkflow(body.Definition, Values(body.Input)) { CorrelationId = body.CorrelationId, Why = body.Why },
            cancellationToken);

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
        customers.SendAsync(
            customer,
            caller,
            new Request.AlterWorkflow(instance)
            {
                Version = body.Version,
                Variables = [.. Values(body.Variables)],
                Cancel = [.. Given.Whole(body.Cancel ?? [])],
                Schedule = [.. Given.Whole(body.Schedule ?? [])],
                Why = body.Why,
            },
            cancellationToken);

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

    private static int Page(int take) => take is >= 1 and <= MostRows
        ? take
        : throw new BadHttpRequestException($"take is {take}; it must be from 1 to {MostRows}.");

    private static Dictionary<string, object?> Values(IReadOnlyDictionary<string, JsonElement>? values) =>
        (values ?? ImmutableDictionary<string, JsonElement>.Empty)
            .ToDictionary(value => value.Key, value => (object?)value.Value, StringComparer.Ordinal);
}

/// <param name="Definition">The definition id; its published version begins.</param>
/// <param name="Input">A value for each input of the workflow.</param>
/// <param name="CorrelationId">The customer's id when not given.</param>
/// <param name="Why">What to say about it in the history.</param>
internal sealed record StartBody(
    string Definition, IReadOnlyDictionary<string, JsonElement>? Input = null, string? CorrelationId = null, string? Why = null);

/// <param name="Execution">The activity execution to run again; all that failed when not given.</param>
internal sealed record RetryBody(string? Execution = null, string? Why = null);

internal sealed record CancelBody(string? Why = null);

/// <param name="Version">The version of the workflow to go on with; everything else is done in that version.</param>
/// <param name="Variables">New values, by the variable's id or name.</param>
/// <param name="Cancel">Ids of activities to end.</param>
/// <param name="Schedule">Ids of activities to go on at.</param>
internal sealed record AlterBody(
    int? Version = null,
    IReadOnlyDictionary<string, JsonElement>? Variables = null,
    IReadOnlyList<string>? Cancel = null,
    IReadOnlyList<string>? Schedule = null,
    string? Why = null);

internal sealed record EventBody(JsonElement? Payload = null);

internal sealed record TaskBody(JsonElement? Result = null);

/// <summary>An instance with its values and what its activities did.</summary>
/// <param name="Executions">The activity executions as far as they are kept, without sensitive inputs, in the order they began.</param>
internal sealed record WorkflowView(
    InstanceRow Workflow,
    IReadOnlyDictionary<string, object?> Input,
    IReadOnlyDictionary<string, object?> Output,
    IReadOnlyList<VariableRow> Variables,
    IReadOnlyList<ActivityExecution> Executions)
{
    public static WorkflowView Of(WholeInstance whole, IReadOnlyList<ActivityExecution> executions) =>
        new(whole.Instance, whole.Input, whole.Output, whole.Variables, executions);
}
