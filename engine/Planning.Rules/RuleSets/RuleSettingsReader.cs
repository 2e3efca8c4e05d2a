using System.Text.Json;

namespace Planning.Rules.RuleSets;

/// <summary>Reads settings from JSON: under our names, or under those RulesEngine's <c>ReSettings</c> has for
/// them.</summary>
public static class RuleSettingsReader
{
    private static readonly string[] Known =
    [
        "Nulls", "Flaws", "NamesIgnoreCase", "ReadsParameters", "FillsMessages", "TellsFailures",
        "StopsAtDecidingRule", "RunsActions", "EnableExceptionAsErrorMessage", "IgnoreException",
        "EnableFormattedErrorMessage", "EnableScopedParams", "IsExpressionCaseSensitive", "NestedRuleExecutionMode",
        "AutoExecuteActions", "UseFastExpressionCompiler", "EnableParallelRuleCompilation", "CacheConfig",
        "AutoRegisterInputType",
    ];

    /// <param name="json">An object; names in any case. What it does not name stays as in
    /// <paramref name="start"/>.</param>
    /// <param name="mistakes">Gets everything that is wrong. Types and actions cannot be named in JSON: whoever
    /// embeds the engine registers them.</param>
    public static RuleSettings Read(JsonElement json, RuleSettings start, ICollection<Diagnostic> mistakes)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(mistakes);
        if (json.ValueKind is not JsonValueKind.Object)
        {
            mistakes.Add(new Diagnostic(
                DiagnosticCode.WrongShape, "$", $"Settings must be an object, not {JsonShape.Kind(json)}."));
            return start;
        }

        var findings = new Findings();
        var shape = new JsonShape(json, "$", findings);
        var settings = Flags(shape, start) with
        {
            Nulls = Chosen<NullPolicy>(shape, "Nulls", findings) ?? start.Nulls,
            Flaws = Flaws(shape, findings) ?? start.Flaws,
            StopsAtDecidingRule = Stops(shape, findings) ?? start.StopsAtDecidingRule,
        };
        foreach (var name in shape.Others())
        {
            findings.Mistake(
                DiagnosticCode.UnknownName,
                shape.PathOf(name),
                $"There is no setting `{name}`.",
                Spelling.Nearest(name, Known));
        }

        foreach (var mistake in findings.Mistakes)
        {
            mistakes.Add(mistake);
        }

        return settings;
    }

    private static RuleSettings Flags(JsonShape shape, RuleSettings start)
    {
        // How fast, and how much is kept: ours needs no such setting.
        _ = (shape.Flag("UseFastExpressionCompiler"), shape.Flag("EnableParallelRuleCompilation"),
            shape.Any("CacheConfig"), shape.Flag("AutoRegisterInputType"));
        return start with
        {
            NamesIgnoreCase = shape.Flag("NamesIgnoreCase")
                ?? !shape.Flag("IsExpressionCaseSensitive") ?? start.NamesIgnoreCase,
            ReadsParameters = shape.Flag("ReadsParameters")
                ?? shape.Flag("EnableScopedParams") ?? start.ReadsParameters,
            FillsMessages = shape.Flag("FillsMessages")
                ?? shape.Flag("EnableFormattedErrorMessage") ?? start.FillsMessages,
            TellsFailures = shape.Flag("TellsFailures")
                ?? !shape.Flag("IgnoreException") ?? start.TellsFailures,
            RunsActions = shape.Flag("RunsActions")
                ?? shape.Flag("AutoExecuteActions") ?? start.RunsActions,
        };
    }

    private static FlawPolicy? Flaws(JsonShape shape, Findings findings) =>
        Chosen<FlawPolicy>(shape, "Flaws", findings) ?? shape.Flag("EnableExceptionAsErrorMessage") switch
        {
            true => FlawPolicy.FailTheRule,
            false => FlawPolicy.Throw,
            null => null,
        };

    private static bool? Stops(JsonShape shape, Findings findings) =>
        shape.Flag("StopsAtDecidingRule") ?? Chosen<NestedMode>(shape, "NestedRuleExecutionMode", findings) switch
        {
            null => null,
            var mode => mode is NestedMode.Performance,
        };

    private static T? Chosen<T>(JsonShape shape, string name, Findings findings)
        where T : struct, Enum
    {
        if (shape.Text(name) is not { } written)
        {
            return null;
        }

        if (Enum.TryParse<T>(written, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen))
        {
            return chosen;
        }

        findings.Mistake(
            DiagnosticCode.WrongShape,
            shape.PathOf(name),
            $"`{name}` must be one of {string.Join(", ", Enum.GetNames<T>())}.",
            Spelling.Nearest(written, Enum.GetNames<T>()));
        return null;
    }

    // RulesEngine's two words.
    private enum NestedMode
    {
        All,
        Performance,
    }
}
