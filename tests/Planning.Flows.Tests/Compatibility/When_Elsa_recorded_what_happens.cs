using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;

namespace Planning.Flows.Tests.Compatibility;

/// <summary>Every recorded case that we can run yet gives what Elsa gave.</summary>
public sealed class When_Elsa_recorded_what_happens
{
    [Fact]
    public void the_cases_of_its_own_tests_come_out_the_same() => Compare(
        "cases.json", "case", ran: 12,
        one => one["kind"]!.GetValue<string>() == "run" && one["files"]!.AsArray().Count == 1
            && Id(one) != "FlowchartCompletion/workflow5", // Upstream's test resumes its event; the case does not say so.
        one => (Id(one), one["files"]![0]!.GetValue<string>(), one["asserted"], []));

    [Fact]
    public void its_exported_workflows_come_out_the_same() => Compare(
        "exported.json", "export", ran: 20,
        one => one["stable"]?.GetValue<bool>() is not false
            && (one["observed-token"] is not null || one["observed-default"] is not null),
        one => (one["type"]!.GetValue<string>(), one["file"]!.GetValue<string>(),
            one["observed-token"] ?? one["observed-default"], Resumed(one["observed-token"] ?? one["observed-default"])));

    [Fact]
    public void the_probes_come_out_the_same() => Compare(
        "probes/cases.json", "probe", ran: 12,
        one => one["files"]!.AsArray().Count == 1 && Id(one) is var id && !id.EndsWith("/counter", StringComparison.Ordinal),
        one => (Id(one), "probes/" + one["files"]![0]!.GetValue<string>(), one["expected"], Steps(one)));

    private static void Compare(
        string file, string kind, int ran, Func<JsonNode, bool> isOurs,
        Func<JsonNode, (string Id, string File, JsonNode? Expected, string[] Events)> read)
    {
        var differences = new List<string>();
        var count = 0;
        foreach (var one in RecordedCases.Load(file).Where(isOurs))
        {
            var (id, definitionFile, expected, events) = read(one);
            if (WorkflowReader.Read(RecordedCases.Read(definitionFile), ActivityCatalog.BuiltIn)
                is not WorkflowReading.Sound sound)
            {
                continue;
            }

            count++;
            var actual = RecordedRun.Of(sound.Definition, one["input"], events);
            differences.AddRange(actual.DifferencesTo(expected!)
                .Where(difference => !DeliberateDifferences.Contain(id, difference.Field))
                .Select(difference => $"{kind} {id}: {difference.Text}"));
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.True(count >= ran, $"Only {count} cases were run.");
    }

    private static string Id(JsonNode one) => one["id"]!.GetValue<string>();

    private static string[] Steps(JsonNode one) =>
        [.. (one["steps"] as JsonArray ?? []).Select(step => step!["event"]?.GetValue<string>() ?? "?")];

    // Upstream's runner resumes whatever waits, one after the other.
    private static string[] Resumed(JsonNode? observed) =>
        [.. (observed?["resumedBookmarks"] as JsonArray ?? []).Select(_ => RecordedRun.Whatever)];
}
