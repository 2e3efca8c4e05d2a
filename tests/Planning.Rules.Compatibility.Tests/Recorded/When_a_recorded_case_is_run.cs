using System.Text.Json;
using Planning.Rules.Books;
using Planning.Rules.Compatibility.Tests.Support;

namespace Planning.Rules.Compatibility.Tests.Recorded;

/// <summary>The cases recorded from RulesEngine 6.0.1, each with its workflows, settings and inputs.</summary>
public sealed class When_a_recorded_case_is_run
{
    private const string None = "(none)";

    public static TheoryData<string> Cases => CaseFolder.Find() is { } folder
        ? [.. Directory.EnumerateFiles(folder, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .Where(name => name[0] != '_').Order(StringComparer.Ordinal)]
        : [None];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task we_answer_as_the_reference_unless_the_table_says_why_not(string name)
    {
        if (name is None)
        {
            Assert.Skip(CaseFolder.WhyNone);
        }

        var text = await File.ReadAllTextAsync(
            Path.Combine(CaseFolder.Find()!, $"{name}.json"), TestContext.Current.CancellationToken);
        using var recorded = JsonDocument.Parse(text);
        var difference = await DifferenceAsync(recorded.RootElement);
        if (RecordedDifferences.OnPurpose.ContainsKey(name))
        {
            Assert.True(difference is not null, "This is answered as the reference does: take it off the list.");
        }
        else
        {
            Assert.Null(difference);
        }
    }

    private static async Task<string?> DifferenceAsync(JsonElement recorded)
    {
        RuleBook book;
        try
        {
            var inputs = recorded.TryGetProperty("inputs", out var given) ? given : default;
            book = new RuleBook(
                ReferenceSettings.Read(recorded.GetProperty("settings"), Registered.InputTypes(inputs)),
                ReferenceInputs.Schema(inputs));
        }
        catch (NotSupportedException missing)
        {
            return missing.Message;
        }

        var expected = recorded.GetProperty("expected");
        var puts = recorded.TryGetProperty("workflows", out var workflows) ? book.Add(workflows.GetRawText()) : [];
        if (recorded.TryGetProperty("precondition", out _))
        {
            puts = book.Add(workflows.GetRawText());
        }

        var mistakes = puts.OfType<BookAnswer.Refused>().SelectMany(refused => refused.Mistakes).ToArray();
        if (recorded.GetProperty("call").GetString() is "AddWorkflow")
        {
            return expected.TryGetProperty("throws", out _) == mistakes is not [] ? null : "accepted";
        }

        if (mistakes is not [])
        {
            return $"refused: {string.Join(' ', mistakes.Select(mistake => mistake.ToString()))}";
        }

        try
        {
            var cancelled = recorded.GetProperty("name").GetString()!.Contains("Cancelled", StringComparison.Ordinal)
                && expected.TryGetProperty("throws", out _);
            return await new ReferenceRun(book).DifferenceAsync(recorded, expected, cancelled);
        }
        catch (NotSupportedException missing)
        {
            return missing.Message;
        }
    }
}
