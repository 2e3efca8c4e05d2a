using System.Text.Json;
using Planning.Rules.Books;
using Planning.Rules.Compatibility.Tests.Support;

namespace Planning.Rules.Compatibility.Tests.Probes;

/// <summary>Our own workflows in particular situations, with what RulesEngine 6.0.1 answered.</summary>
public sealed class When_a_workflow_probe_is_run
{
    private static readonly Dictionary<string, JsonElement> Probes = JsonDocument.Parse(File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Probes", "Data", "workflows.json"))).RootElement.EnumerateArray()
        .ToDictionary(probe => probe.GetProperty("name").GetString()!);

    public static TheoryData<string> Names => [.. Probes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task we_answer_as_the_reference_unless_the_table_says_why_not(string name)
    {
        var difference = await DifferenceAsync(Probes[name]);
        if (ProbeDifferences.OnPurpose.ContainsKey(name))
        {
            Assert.True(difference is not null, "This is answered as the reference does: take it off the list.");
        }
        else
        {
            Assert.Null(difference);
        }
    }

    private static async Task<string?> DifferenceAsync(JsonElement probe)
    {
        var book = new RuleBook(ReferenceSettings.Read(probe.GetProperty("settings")));
        string[] texts = probe.TryGetProperty("workflowText", out var written)
            ? [.. written.EnumerateArray().Select(text => text.GetString()!)]
            : [probe.GetProperty("workflows").GetRawText()];
        var refused = texts.SelectMany(book.Add).OfType<BookAnswer.Refused>().SelectMany(no => no.Mistakes).ToArray();
        if (probe.TryGetProperty("constructThrows", out _))
        {
            return refused is [] ? "accepted" : null;
        }

        if (refused is not [])
        {
            return $"refused: {string.Join(' ', refused.Select(mistake => mistake.ToString()))}";
        }

        var run = new ReferenceRun(book);
        foreach (var call in probe.GetProperty("calls").EnumerateArray())
        {
            if (await run.DifferenceAsync(call, call.GetProperty("expected")) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }
}
