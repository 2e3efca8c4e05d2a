using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Flows.Definitions;
using Planning.Flows.Instances;

namespace Planning.Flows.Tests.Compatibility;

internal sealed record Difference(string Field, string Text);

/// <summary>One of our runs, in the words of the recordings.</summary>
internal sealed record RecordedRun(WorkflowState State, IReadOnlyList<string> Lines, IReadOnlyList<LogRecord> Log)
{
    public const string Whatever = "*";

    public static RecordedRun Of(WorkflowDefinition definition, JsonNode? input, IReadOnlyList<string> events)
    {
        var lines = new List<string>();
        var log = new List<LogRecord>();
        var given = (input as JsonObject)?.ToDictionary(pair => pair.Key, pair => (object?)pair.Value) ?? [];
        var burst = WorkflowRunner.Start(definition, "i", null, given, Environment());
        Keep(burst);
        foreach (var name in events)
        {
            foreach (var bookmark in burst.State.Bookmarks.Where(bookmark => IsFor(bookmark, name)).ToList())
            {
                var stored = WorkflowState.Parse(burst.State.ToJson());
                burst = WorkflowRunner.Resume(definition, stored, bookmark.Id, new Dictionary<string, object?>(), Environment());
                Keep(burst);
            }
        }

        return new RecordedRun(burst.State, lines, log);

        void Keep(Burst one)
        {
            lines.AddRange(one.Lines);
            log.AddRange(one.Log);
        }

        BurstEnvironment Environment() => new(
            new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero),
            () => string.Create(CultureInfo.InvariantCulture, $"id{Interlocked.Increment(ref _ids)}"), null)
        {
            IncidentStrategy = IncidentStrategy.Fault,
        };
    }

    private static int _ids;

    public IEnumerable<Difference> DifferencesTo(JsonNode expected)
    {
        foreach (var (field, value) in expected.AsObject())
        {
            var actual = field switch
            {
                "lines" => Array(Lines),
                "status" => State.Status.ToString(),
                "subStatus" => State.SubStatus.ToString(),
                "output" => JsonSerializer.SerializeToNode(State.Output.ToDictionary()),
                "bookmarks" => new JsonArray([.. State.Bookmarks.Select(bookmark => Array([bookmark.Name, bookmark.ActivityId]))]),
                "journal" => new JsonArray([.. Log.Select(record =>
                    Array([Named(record.ActivityId), record.ActivityType, record.EventName]))]),
                _ => null,
            };
            if (actual is not null && !JsonNode.DeepEquals(actual, Comparable(field, value)))
            {
                yield return new Difference(field, $"{field}\n  Elsa: {value?.ToJsonString()}\n  ours: {actual.ToJsonString()}");
            }
        }
    }

    private static bool IsFor(Bookmark bookmark, string name) =>
        name == Whatever || bookmark.Payload["eventName"]?.GetValue<string>() == name;

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static string Named(string activityId) => activityId == "Workflow1" ? "Workflow" : activityId;

    // The recordings write the implicit workflow as Workflow or Workflow1, and upstream's own tests call "running" status too.
    private static JsonNode? Comparable(string field, JsonNode? value) => field == "journal"
        ? new JsonArray([.. value!.AsArray().Select(entry => Array(entry!.AsArray().Select((part, index) =>
            index == 0 ? Named(part!.GetValue<string>()) : part!.GetValue<string>())))])
        : value;
}
