using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Flows.Definitions;
using Planning.Flows.Compatibility.Tests.Support;
using Planning.Workflows.Playbooks;

namespace Planning.Flows.Compatibility.Tests.Recorded;

public sealed class When_a_definition_comes_from_Elsa
{
    private const string Endpoint = "our workflows do not answer HTTP requests of others";
    private const string Liquid = "Liquid is none of our languages";
    private const string Unspeakable = "generators, big integers or promises, which our JavaScript does not have";

    // Files with mistakes that Elsa lets pass, each one that an author wants to hear of; and what is none of ours.
    private static readonly (string File, string Code, string Reason)[] Refused =
    [
        ("ho-fork-none.json", Codes.UnknownPort, "a connection from a branch that the fork does not have"),
        ("bad-cron-expression.json", Codes.BadValue, "no CRON expression; Elsa refuses it when it is published"),
        ("elsa-gitbook.timeout-approval.json", Codes.UnknownActivityType, "an activity of somebody's own host"),
        ("elsa-gitbook.fanout-flowchart.json", Codes.UnknownActivityType, "an activity that Elsa 3 does not have"),
        ("ho-fault-ev.json", Codes.BadExpression, "a function that nobody declares"),
        ("ho-fault-syntax.json", Codes.BadExpression, "a script that ends too early"),
        ("ho-js-2.json", Codes.BadExpression, Unspeakable),
        ("ho-js-await.json", Codes.BadExpression, Unspeakable),
        ("ho-js-fmt.json", Codes.BadExpression, Unspeakable),
        ("elsa-samples.get-product.json", Codes.UnknownExpressionType, Liquid),
        ("IntegrationTests.Scenarios.HttpRequestWithLiquid.JavascriptAndLiquidWorkflow.json", Codes.UnknownExpressionType, Liquid),
        ("workflow-definition-parent.json", Codes.UnknownActivityType, Endpoint),
        ("http-hello-world.json", Codes.UnknownActivityType, Endpoint),
        ("CacheInvalidation_Parent.json", Codes.UnknownActivityType, Endpoint),
        ("dynamic-endpoint-http-workflow.json", Codes.UnknownActivityType, Endpoint),
        ("http-workflow.json", Codes.UnknownActivityType, Endpoint),
        ("elsa-guides.get-user.json", Codes.UnknownActivityType, Endpoint),
        ("elsa-samples.HelloWorldHttp.json", Codes.UnknownActivityType, Endpoint),
        ("elsa-samples.main.json", Codes.UnknownActivityType, Endpoint),
    ];

    [Fact]
    public void it_is_read_unless_the_table_says_why_not()
    {
        var unexpected = new List<string>();
        var refused = new HashSet<(string File, string Code)>();
        var sound = 0;
        foreach (var folder in Definitions().GroupBy(Path.GetDirectoryName))
        {
            // Those of one folder use one another.
            var reading = DefinitionSetReader.Read(
                [.. folder.Select(file => new DefinitionFile(Path.GetFileName(file), File.ReadAllText(file)))],
                PlaybookReader.Activities, PlaybookReader.Languages);
            sound += reading.Definitions.Count;
            foreach (var (file, mistake) in reading.Mistakes)
            {
                if (Array.Exists(Refused, known => known.File == file && known.Code == mistake.Code))
                {
                    refused.Add((file, mistake.Code));
                }
                else
                {
                    unexpected.Add($"{file}: {mistake}");
                }
            }
        }

        Assert.True(unexpected.Count == 0, string.Join('\n', unexpected));
        Assert.Equal(Refused.Select(known => (known.File, known.Code)).Order(), refused.Order());
        Assert.True(sound >= 200, $"Only {sound} definitions were sound.");
    }

    [Fact]
    public void it_survives_reading_and_writing_with_every_member()
    {
        foreach (var text in Definitions().Select(File.ReadAllText))
        {
            if (WorkflowReader.Read(text, PlaybookReader.Activities, PlaybookReader.Languages) is WorkflowReading.Sound read)
            {
                Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(read.Definition.ToJson())));
            }
        }
    }

    private static IEnumerable<string> Definitions()
    {
        if (CaseFolder.Find() is not { } folder)
        {
            Assert.Skip(CaseFolder.WhyNone);
            return [];
        }

        return new[] { "json", "exported", "probes/definitions" }
            .SelectMany(name => Directory.EnumerateFiles(Path.Combine(folder, name), "*.json", SearchOption.AllDirectories))
            .Where(IsDefinition)
            .Order(StringComparer.Ordinal);
    }

    // The folder also holds notes with several documents in one file; those are no definitions.
    private static bool IsDefinition(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) is JsonObject json
                && json.ContainsKey("root") && json.ContainsKey("definitionId");
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
