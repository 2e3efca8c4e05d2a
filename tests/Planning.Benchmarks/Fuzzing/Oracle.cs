using System.Text.Json;
using System.Text.RegularExpressions;
using Planning.Rules.Books;
using Planning.Rules.Decisions;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Benchmarks.Fuzzing;

/// <summary>Says of any input whether the engine kept what it promises.</summary>
internal sealed partial class Oracle
{
    private const string OverLimit = "(RULE04";
    private const int Often = 110;
    private const int OneInMany = 64;

    private static readonly HashSet<string> Predicates = [];

    private readonly RuleBook _book = new(RuleSettings.RulesEngine);

    /// <summary>Inputs that were sound and so were judged.</summary>
    public long Judged { get; private set; }

    /// <returns>The broken promise; null when all were kept.</returns>
    public string? Broken(FuzzInput input)
    {
        try
        {
            return input.StandsAlone ? OfExpression(input) : OfFile(input);
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            return $"threw {thrown}";
        }
    }

    private string? OfFile(FuzzInput input)
    {
        var subject = input.Subject;
        var settings = new RuleSettings
        {
            Nulls = subject.Nulls,
            Flaws = subject.Nulls is NullPolicy.RulesEngine ? FlawPolicy.FailTheRule : FlawPolicy.Refuse,
        };
        switch (RuleSetReader.Read(input.File, subject.Schema, settings))
        {
            case RuleSetReading.Flawed { Mistakes: [] }:
                return "refused without a mistake";
            case RuleSetReading.Flawed flawed:
                return flawed.Mistakes.Select(Unclear).FirstOrDefault(fault => fault is not null);
            case RuleSetReading.Sound sound:
                Judged++;
                return sound.Warnings.Select(Unclear).FirstOrDefault(fault => fault is not null)
                    ?? OfSet(sound.RuleSet, subject.Facts, Judged % OneInMany == 0);
            default:
                return "an unknown answer";
        }
    }

    private static string? Unclear(Diagnostic mistake) =>
        !Code().IsMatch(mistake.Code) ? $"a strange code: {mistake}"
        : !mistake.Path.Contains('$', StringComparison.Ordinal) ? $"no path: {mistake}"
        : mistake.Message is "" ? $"no message: {mistake}"
        : mistake.Line < 1 || mistake.Column < 1 ? $"no place: {mistake}"
        : IsOfExpression(mistake.Code) && mistake.Line is null ? $"no place: {mistake}"
        : null;

    private static bool IsOfExpression(string code) => code is DiagnosticCode.Syntax or DiagnosticCode.UnknownName
        or DiagnosticCode.TypeMismatch or DiagnosticCode.NotAllowed or DiagnosticCode.BadLiteral
        or DiagnosticCode.NotACondition or DiagnosticCode.OutsideDialect or DiagnosticCode.TooDeep
        or DiagnosticCode.TooManyParts or DiagnosticCode.TooManyLambdas or DiagnosticCode.ValuesTooDeep
        or DiagnosticCode.TooManyShapes;

    private static string? OfSet(RuleSet set, IReadOnlyList<RuleParameter> facts, bool often)
    {
        var results = set.Evaluate(facts).Results;
        var explanation = set.ExplainAll(null, facts);
        foreach (var (result, told) in results.Zip(explanation.Rules))
        {
            var isOver = result.Message.Contains(OverLimit, StringComparison.Ordinal) || told.Failure is not null;
            if (result.IsSuccess != told.IsSuccess && !isOver)
            {
                return $"{result.Rule.Name} is {result.IsSuccess} and explained as {told.IsSuccess}: {told.Sentence}";
            }

            if (told.Trace is { } trace && trace.Truth != told.IsSuccess && !isOver)
            {
                return $"{result.Rule.Name} is {told.IsSuccess} and traced as {trace.Truth}: {told.Sentence}";
            }
        }

        using var json = JsonDocument.Parse(explanation.ToJson(), new JsonDocumentOptions { MaxDepth = 512 });
        _ = set.Globals(facts);
        return OfDecision(set.Decide(DecisionState.Empty, Predicates, facts), results)
            ?? (often ? OfRepetition(set, facts, results) : null);
    }

    private static string? OfDecision(DecisionResult decision, IReadOnlyList<RuleResult> results) => decision.Outcomes
        .Select(outcome => (outcome, result: results.First(result => result.Rule == outcome.Rule)))
        .Where(pair => !pair.result.Message.Contains(OverLimit, StringComparison.Ordinal))
        .Where(pair => pair.outcome switch
        {
            RuleOutcome.NotReached => false,
            RuleOutcome.NotTrue => pair.result.IsSuccess is not false,
            RuleOutcome.Unknown => pair.result.IsSuccess is not null,
            _ => pair.result.IsSuccess is not true,
        })
        .Select(pair =>
            $"{pair.result.Rule.Name} is {pair.result.IsSuccess} and decided as {pair.outcome.GetType().Name}")
        .FirstOrDefault();

    // Interpreted at first, then machine code.
    private static string? OfRepetition(
        RuleSet set, IReadOnlyList<RuleParameter> facts, IReadOnlyList<RuleResult> first)
    {
        var before = string.Join('|', first.Select(Shown));
        for (var i = 0; i < Often; i++)
        {
            var after = string.Join('|', set.Evaluate(facts).Results.Select(Shown));
            if (after != before)
            {
                return $"the first time {before}, later {after}";
            }

            if (before.Contains(OverLimit, StringComparison.Ordinal))
            {
                return null;
            }
        }

        return null;
    }

    private static string Shown(RuleResult result) => $"{result.IsSuccess} {result.Message}";

    private string? OfExpression(FuzzInput input) => _book.Compute(input.Text, input.Subject.Facts) switch
    {
        Computation.Flawed { Mistakes: [] } => "refused without a mistake",
        Computation.Flawed flawed => flawed.Mistakes.Select(Unclear).FirstOrDefault(fault => fault is not null),
        Computation.Failed { Reason: "" } => "failed without a reason",
        _ => null,
    };

    [GeneratedRegex("^RULE0[0-9]{2}$")]
    private static partial Regex Code();
}
