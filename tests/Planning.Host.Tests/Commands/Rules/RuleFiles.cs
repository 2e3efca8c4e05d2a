using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Commands.Rules;

/// <summary>Rule files and inputs that somebody has written, for one test.</summary>
internal sealed class RuleFiles : IDisposable
{
    public const string Discount = """
        {
          "WorkflowName": "discount",
          "Rules": [
            {
              "RuleName": "large order",
              "Expression": "order.Total > 1000 AND order.Country = \"CH\"",
              "ErrorMessage": "The order is over $(order.Total).",
              "SuccessEvent": "10",
              "Actions": { "OnSuccess": { "Name": "OutputExpression", "Context": { "Expression": "order.Total * 0.1m" } } }
            },
            {
              "RuleName": "either",
              "Operator": "Or",
              "Rules": [
                { "RuleName": "loyal", "Expression": "order.Years >= 5" },
                { "RuleName": "new", "Expression": "order.Years == 0" }
              ]
            }
          ]
        }
        """;

    public const string Order = """{"order":{"Total":1500,"Country":"CH","Years":2}}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <returns>Where the text was written.</returns>
    public string File(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public static JsonNode Json(CommandRun run) => JsonNode.Parse(run.Out)!;

    public static JsonNode[] Lines(CommandRun run) => [.. run.Out.Split('\n').Select(line => JsonNode.Parse(line)!)];

    /// <summary>A line of a batch.</summary>
    public static string Line(object asked) => JsonSerializer.Serialize(asked) + "\n";
}
