using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Flows.Instances;

namespace Planning.Grains.Store;

/// <summary>A workflow instance as admins see it.</summary>
/// <param name="Customer">Nothing when it runs for none.</param>
/// <param name="Name">The name it gave itself.</param>
/// <param name="Since">When it began; all times are UTC.</param>
/// <param name="StartedBy">The instance that started it.</param>
public sealed record InstanceRow(
    string? Customer,
    string Id,
    string Definition,
    int Version,
    string Status,
    string SubStatus,
    string? Name,
    string? CorrelationId,
    string? StartedBy,
    DateTimeOffset Since,
    DateTimeOffset ChangedAt,
    DateTimeOffset? FinishedAt,
    IReadOnlyList<WaitRow> WaitsFor,
    IReadOnlyList<IncidentRow> Incidents)
{
    [JsonIgnore]
    public bool HasOpenIncidents => Incidents.Any(incident => incident.Open is true);

    /// <summary>The grain that it runs in: its customer's, or its workflow's own.</summary>
    [JsonIgnore]
    public Id<Customer> Grain { get; private init; }

    internal static InstanceRow Of(Id<Customer> grain, WorkflowState state)
    {
        var open = state.OpenIncidents.ToHashSet(ReferenceEqualityComparer.Instance);
        return new InstanceRow(
            grain.IsReserved ? null : grain.Value,
            state.Id,
            state.DefinitionId,
            state.DefinitionVersion,
            state.Status.ToString(),
            state.SubStatus.ToString(),
            state.Name,
            state.CorrelationId,
            state.Parent?.InstanceId,
            state.CreatedAt,
            state.UpdatedAt,
            state.FinishedAt,
            [.. state.Bookmarks.Select(WaitRow.Of)],
            [.. state.Incidents.Select(incident => IncidentRow.Of(incident, open.Contains(incident)))])
        {
            Grain = grain,
        };
    }
}

/// <summary>What an instance waits for.</summary>
/// <param name="Name">The kind of stimulus, such as Elsa.Event.</param>
/// <param name="Payload">What tells it from others of its kind.</param>
/// <param name="Due">When it goes on of its own accord; nothing when only a stimulus lets it.</param>
public sealed record WaitRow(string Name, JsonObject Payload, string Activity, DateTimeOffset Since, DateTimeOffset? Due)
{
    internal static WaitRow Of(Bookmark bookmark)
    {
        // A request to another system stands here whole; its headers may open that system's doors.
        var payload = bookmark.Payload;
        (payload["request"] as JsonObject)?.Remove("headers");
        return new WaitRow(bookmark.Name, payload, bookmark.ActivityId, bookmark.CreatedAt, bookmark.DueAt);
    }
}

/// <param name="Activity">Nothing when the instance as a whole is meant.</param>
/// <param name="Execution">The activity execution that failed, for a retry.</param>
/// <param name="Cause">What was behind it; nothing when the message says it all.</param>
/// <param name="Open">Whether it still waits to be mended; nothing in the log, which tells what was then.</param>
public sealed record IncidentRow(
    string? Activity, string? ActivityType, string? Execution, string Message, string? Cause, DateTimeOffset At, bool? Open)
{
    internal static IncidentRow Of(Incident incident, bool? open) => new(
        incident.ActivityId,
        incident.ActivityType,
        incident.ActivityInstanceId,
        incident.Message,
        incident.Cause ?? incident.ExceptionType,
        incident.Timestamp,
        open);
}

/// <summary>An instance with its values.</summary>
public sealed record WholeInstance(
    InstanceRow Instance,
    IReadOnlyDictionary<string, object?> Input,
    IReadOnlyDictionary<string, object?> Output,
    IReadOnlyList<VariableRow> Variables)
{
    internal static WholeInstance Of(Id<Customer> grain, WorkflowState state) => new(
        InstanceRow.Of(grain, state),
        state.Input.ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal),
        state.Output.ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal),
        [.. state.Variables.Select(one => new VariableRow(one.Id, one.Name, one.Value))]);
}

public sealed record VariableRow(string Id, string Name, object? Value);
