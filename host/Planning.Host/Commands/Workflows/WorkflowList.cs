using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Planning.Accounts.Customers;
using Planning.Grains.Embedded;
using Planning.Grains.Store;
using Planning.Host.Api;
using Spectre.Console;

namespace Planning.Host.Commands.Workflows;

/// <summary>Prints workflow instances, or all about one.</summary>
internal sealed class WorkflowList(TimeProvider clock)
{
    private const int AtOnce = 500;
    private const int ShownExecutions = 30;

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public Task<int> RunAsync(
        string data, Id<Customer>? customer, bool none, bool incidents, bool json, CancellationToken cancellationToken) =>
        DataDirectory.WithAsync(
            data,
            clock,
            async runtime =>
            {
                var views = await ReadAsync(runtime.Workflows, customer, none, incidents, cancellationToken);
                if (json)
                {
                    Console.WriteLine(JsonSerializer.Serialize(views, Json));
                }
                else
                {
                    AnsiConsole.Write(TableOf(views));
                }

                return 0;
            },
            cancellationToken);

    /// <param name="customer">Nothing for an instance that runs for none.</param>
    public Task<int> ShowAsync(
        string data, Id<Customer>? customer, string instance, bool json, CancellationToken cancellationToken) =>
        DataDirectory.WithAsync(data, clock, runtime => ShowAsync(runtime, customer, instance, json, cancellationToken), cancellationToken);

    private static async Task<int> ShowAsync(
        EmbeddedRuntime runtime, Id<Customer>? customer, string instance, bool json, CancellationToken cancellationToken)
    {
        var found = customer is { } id
            ? await runtime.Workflows.FindAsync(id, instance, cancellationToken)
            : await runtime.Workflows.FindWithoutCustomerAsync(instance, cancellationToken);
        if (found is null)
        {
            await Console.Error.WriteLineAsync(customer is null
                ? $"Without a customer there is no workflow instance {instance}."
                : $"There is no workflow instance {instance} of {customer}.");
            return 1;
        }

        var whole = WorkflowView.Of(found, await runtime.Workflows.ExecutionsAsync(instance, cancellationToken));
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(whole, Json));
            return 0;
        }

        AnsiConsole.Write(TableOf([whole.Workflow]));
        foreach (var (name, value) in whole.Input)
        {
            AnsiConsole.MarkupLineInterpolated($"Input {name}: {JsonSerializer.Serialize(value, Json)}");
        }

        foreach (var variable in whole.Variables)
        {
            AnsiConsole.MarkupLineInterpolated($"Variable {variable.Name} ({variable.Id}): {JsonSerializer.Serialize(variable.Value, Json)}");
        }

        var table = new Table().AddColumns("execution", "activity", "type", "status", "started", "outcomes", "fault");
        foreach (var execution in whole.Executions.TakeLast(ShownExecutions))
        {
            table.AddRow(
                Markup.Escape(execution.Id),
                Markup.Escape(execution.Activity),
                Markup.Escape(execution.Type),
                execution.Waits ? "waits" : execution.Status,
                At(execution.StartedAt),
                Markup.Escape(string.Join(", ", execution.Outcomes ?? [])),
                Markup.Escape(execution.Fault?.Message ?? ""));
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<IReadOnlyList<InstanceRow>> ReadAsync(
        IWorkflows workflows, Id<Customer>? customer, bool none, bool incidents, CancellationToken cancellationToken)
    {
        var views = new List<InstanceRow>();
        string? after = null;
        do
        {
            var rows = none
                ? await workflows.ListWithoutCustomerAsync(incidents, after, AtOnce, cancellationToken)
                : await workflows.ListAsync(customer, incidents, after, AtOnce, cancellationToken);
            views.AddRange(rows.Where(row => !incidents || row.HasOpenIncidents));
            after = rows.Count == AtOnce ? rows[^1].Id : null;
        }
        while (after is not null);

        return views;
    }

    private static Table TableOf(IReadOnlyList<InstanceRow> views)
    {
        var table = new Table().AddColumns("customer", "instance", "workflow", "status", "since", "waits for", "incidents");
        foreach (var view in views)
        {
            table.AddRow(
                Markup.Escape(view.Customer ?? "–"),
                Markup.Escape(view.Id),
                Markup.Escape(FormattableString.Invariant($"{view.Definition} {view.Version}")),
                view.SubStatus,
                At(view.Since),
                Markup.Escape(string.Join('\n', view.WaitsFor.Select(Told))),
                Markup.Escape(string.Join('\n', view.Incidents.Where(incident => incident.Open is true).Select(Told))));
        }

        return table;
    }

    private static string Told(WaitRow wait) => $"{wait.Name} at {wait.Activity}{(wait.Due is { } due ? $" until {At(due)}" : "")}";

    private static string Told(IncidentRow incident) => $"{At(incident.At)} {incident.Activity}: {incident.Message}";

    private static string At(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
