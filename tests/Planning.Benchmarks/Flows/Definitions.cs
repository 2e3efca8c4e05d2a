using System.Globalization;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.JavaScript;

namespace Planning.Benchmarks.Flows;

/// <summary>The definitions that are run, as the designer writes them.</summary>
internal static class Definitions
{
    private static readonly JavaScriptLanguage[] Languages = [new()];

    /// <summary>Says something, waits for the event <c>go</c>, says something.</summary>
    public static string Waiting { get; } = Workflow("waiting", SequenceOf(
        Say(1),
        """
        { "type": "Elsa.Event", "version": 1, "id": "wait", "name": "Event1",
          "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "go" } } }
        """,
        Say(2)));

    public static WorkflowDefinition Read(string json) => WorkflowReader.Read(json, ActivityCatalog.BuiltIn, Languages) switch
    {
        WorkflowReading.Sound sound => sound.Definition,
        WorkflowReading.Flawed flawed => throw new InvalidOperationException(string.Join('\n', flawed.Mistakes)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Sequence(int length) =>
        Workflow("sequence", SequenceOf([.. Enumerable.Range(1, length).Select(Say)]));

    /// <summary>As <see cref="Sequence"/>, each line put together by a script.</summary>
    public static string Scripted(int length) => Workflow(
        "scripted",
        SequenceOf([.. Enumerable.Range(1, length).Select(Script)]),
        """ "variables": [ { "id": "n", "name": "Count", "typeName": "Int32", "value": "7" } ], """);

    /// <summary>A fork into two branches of eight activities each that meet in a join: 20 with begin and end.</summary>
    public static string Flowchart()
    {
        const string Fork = """
            { "type": "Elsa.FlowFork", "version": 1, "id": "fork", "name": "Fork1", "branches":
              { "typeName": null, "expression": { "type": "Object", "value": "[\"Left\",\"Right\"]" } } }
            """;
        const string Join = """
            { "type": "Elsa.FlowJoin", "version": 1, "id": "join", "name": "Join1",
              "mode": { "typeName": null, "expression": { "type": "Literal", "value": "WaitAll" } } }
            """;
        string[] left = [.. Enumerable.Range(2, 8).Select(Id)];
        string[] right = [.. Enumerable.Range(10, 8).Select(Id)];
        return Workflow("flowchart", FlowchartOf(
            [Say(1), Fork, .. Enumerable.Range(2, 16).Select(Say), Join, Say(18)],
            [
                Connect(Id(1), "fork"), Connect("fork", left[0], "Left"), Connect("fork", right[0], "Right"),
                .. Chain(left), .. Chain(right), Connect(left[^1], "join"), Connect(right[^1], "join"), Connect("join", Id(18)),
            ]));
    }

    /// <summary>A chain of activities in a flowchart.</summary>
    public static string Long(int length)
    {
        string[] ids = [.. Enumerable.Range(1, length).Select(Id)];
        return Workflow("long", FlowchartOf([.. Enumerable.Range(1, length).Select(Say)], [.. Chain(ids)]));
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"say{number}");

    private static string Say(int number) =>
        $$"""
        { "type": "Elsa.WriteLine", "version": 1, "id": "{{Id(number)}}", "name": "WriteLine{{number}}",
          "customProperties": { "canStartWorkflow": false, "runAsynchronously": false }, "metadata": {},
          "text": { "typeName": "String", "expression": { "type": "Literal", "value": "Line {{number}}" } } }
        """;

    private static string Script(int number) =>
        $$"""
        { "type": "Elsa.WriteLine", "version": 1, "id": "{{Id(number)}}", "name": "WriteLine{{number}}",
          "text": { "typeName": "String", "expression": { "type": "JavaScript", "value": "`Line ${variables.Count + {{number}}}`" } } }
        """;

    private static string SequenceOf(params string[] activities) =>
        $$"""{ "type": "Elsa.Sequence", "version": 1, "id": "root", "activities": [ {{string.Join(", ", activities)}} ] }""";

    private static string FlowchartOf(string[] activities, string[] connections) =>
        $$"""
        { "type": "Elsa.Flowchart", "version": 1, "id": "root", "activities": [ {{string.Join(", ", activities)}} ],
          "connections": [ {{string.Join(", ", connections)}} ] }
        """;

    private static IEnumerable<string> Chain(string[] ids) => ids.Zip(ids[1..], (from, to) => Connect(from, to));

    private static string Connect(string from, string to, string port = "Done") =>
        $$"""{ "source": { "activity": "{{from}}", "port": "{{port}}" }, "target": { "activity": "{{to}}", "port": "In" } }""";

    private static string Workflow(string id, string root, string members = "") =>
        $$"""
        { "id": "{{id}}-1", "definitionId": "{{id}}", "name": "{{id}}", "version": 1, "isPublished": true, {{members}}
          "root": {{root}} }
        """;
}
