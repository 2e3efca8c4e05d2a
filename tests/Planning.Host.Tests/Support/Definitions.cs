using Planning.Grains.Store;
using Planning.Workflows.Playbooks;

namespace Planning.Host.Tests.Support;

/// <summary>Workflows that a database has beside the shipped ones; a host reads them when it starts.</summary>
internal static class Definitions
{
    /// <summary>The plan's workflow with working days for A1 that no calendar knows, as a later version.</summary>
    public static string FlawedPlan => Plan("102").Replace("\"value\": \"25\"", "\"value\": \"-25\"", StringComparison.Ordinal);

    /// <summary>Mended, as a still later one.</summary>
    public static string MendedPlan => Plan("103");

    /// <summary>Begins with an event or by hand, asks for a task with a deadline, and says what came of it.</summary>
    public const string Renewal = """
        {
          "id": "renewal-1", "definitionId": "renewal", "name": "Renewal", "version": 1, "isPublished": true,
          "options": { "activationStrategyType": "Elsa.Workflows.ActivationValidators.SingletonStrategy, Elsa.Workflows.Core" },
          "inputs": [{ "name": "Budget", "type": "Int64" }],
          "variables": [{ "id": "v1", "name": "Days", "typeName": "Int64", "value": "30" }],
          "root": { "type": "Elsa.Sequence", "version": 1, "id": "s", "activities": [
            { "type": "Elsa.Event", "version": 1, "id": "begin", "customProperties": { "canStartWorkflow": true },
              "eventName": { "expression": { "type": "Literal", "value": "contract-ends" } } },
            { "type": "Elsa.RunTask", "version": 1, "id": "task",
              "taskName": { "expression": { "type": "Literal", "value": "call the sponsor" } } } ] }
        }
        """;

    /// <summary>Begins every night at two, asks for a task and waits until somebody has read what came of it.</summary>
    public const string NightlyReport = """
        {
          "id": "nightly-1", "definitionId": "nightly", "name": "Nightly report", "version": 1, "isPublished": true,
          "root": { "type": "Elsa.Flowchart", "version": 1, "id": "f", "activities": [
            { "type": "Elsa.Cron", "version": 1, "id": "night", "customProperties": { "canStartWorkflow": true },
              "cronExpression": { "expression": { "type": "Literal", "value": "0 0 2 * * *" } } },
            { "type": "Elsa.RunTask", "version": 1, "id": "task",
              "taskName": { "expression": { "type": "Literal", "value": "print it" } } },
            { "type": "Elsa.Event", "version": 1, "id": "read",
              "eventName": { "expression": { "type": "Literal", "value": "read" } } },
            { "type": "Elsa.Fault", "version": 1, "id": "stop",
              "message": { "expression": { "type": "Literal", "value": "No paper." } } } ],
          "connections": [
            { "source": { "activity": "night", "port": "Done" }, "target": { "activity": "task", "port": "In" } },
            { "source": { "activity": "task", "port": "Done" }, "target": { "activity": "read", "port": "In" } } ] }
        }
        """;

    /// <summary>Begins every second and tells a server.</summary>
    public static string Tick(Uri server) => $$"""
        {
          "id": "tick-1", "definitionId": "tick", "name": "Tick", "version": 1, "isPublished": true,
          "root": { "type": "Elsa.Sequence", "version": 1, "id": "s", "activities": [
            { "type": "Elsa.Timer", "version": 1, "id": "beat", "customProperties": { "canStartWorkflow": true },
              "interval": { "expression": { "type": "Literal", "value": "00:00:01" } } },
            { "type": "Elsa.SendHttpRequest", "version": 1, "id": "tell",
              "url": { "expression": { "type": "Literal", "value": "{{server}}tick" } } } ] }
        }
        """;

    public static async Task KeepAsync(string data, string name, string version, string body)
    {
        await using var store = SqliteCustomerStore.Open(Path.Combine(data, "planning.db"));
        await store.Definitions.KeepAsync(PlaybookFile.Workflow, name, version, body, TestContext.Current.CancellationToken);
    }

    public static Task KeepPlanAsync(string data, string version, string body) =>
        KeepAsync(data, "strategic-account-plan", version, body);

    private static PlaybookFile Shipped { get; } = PlaybookFile.Shipped.Single(file => file.Name == "strategic-account-plan.json");

    private static string Plan(string version) => Shipped.Body
        .Replace($"\"strategic-account-plan-{Shipped.Identity()!.Value.Version}\"", $"\"strategic-account-plan-{version}\"", StringComparison.Ordinal)
        .Replace($"\"version\": {Shipped.Identity()!.Value.Version},\n  \"toolVersion\"", $"\"version\": {version},\n  \"toolVersion\"", StringComparison.Ordinal);
}
