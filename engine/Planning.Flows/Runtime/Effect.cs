using System.Text.Json;

namespace Planning.Flows.Runtime;

/// <summary>Something that an instance wants done outside itself, once its burst is over.</summary>
public abstract record Effect
{
    private Effect() { }

    /// <summary>Something of a name happened: who waits for it goes on.</summary>
    public sealed record EventPublished(WorkflowEvent Event) : Effect;

    /// <summary>Another workflow is to begin.</summary>
    public sealed record ChildDispatched(WorkflowStart Start) : Effect;

    /// <summary>Somebody outside is to do a task and to report its completion by its id.</summary>
    /// <param name="Payload">A JSON object; null when the author gave none.</param>
    public sealed record TaskRequested(
        string InstanceId, string ActivityId, string TaskId, string TaskName, object? Payload) : Effect;

    /// <summary>A request is to be sent, and its outcome to be reported by its id.</summary>
    public sealed record HttpRequested(string InstanceId, string ActivityId, HttpCall Call) : Effect;
}

/// <param name="Payload">Any JSON-able value; null delivers an empty object, as Elsa does.</param>
/// <param name="CorrelationId">Only instances with this correlation id hear it; null for all.</param>
/// <param name="InstanceId">Only this instance hears it, and no workflow begins; null for all.</param>
public sealed record WorkflowEvent(
    string Name, object? Payload = null, string? CorrelationId = null, string? InstanceId = null)
{
    internal Dictionary<string, object?> Input => new(StringComparer.Ordinal)
    {
        [Elsa.Event.Payload] = Payload ?? JsonSerializer.SerializeToElement(new { }),
    };
}

/// <summary>How a workflow begins.</summary>
/// <param name="InstanceId">Null for a new id.</param>
/// <param name="TriggerActivityId">The activity it begins with, when a stimulus starts it.</param>
/// <param name="Parent">Null when nobody inside starts it.</param>
/// <param name="VersionId">A particular version; null for the published one.</param>
public sealed record WorkflowStart(
    string DefinitionId,
    IReadOnlyDictionary<string, object?> Input,
    string? CorrelationId = null,
    string? InstanceId = null,
    string? TriggerActivityId = null,
    ParentActivity? Parent = null,
    string? VersionId = null);

/// <param name="ActivityInstanceId">The execution that waits for the child to end; null when none does.</param>
public sealed record ParentActivity(string InstanceId, string? ActivityInstanceId);
