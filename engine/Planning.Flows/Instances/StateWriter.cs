using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Planning.Flows.Expressions;
using Planning.Flows.Flowcharts;

namespace Planning.Flows.Instances;

/// <summary>Writes an instance as compact JSON: what is usual is left out.</summary>
internal static class StateWriter
{
    public const int FormatVersion = 1;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(WorkflowState state)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            Write(json, state);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, WorkflowState state)
    {
        json.WriteStartObject();
        json.WriteNumber("v", FormatVersion);
        json.WriteString("id", state.Id);
        json.WriteString("definition", state.DefinitionId);
        json.WriteString("versionId", state.DefinitionVersionId);
        json.WriteNumber("version", state.DefinitionVersion);
        json.WriteString("status", state.SubStatus.ToString());
        Text(json, "correlation", state.CorrelationId);
        Text(json, "name", state.Name);
        Text(json, "trigger", state.TriggerActivityId);
        Text(json, "parent", state.Parent?.InstanceId);
        Text(json, "parentActivity", state.Parent?.ActivityInstanceId);
        Instant(json, "created", state.CreatedAt);
        Instant(json, "updated", state.UpdatedAt);
        Instant(json, "finished", state.FinishedAt);
        json.WriteNumber("log", state.LogSequence);
        Bag(json, "input", state.Input);
        Bag(json, "output", state.Output);
        List(json, "activities", state.Activities, Activity);
        List(json, "bookmarks", state.Bookmarks, Bookmark);
        List(json, "incidents", state.Incidents, Incident);
        List(json, "scheduled", state.Scheduled, Scheduled);
        List(json, "outputs", state.Outputs, Outputs);
        json.WriteEndObject();
    }

    private static void Activity(Utf8JsonWriter json, ActivityState activity)
    {
        json.WriteStartObject();
        json.WriteString("id", activity.Id);
        Text(json, "parent", activity.ParentId);
        json.WriteString("node", activity.NodeId);
        json.WriteString("status", activity.Status.ToString());
        Text(json, "callback", activity.Callback);
        Text(json, "tag", activity.Tag);
        if (activity.FaultCount > 0)
        {
            json.WriteNumber("faults", activity.FaultCount);
        }

        Instant(json, "started", activity.StartedAt);
        Instant(json, "completed", activity.CompletedAt);
        List(json, "variables", activity.Variables, Variable);
        Bag(json, "properties", activity.Properties);
        Bag(json, "inputs", activity.Inputs);
        List(json, "tokens", activity.Tokens, Token);
        List(json, "visits", activity.Visits, Visit);
        json.WriteEndObject();
    }

    private static void Variable(Utf8JsonWriter json, VariableState variable)
    {
        json.WriteStartArray();
        json.WriteStringValue(variable.Id);
        json.WriteStringValue(variable.Name);
        Value(json, variable.Value);
        json.WriteEndArray();
    }

    private static void Token(Utf8JsonWriter json, FlowToken token)
    {
        json.WriteStartArray();
        json.WriteStringValue(token.From);
        json.WriteStringValue(token.Outcome);
        json.WriteStringValue(token.To);
        if (token.IsBlocked)
        {
            json.WriteBooleanValue(true);
        }

        json.WriteEndArray();
    }

    private static void Visit(Utf8JsonWriter json, FlowVisit visit)
    {
        json.WriteStartArray();
        json.WriteStringValue(visit.From);
        json.WriteNumberValue(visit.Count);
        if (visit.Outcome is { } outcome)
        {
            json.WriteStringValue(outcome);
            json.WriteStringValue(visit.To);
            json.WriteBooleanValue(visit.WasFollowed);
        }

        json.WriteEndArray();
    }

    private static void Bookmark(Utf8JsonWriter json, Bookmark bookmark)
    {
        json.WriteStartObject();
        json.WriteString("id", bookmark.Id);
        json.WriteString("name", bookmark.Name);
        json.WritePropertyName("payload");
        bookmark.Data.WriteTo(json);
        json.WriteString("activity", bookmark.ActivityInstanceId);
        Instant(json, "created", bookmark.CreatedAt);
        Instant(json, "due", bookmark.DueAt);
        json.WriteEndObject();
    }

    private static void Incident(Utf8JsonWriter json, Incident incident)
    {
        json.WriteStartObject();
        json.WriteString("message", incident.Message);
        Instant(json, "at", incident.Timestamp);
        Text(json, "activity", incident.ActivityId);
        Text(json, "node", incident.ActivityNodeId);
        Text(json, "execution", incident.ActivityInstanceId);
        Text(json, "type", incident.ActivityType);
        Text(json, "exception", incident.ExceptionType);
        Text(json, "cause", incident.Cause);
        json.WriteEndObject();
    }

    private static void Scheduled(Utf8JsonWriter json, ScheduledActivity item)
    {
        json.WriteStartObject();
        json.WriteString("node", item.NodeId);
        Text(json, "owner", item.OwnerId);
        Text(json, "callback", item.Callback);
        Text(json, "tag", item.Tag);
        Text(json, "existing", item.ExistingId);
        List(json, "variables", item.Variables ?? [], Variable);
        json.WriteEndObject();
    }

    private static void Outputs(Utf8JsonWriter json, ActivityOutputs outputs)
    {
        json.WriteStartObject();
        json.WriteString("node", outputs.NodeId);
        Bag(json, "values", outputs.Values);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static void Bag(Utf8JsonWriter json, string name, IReadOnlyCollection<KeyValuePair<string, object?>> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            json.WritePropertyName(key);
            Value(json, value);
        }

        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Instant(Utf8JsonWriter json, string name, DateTimeOffset? value)
    {
        if (value is { } instant)
        {
            json.WriteString(name, instant);
        }
    }

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (Values.Canonical(value))
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case JsonElement element:
                element.WriteTo(json);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
