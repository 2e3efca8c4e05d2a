using System.Text.Json.Nodes;
using Planning.Flows.Compatibility.Tests.Support;
using Planning.Flows.Flowcharts;

namespace Planning.Flows.Compatibility.Tests.Probes;

/// <summary>Definitions of ours, and what a build of Elsa 3 did with them; see Data/README.md.</summary>
public sealed class When_a_probe_of_ours_is_run
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Probes", "Data");

    private static readonly Dictionary<string, JsonNode> All = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "cases.json")))!
        .AsArray().ToDictionary(one => one!["id"]!.GetValue<string>(), one => one!);

    public static IEnumerable<string> Ids => All.Keys;

    public static IEnumerable<TheoryDataRow<string>> Cases =>
        Ids.Select(id => new TheoryDataRow<string>(id) { TestDisplayName = id });

    [Theory]
    [MemberData(nameof(Cases))]
    public void it_comes_out_as_in_Elsa_unless_a_table_says_why_not(string id) => Verdict.On(Read(All[id]));

    private static FlowCase Read(JsonNode one) => new(
        one["id"]!.GetValue<string>(),
        [.. one["files"]!.AsArray().Select(file => File.ReadAllText(Path.Combine(Folder, file!.GetValue<string>())))],
        one["run"]!.GetValue<string>(),
        one["mode"]!.GetValue<string>() is "counter" ? FlowchartExecutionMode.CounterBased : FlowchartExecutionMode.TokenBased,
        one["input"],
        one["correlationId"]?.GetValue<string>(),
        one["steps"]?.DeepClone().AsArray() ?? [],
        Resumes: false,
        [.. (one["unordered"] as JsonArray ?? []).Select(field => field!.GetValue<string>())],
        Expected(one["expected"]!.DeepClone().AsObject()));

    // What is absent in a recording says something too: nothing open, no other instance.
    private static JsonObject Expected(JsonObject expected)
    {
        if (!expected.ContainsKey("startException"))
        {
            expected.TryAdd("openActivities", new JsonArray());
            expected.TryAdd("otherInstances", new JsonArray());
            expected.TryAdd("correlationId", null);
            expected.TryAdd("name", null);
        }

        return expected;
    }
}
