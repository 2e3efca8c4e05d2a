using System.Text.Json;
using Planning.Rules.Analysis;
using Planning.Rules.Books;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Workflows.Versions;

namespace Planning.Host.Commands.Rules;

/// <summary>Tells every mistake in a rule file before it is in force.</summary>
internal sealed class RulesCheckCommand(CaseRun run)
{
    public Task<int> RunAsync(Func<RuleCase> start, CancellationToken cancellationToken) =>
        run.RunAsync(start, asked => ValueTask.FromResult(Check(asked)), cancellationToken);

    private static RuleAnswer Check(RuleCase asked)
    {
        var file = asked.Workflows ?? throw new CaseRefusedException("The case has no `workflows`.");
        return asked.Inputs is null && file.ValueKind is JsonValueKind.Object
            && RuleText.FactsOf(NameOf(file)) is { } facts
                ? CheckOurs(file.GetRawText(), facts)
                : CheckBook(file.GetRawText(), asked.Inputs is { } inputs ? NamedInputs.Schema(inputs) : null);
    }

    private static RuleAnswer CheckOurs(string file, FactSchema facts) => RuleSetReader.Read(file, facts) switch
    {
        RuleSetReading.Sound sound => new RuleAnswer
        {
            Checked = Checked.NamesAndTypes,
            Warnings = sound.Warnings,
            Findings = RuleSetAnalysis.Of(sound.RuleSet),
        },
        RuleSetReading.Flawed flawed => new RuleAnswer { Mistakes = flawed.Mistakes },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static RuleAnswer CheckBook(string file, FactSchema? facts)
    {
        var book = new RuleBook(RuleSettings.RulesEngine with { Flaws = FlawPolicy.Refuse }, facts);
        var answers = book.Add(file);
        Diagnostic[] mistakes =
            [.. answers.OfType<BookAnswer.Refused>().SelectMany(refused => refused.Mistakes)];
        return new RuleAnswer
        {
            Checked = mistakes is not [] ? null : facts is null ? Checked.StructureAndSyntax : Checked.NamesAndTypes,
            Mistakes = mistakes is [] ? null : mistakes,
            Warnings = [.. answers.OfType<BookAnswer.Accepted>().SelectMany(accepted => accepted.Warnings)],
            Findings = mistakes is not [] || facts is null ? null : FindingsOf(file, facts),
        };
    }

    // Only of a workflow that stands alone: what a book adds to it is not looked into.
    private static IReadOnlyList<Finding>? FindingsOf(string file, FactSchema facts) =>
        RuleSetReader.Read(file, facts, RuleSettings.RulesEngine with { Flaws = FlawPolicy.Refuse })
            is RuleSetReading.Sound sound ? RuleSetAnalysis.Of(sound.RuleSet) : null;

    private static string NameOf(JsonElement file) =>
        file.EnumerateObject().FirstOrDefault(member =>
            string.Equals(member.Name, "WorkflowName", StringComparison.OrdinalIgnoreCase)).Value
            is { ValueKind: JsonValueKind.String } name
            ? name.GetString()!
            : "";
}

/// <summary>How far a file could be checked.</summary>
internal enum Checked
{
    /// <summary>Nobody said what the rules may know.</summary>
    StructureAndSyntax,

    NamesAndTypes,
}
