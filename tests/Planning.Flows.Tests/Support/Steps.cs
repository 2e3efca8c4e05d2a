namespace Planning.Flows.Tests.Support;

/// <summary>Activities and connections as the Studio saves them, without the lines that do not matter to a spec.</summary>
public static class Steps
{
    public static string Start(string id = "start") => $$"""{ "type": "Elsa.Start", "version": 1, "id": "{{id}}", "name": "{{id}}" }""";

    public static string End(string id = "end") => $$"""{ "type": "Elsa.End", "version": 1, "id": "{{id}}", "name": null }""";

    public static string Say(string id, string mergeMode = "None") =>
        $$"""
        { "type": "Elsa.WriteLine", "version": 1, "id": "{{id}}", "name": "{{id}}", "customProperties": { "mergeMode": "{{mergeMode}}" },
          "text": { "typeName": null, "expression": { "type": "Literal", "value": "{{id}}" }, "memoryReference": null } }
        """;

    /// <summary>Says what a variable holds.</summary>
    public static string SayVariable(string id, string variable) =>
        $$"""
        { "type": "Elsa.WriteLine", "version": 1, "id": "{{id}}",
          "text": { "typeName": "String", "expression": { "type": "Variable", "value": { "id": "{{variable}}", "name": "x" } } } }
        """;

    public static string Decide(string id, string expression) =>
        $$"""
        { "type": "Elsa.FlowDecision", "version": 1, "id": "{{id}}",
          "condition": { "typeName": "Boolean", "expression": {{expression}} } }
        """;

    public static string Await(string id) =>
        $$"""
        { "type": "Elsa.Event", "version": 1, "id": "{{id}}",
          "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "{{id}}" } } }
        """;

    public static string Fork(string id, params string[] branches) =>
        $$"""
        { "type": "Elsa.FlowFork", "version": 1, "id": "{{id}}", "branches": { "typeName": null, "expression":
          { "type": "Object", "value": "[{{string.Join(",", branches.Select(branch => $"\\\"{branch}\\\""))}}]" } } }
        """;

    public static string Join(string id, string mode) =>
        $$"""
        { "type": "Elsa.FlowJoin", "version": 1, "id": "{{id}}",
          "mode": { "typeName": null, "expression": { "type": "Literal", "value": "{{mode}}" } } }
        """;

    public static string Set(string id, string variable, string expression) =>
        $$"""
        { "type": "Elsa.SetVariable", "version": 1, "id": "{{id}}", "variable": { "id": "{{variable}}", "name": "x" },
          "value": { "typeName": "Object", "expression": {{expression}} } }
        """;

    /// <summary>Says what Tiny finds under a name.</summary>
    public static string SayValue(string id, string name) =>
        $$"""
        { "type": "Elsa.WriteLine", "version": 1, "id": "{{id}}",
          "text": { "typeName": "String", "expression": {{Tiny($"get {name}")}} } }
        """;

    public static string Sequence(string id, params string[] activities) =>
        $$"""{ "type": "Elsa.Sequence", "version": 1, "id": "{{id}}", "variables": [], "activities": [ {{List(activities)}} ] }""";

    public static string ForEach(string id, string items, string body, string type = "ForEach") =>
        $$"""
        { "type": "Elsa.{{type}}", "version": 1, "id": "{{id}}", "items": { "typeName": null, "expression": {{items}} },
          "body": {{body}} }
        """;

    public static string Break(string id = "break") => $$"""{ "type": "Elsa.Break", "version": 1, "id": "{{id}}" }""";

    public static string Literal(string json) => $$"""{ "type": "Literal", "value": {{json}} }""";

    public static string Tiny(string text) => $$"""{ "type": "Tiny", "value": "{{text}}" }""";

    public static string List(params string[] items) => string.Join(",\n", items);

    /// <summary>Connections written as <c>a -> b</c> or <c>a.Port -> b</c>.</summary>
    public static string Connect(params string[] arrows) => List([.. arrows.Select(arrow =>
    {
        var ends = arrow.Split(" -> ");
        var source = ends[0].Split('.');
        var port = source.Length > 1 ? source[1] : "Done";
        return $$"""{ "source": { "activity": "{{source[0]}}", "port": "{{port}}" }, "target": { "activity": "{{ends[1]}}", "port": "In" }, "vertices": [] }""";
    })]);

    public static string Variables(params string[] variables) => $"\"variables\": [ {string.Join(", ", variables)} ],";

    public static string Variable(string name, string type, string value) =>
        $$"""{ "id": "{{name}}", "name": "{{name}}", "typeName": "{{type}}", "isArray": false, "value": {{value}}, "storageDriverTypeName": null }""";
}
