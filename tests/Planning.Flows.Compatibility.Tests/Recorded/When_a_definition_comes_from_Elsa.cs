using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Compatibility.Tests.Support;

namespace Planning.Flows.Compatibility.Tests.Recorded;

public sealed class When_a_definition_comes_from_Elsa
{
    // What may be said of a sound file of Elsa's while part of Elsa's activities and languages is still to come.
    private static readonly string[] StillToCome =
    [
        Codes.UnknownActivityType, Codes.UnknownActivityVersion, Codes.UnknownExpressionType,
    ];

    // Files with mistakes that Elsa lets pass; each is one an author wants to hear of.
    private static readonly (string File, string Code, string Reason)[] RightlyRefused =
    [
        ("ho-fork-none.json", Codes.UnknownPort, "a connection from a branch that the fork does not have"),
        ("bad-cron-expression.json", Codes.BadValue, "no CRON expression; Elsa refuses it when it is published"),
        ("elsa-gitbook.timeout-approval.json", Codes.UnknownVariable, "sets a variable that nobody declares"),
    ];

    [Fact]
    public void it_is_read_or_refused_only_for_what_does_not_run_here_yet()
    {
        var unexpected = new List<string>();
        var sound = 0;
        foreach (var file in Definitions())
        {
            switch (WorkflowReader.Read(File.ReadAllText(file), ActivityCatalog.BuiltIn))
            {
                case WorkflowReading.Sound read:
                    sound++;
                    Assert.True(JsonNode.DeepEquals(
                        JsonNode.Parse(File.ReadAllText(file)), JsonNode.Parse(read.Definition.ToJson())));
                    break;
                case WorkflowReading.Flawed flawed:
                    unexpected.AddRange(flawed.Mistakes
                        .Where(mistake => !StillToCome.Contains(mistake.Code) && !FollowsFromThose(mistake, flawed)
                            && !RightlyRefused.Any(known => known.File == Path.GetFileName(file) && known.Code == mistake.Code))
                        .Select(mistake => $"{Path.GetFileName(file)}: {mistake}"));
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        Assert.True(unexpected.Count == 0, string.Join('\n', unexpected));
        Assert.True(sound >= 60, $"Only {sound} definitions were sound.");
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

    // A connection dangles when the activity at its end is of a kind that is still to come.
    private static bool FollowsFromThose(Diagnostic mistake, WorkflowReading.Flawed flawed) =>
        mistake.Code == Codes.DanglingConnection
        && flawed.Mistakes.Any(cause => cause.ActivityId is { } id && StillToCome.Contains(cause.Code)
            && mistake.Message.Contains($"\"{id}\"", StringComparison.Ordinal));
}
