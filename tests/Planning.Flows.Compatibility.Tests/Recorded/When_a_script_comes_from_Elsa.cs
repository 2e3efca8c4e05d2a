using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Flows.Compatibility.Tests.Support;
using Planning.Flows.Expressions;
using Planning.Flows.JavaScript;

namespace Planning.Flows.Compatibility.Tests.Recorded;

public sealed class When_a_script_comes_from_Elsa
{
    // Scripts that need what this language leaves out, or that are wrong and meant to be.
    private static readonly Dictionary<string, string> RightlyRefused = new(StringComparer.Ordinal)
    {
        ["10n"] = "Big integers",
        ["2n ** 64n + ''"] = "Big integers",
        ["(async () => { await null; return 'async value' })()"] = "async",
        ["(async () => 1)() instanceof Promise"] = "async",
        ["Promise.resolve(7)"] = "Promises",
        ["(function*(){ yield 1; yield* [2,3] })().next().value + [...(function*(){ yield 1; yield* [2,3] })()].length"] = "Generator",
        ["1 +"] = "ends too early",
        ["undefinedFn()"] = "no name undefinedFn",
    };

    [Fact]
    public void it_compiles_or_is_refused_for_a_reason_that_is_named_here()
    {
        var language = new JavaScriptLanguage();
        var scope = new ExpressionScope([], [], DataType.Any);
        var scripts = Files().SelectMany(ScriptsIn).ToHashSet(StringComparer.Ordinal);
        var refused = new List<string>();
        foreach (var script in scripts)
        {
            var mistakes = language.CompileScript(script, scope, choosesOutcomes: true).Mistakes;
            var reason = RightlyRefused.GetValueOrDefault(script);
            if (mistakes.Count > 0 != reason is not null
                || mistakes.Any(mistake => !mistake.Message.Contains(reason!, StringComparison.Ordinal)))
            {
                refused.Add($"{script}: {string.Join(' ', mistakes.Select(mistake => mistake.Sentence))}");
            }
        }

        Assert.Empty(refused);
        Assert.True(scripts.Count >= 150, $"Only {scripts.Count} scripts were found.");
    }

    private static IEnumerable<string> Files()
    {
        if (CaseFolder.Find() is not { } folder)
        {
            Assert.Skip(CaseFolder.WhyNone);
            return [];
        }

        return Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> ScriptsIn(string file)
    {
        try
        {
            return ScriptsIn(JsonNode.Parse(File.ReadAllText(file))).ToList();
        }
        catch (JsonException)
        {
            return []; // One sample of Elsa's book is not one JSON value.
        }
    }

    private static IEnumerable<string> ScriptsIn(JsonNode? json) => json switch
    {
        JsonArray list => list.SelectMany(ScriptsIn),
        JsonObject one => Own(one).Concat(one.SelectMany(member => ScriptsIn(member.Value))),
        _ => [],
    };

    private static IEnumerable<string> Own(JsonObject one) => Text(one["type"]) switch
    {
        "JavaScript" when Text(one["value"]) is { } expression => [expression],
        "Elsa.RunJavaScript" when Text((one["script"] as JsonObject)?["expression"]?["value"]) is { } script => [script],
        _ => [],
    };

    private static string? Text(JsonNode? json) => json is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
