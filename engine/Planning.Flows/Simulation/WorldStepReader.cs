using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;
using Planning.Flows.Runtime;

namespace Planning.Flows.Simulation;

/// <summary>Reads what is to happen to a simulated world: a JSON list with one object for each step.</summary>
/// <remarks>
/// <c>{"event": name, "payload"?, "correlationId"?, "any"?, "instanceOf"?}</c>, <c>{"resume": activityId}</c>,
/// <c>{"task": name, "result"?}</c>, <c>{"cancel": true}</c>, <c>{"advance": "1.00:00:00"}</c> and
/// <c>{"http": 200 or "timeout" or "failed", "activity"?, "body"?, "headers"?, "contentType"?}</c>.
/// </remarks>
public static class WorldStepReader
{
    private static readonly (string Kind, string[] Members)[] Kinds =
    [
        ("event", ["payload", "correlationId", "any", "instanceOf"]),
        ("resume", []),
        ("task", ["result"]),
        ("cancel", []),
        ("advance", []),
        ("http", ["activity", "body", "headers", "contentType"]),
    ];

    /// <exception cref="FormatException">Says of every step that is wrong where it stands and how to mend it.</exception>
    public static IReadOnlyList<WorldStep> Read(string json)
    {
        JsonNode? document;
        try
        {
            document = JsonNode.Parse(json);
        }
        catch (JsonException flaw)
        {
            throw new FormatException(FormattableString.Invariant(
                $"The steps are not JSON: line {flaw.LineNumber + 1}, byte {flaw.BytePositionInLine + 1}."), flaw);
        }

        if (document is not JsonArray items)
        {
            throw new FormatException("The steps are a JSON list, such as [{\"event\": \"go\"}, {\"advance\": \"1.00:00:00\"}].");
        }

        var (steps, mistakes) = (new List<WorldStep>(), new List<string>());
        foreach (var (item, index) in items.Select((item, index) => (item, index)))
        {
            try
            {
                steps.Add(Step(item as JsonObject ?? throw new FormatException($"A step is an object with one of: {Names()}.")));
            }
            catch (FormatException mistake)
            {
                mistakes.Add(string.Create(CultureInfo.InvariantCulture, $"$[{index}]: {mistake.Message}"));
            }
        }

        return mistakes is [] ? steps : throw new FormatException(string.Join('\n', mistakes));
    }

    private static WorldStep Step(JsonObject step)
    {
        var kinds = Kinds.Where(kind => step.ContainsKey(kind.Kind)).ToList();
        if (kinds is not [var (kind, members)])
        {
            throw new FormatException($"A step has exactly one of: {Names()}.");
        }

        if (step.Select(member => member.Key).Except([kind, .. members]).FirstOrDefault() is { } stranger)
        {
            throw new FormatException($"\"{stranger}\" means nothing beside \"{kind}\". "
                + (members is [] ? "Leave it out." : $"There may be: {string.Join(", ", members)}."));
        }

        return kind switch
        {
            "event" => new WorldStep.Event(
                Required(step, kind), Value(step, "payload"), step.Text("correlationId"), step.Text("instanceOf"), step.Flag("any")),
            "resume" => new WorldStep.Resume(Required(step, kind)),
            "task" => new WorldStep.Task(Required(step, kind), Value(step, "result")),
            "cancel" => step.Flag(kind) ? new WorldStep.Cancel() : throw new FormatException("Write \"cancel\": true."),
            "advance" => new WorldStep.Advance(Span(Required(step, kind))),
            _ => new WorldStep.Http(step.Text("activity"), Outcome(step)),
        };
    }

    private static string Names() => string.Join(", ", Kinds.Select(kind => kind.Kind));

    private static string Required(JsonObject step, string kind) => step.Text(kind) is { Length: > 0 } text
        ? text
        : throw new FormatException($"\"{kind}\" needs a text.");

    private static object? Value(JsonObject step, string member) =>
        step[member] is { } value ? Values.Canonical(value) : null;

    private static TimeSpan Span(string text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero
            ? span
            : throw new FormatException($"\"{text}\" is no span of time that can pass. Write days.hours:minutes:seconds, such as 1.00:00:00.");

    private static HttpOutcome Outcome(JsonObject step) => step.Text("http") switch
    {
        "timeout" => new HttpOutcome.TimedOut(),
        "failed" => new HttpOutcome.FailedToConnect(step.Text("body") ?? "The server did not answer."),
        { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 100 and < 600 =>
            new HttpOutcome.Answered(code, Headers(step["headers"]), ContentType(step), Body(step["body"])),
        _ => throw new FormatException("\"http\" is a status code such as 200, or \"timeout\", or \"failed\"."),
    };

    private static List<KeyValuePair<string, string>> Headers(JsonNode? json) => json switch
    {
        null => [],
        JsonObject headers => [.. headers.Select(header => KeyValuePair.Create(
            header.Key, header.Value.AsText() ?? throw new FormatException($"The header \"{header.Key}\" needs a text.")))],
        _ => throw new FormatException("\"headers\" is an object with a text for each header."),
    };

    private static string? ContentType(JsonObject step) =>
        step.Text("contentType") ?? (step["body"] is JsonObject or JsonArray ? "application/json" : "text/plain");

    private static string? Body(JsonNode? body) => body is JsonObject or JsonArray ? body.ToJsonString() : body.AsText();
}
