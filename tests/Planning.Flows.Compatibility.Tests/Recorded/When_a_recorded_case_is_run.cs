using System.Text.Json.Nodes;
using Planning.Flows.Compatibility.Tests.Probes;
using Planning.Flows.Compatibility.Tests.Support;
using Planning.Flows.Flowcharts;

namespace Planning.Flows.Compatibility.Tests.Recorded;

/// <summary>Elsa's own test workflows: what its tests assert, and what a build of it did with the same files.</summary>
public sealed class When_a_recorded_case_is_run
{
    private const string None = "(none)";

    // Which of several waiting branches a recording went on with first is chance.
    private static readonly string[] OfBranches = ["lines", "journal"];

    private static readonly Lazy<Dictionary<string, FlowCase>> All = new(Read);

    public static IEnumerable<TheoryDataRow<string>> Cases =>
        Ids.Select(id => new TheoryDataRow<string>(id) { TestDisplayName = id });

    private static IEnumerable<string> Ids => CaseFolder.Find() is null ? [None] : All.Value.Keys;

    [Theory]
    [MemberData(nameof(Cases))]
    public void it_comes_out_as_in_Elsa_unless_a_table_says_why_not(string id)
    {
        if (id is None)
        {
            Assert.Skip(CaseFolder.WhyNone);
        }

        Verdict.On(All.Value[id]);
    }

    [Fact]
    public void the_tables_name_only_cases_that_exist()
    {
        if (CaseFolder.Find() is null)
        {
            Assert.Skip(CaseFolder.WhyNone);
        }

        Assert.Empty(DeliberateDifferences.Cases.Except(Ids).Except(When_a_probe_of_ours_is_run.Ids));
    }

    private static Dictionary<string, FlowCase> Read() =>
        OfTests().Concat(Exported()).ToDictionary(one => one.Id, StringComparer.Ordinal);

    private static IEnumerable<FlowCase> OfTests()
    {
        var observed = Json("observed.json").AsObject();
        return Json("cases.json").AsArray().Select(one => one!)
            .Where(one => one["kind"]!.GetValue<string>() is "run")
            .Select(one =>
            {
                var id = one["id"]!.GetValue<string>();
                var resumed = observed[id]?["resumedBookmarks"] as JsonArray ?? [];
                return new FlowCase(
                    id, [.. one["files"]!.AsArray().Select(file => Text(file!.GetValue<string>()))],
                    one["run"]!.GetValue<string>(), Mode(one["mode"]!.GetValue<string>()), one["input"], null, [],
                    resumed.Count > 0, ["variables", "instances", .. resumed.Count > 1 ? OfBranches : []], Expected(one["asserted"], observed[id]));
            });
    }

    private static IEnumerable<FlowCase> Exported()
    {
        var cases = Json("exported.json").AsArray().Select(one => one!).ToList();
        var texts = cases.Select(one => Text(one["file"]!.GetValue<string>())).ToList();
        foreach (var (one, text) in cases.Zip(texts))
        {
            foreach (var (field, observed) in one.AsObject().Where(member => member.Key.StartsWith("observed", StringComparison.Ordinal)))
            {
                var mode = field["observed-".Length..];
                var id = one["type"]!.GetValue<string>() + (mode is "default" ? "" : $"/{mode}");
                var unordered = observed!["stable"]!.GetValue<bool>() ? [] : OfBranches;
                yield return new FlowCase(
                    id, [text], JsonNode.Parse(text)!["definitionId"]!.GetValue<string>(), Mode(mode), null, null, [],
                    (observed["resumedBookmarks"] as JsonArray ?? []).Count > 0, unordered, Expected(null, observed))
                {
                    Others = [.. texts.Where(other => other != text)],
                };
            }
        }
    }

    private static JsonObject Expected(JsonNode? asserted, JsonNode? observed)
    {
        var expected = new JsonObject();
        foreach (var field in new[] { "status", "subStatus", "lines", "output", "variables", "incidents", "journal", "instances" })
        {
            if (observed?[field] is { } value)
            {
                expected[field] = value.DeepClone();
            }
        }

        if (observed?["bookmarks"] is { } names)
        {
            expected["bookmarkNames"] = names.DeepClone();
        }

        foreach (var (field, value) in asserted as JsonObject ?? [])
        {
            if (field is "lines" or "linesContain" or "status" or "subStatus" or "output" or "variables" or "stateRoundTrip")
            {
                expected[field] = value?.DeepClone();
            }
            else if (field is "completedOnce")
            {
                expected[$"completed {value!.GetValue<string>()}"] = 1;
            }
        }

        return expected;
    }

    private static FlowchartExecutionMode Mode(string mode) =>
        mode is "token" ? FlowchartExecutionMode.TokenBased : FlowchartExecutionMode.CounterBased;

    private static JsonNode Json(string file) => JsonNode.Parse(Text(file))!;

    private static string Text(string file) => File.ReadAllText(Path.Combine(CaseFolder.Find()!, file));
}
