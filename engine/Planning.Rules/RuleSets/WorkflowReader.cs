using Planning.Rules.Binding;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;

namespace Planning.Rules.RuleSets;

/// <summary>Reads one workflow: its name, its global parameters, its rules.</summary>
/// <param name="schema">Null when only the structure is checked.</param>
/// <param name="inBook">Whether actions and injected workflows have a rule book to find what they name.</param>
internal sealed class WorkflowReader(
    FactSchema? schema, RuleSettings settings, Findings findings, bool inBook = false)
{
    private static readonly string[] Known =
        ["WorkflowName", "Version", "GlobalParams", "Rules", "WorkflowsToInject", "RuleExpressionType"];

    /// <param name="injected">The workflows whose rules come after the file's own.</param>
    public RuleSet? Read(JsonShape shape, params IReadOnlyList<JsonShape> injected)
    {
        var nulls = new Nulls(settings.Nulls);
        var expressions = new ExpressionReader(schema, settings, nulls, findings);
        var name = NameOf(shape);
        var version = shape.Text("Version") ?? "1";
        _ = RuleReader.ExpressionType(shape, findings);
        var injects = Injects(shape);
        Formula.Input[] inputs =
            [.. (schema?.Inputs ?? []).Select((input, i) => new Formula.Input(i, input.Name, input.Type))];
        var parameters = new ParameterReader(expressions, settings, findings, inputs.Length);
        var globals = parameters.Read(shape, "GlobalParams", Scope.Of(inputs, settings.NamesIgnoreCase));
        var rules = new RuleReader(expressions, parameters, nulls, settings, findings, inBook)
            .ReadAll([shape, .. injected], globals.Scope, mayBeEmpty: injects);
        globals.WarnOfUnused(findings);
        foreach (var input in inputs.Where(input => inputs.Length > 1 && !globals.Scope.IsUsed(input)))
        {
            findings.Warn(DiagnosticCode.Unused, shape.Path, $"Nothing uses the input `{input.Name}`.");
        }

        findings.WarnOfIgnored(shape, "workflow", Known);
        return findings.Mistakes is [] && schema is not null
            ? new RuleSet(
                name!,
                version,
                new Frames(schema, globals.Values, parameters.Slots, settings.TimeLimit),
                settings,
                rules)
            {
                Flaw = globals.Flaw,
            }
            : null;
    }

    private string? NameOf(JsonShape shape)
    {
        var name = shape.Text("WorkflowName");
        if (string.IsNullOrWhiteSpace(name))
        {
            findings.Mistake(DiagnosticCode.Missing, shape.PathOf("WorkflowName"), "A workflow must have a name.");
        }

        return name;
    }

    private bool Injects(JsonShape shape)
    {
        if (shape.Texts("WorkflowsToInject") is [])
        {
            return false;
        }

        if (!inBook)
        {
            findings.Mistake(
                DiagnosticCode.NotSupported,
                shape.PathOf("WorkflowsToInject"),
                "Workflows are injected by a rule book; for a file read alone, write the rules into it.");
        }

        return true;
    }
}
