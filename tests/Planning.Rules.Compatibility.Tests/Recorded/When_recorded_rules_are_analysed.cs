using System.Text.Json;
using Planning.Rules.Analysis;
using Planning.Rules.Compatibility.Tests.Support;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Compatibility.Tests.Recorded;

/// <summary>What is said of other people's rules, held against what RulesEngine answered.</summary>
public sealed class When_recorded_rules_are_analysed
{
    public static TheoryData<string> Cases => When_a_recorded_case_is_run.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task nothing_that_came_out_true_is_said_to_be_never_true(string name)
    {
        if (CaseFolder.Find() is not { } folder)
        {
            Assert.Skip(CaseFolder.WhyNone);
            return;
        }

        using var recorded = JsonDocument.Parse(await File.ReadAllTextAsync(
            Path.Combine(folder, $"{name}.json"), TestContext.Current.CancellationToken));
        var never = Workflows(recorded.RootElement)
            .SelectMany(workflow => Findings(workflow, recorded.RootElement))
            .Where(finding => finding.Rules is [var rule, ..]
                && finding.Sentence.StartsWith($"{rule} can never be true", StringComparison.Ordinal))
            .Select(finding => finding.Rules[0]);
        Assert.Empty(never.Intersect(Succeeded(recorded.RootElement.GetProperty("expected"))));
    }

    private static JsonElement[] Workflows(JsonElement recorded) =>
        recorded.TryGetProperty("workflows", out var workflows) && workflows.ValueKind is JsonValueKind.Array
            ? [.. workflows.EnumerateArray()]
            : [];

    private static IReadOnlyList<Finding> Findings(JsonElement workflow, JsonElement recorded) =>
        recorded.TryGetProperty("inputs", out var inputs) && inputs.ValueKind is JsonValueKind.Array
        && RuleSetReader.Read(workflow.GetRawText(), Facts(inputs), RuleSettings.RulesEngine) is RuleSetReading.Sound sound
            ? RuleSetAnalysis.Of(sound.RuleSet)
            : [];

    private static FactSchema Facts(JsonElement inputs) => new([.. inputs.EnumerateArray().Select(input => new FactInput(
        input.GetProperty("name").GetString()!,
        FactShape.Of(input.TryGetProperty("value", out var value) ? value : null, nulls: NullPolicy.RulesEngine)))]);

    private static IEnumerable<string> Succeeded(JsonElement expected) => expected.ValueKind switch
    {
        JsonValueKind.Object => expected.EnumerateObject().SelectMany(member => Succeeded(member.Value)).Concat(
            expected.TryGetProperty("isSuccess", out var success) && success.ValueKind is JsonValueKind.True
            && expected.TryGetProperty("ruleName", out var rule)
                ? [rule.GetString()!]
                : []),
        JsonValueKind.Array => expected.EnumerateArray().SelectMany(Succeeded),
        _ => [],
    };
}
