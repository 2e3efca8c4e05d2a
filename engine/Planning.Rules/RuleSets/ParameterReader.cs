using System.Text.Json;
using Planning.Rules.Binding;
using Planning.Rules.Dialect;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;
using Planning.Rules.Wording;

namespace Planning.Rules.RuleSets;

/// <summary>Reads global and local parameters: in order, each seeing the ones before it.</summary>
internal sealed class ParameterReader(
    ExpressionReader expressions, RuleSettings settings, Findings findings, int inputs)
{
    private static readonly string[] Known = ["Name", "Expression", "Label"];

    private int _read;

    /// <summary>How many slots a frame needs so far.</summary>
    public int Slots { get; private set; } = inputs;

    public Parameters Read(JsonShape shape, string member, Scope scope)
    {
        var values = new List<ScopedValue>();
        var paths = new List<string>();
        Flaw? flaw = null;
        if (!settings.ReadsParameters)
        {
            _ = shape.List(member);
            return new Parameters(scope, [], [], null);
        }

        var outside = scope;
        foreach (var parameter in shape.Objects(member))
        {
            var name = parameter.Text("Name");
            var written = parameter.Text("Expression");
            var label = LabelOf(parameter);
            findings.WarnOfIgnored(parameter, "parameter", Known);
            if (_read++ == Limits.FileEntries)
            {
                findings.Mistake(
                    DiagnosticCode.TooManyRules,
                    parameter.Path,
                    $"The file has more than {Limits.FileEntries} parameters.");
                break;
            }

            if (!HasAll(parameter, name, written) || !IsNew(parameter, name!, scope, outside, ref flaw))
            {
                continue;
            }

            var formula = expressions.Read(
                written!, parameter.PathOf("Expression"), scope, isCondition: false, out var reason);
            flaw ??= reason is null ? null : new Flaw(FlawKind.Parameter, reason);
            var scoped = formula is null
                ? null
                : new Formula.Scoped(Slots++, name!, formula) { Label = label ?? Labels.OfComputed(name!) };
            scope = scope.With(name!, scoped);
            if (scoped is not null)
            {
                values.Add(new ScopedValue(scoped));
                paths.Add(parameter.PathOf("Name"));
            }
        }

        return new Parameters(scope, [.. values], paths, flaw);
    }

    // RulesEngine knows no such member, so one that is not ours is no mistake.
    private Label? LabelOf(JsonShape parameter)
    {
        if (parameter.Any("Label") is not { } label)
        {
            return null;
        }

        if (label.ValueKind is JsonValueKind.String)
        {
            return new Label(label.GetString()!);
        }

        if (label.ValueKind is JsonValueKind.Object
            && label.TryGetProperty(Language.English.Code, out var english)
            && english.ValueKind is JsonValueKind.String)
        {
            var chinese = label.TryGetProperty(Language.Chinese.Code, out var word)
                && word.ValueKind is JsonValueKind.String ? word.GetString() : null;
            return new Label(english.GetString()!, chinese);
        }

        findings.Warn(
            DiagnosticCode.IgnoredMember,
            parameter.PathOf("Label"),
            "A label is a text, or one for each language, as { \"en\": \"composite\", \"zh\": \"综合分\" }; it is ignored.");
        return null;
    }

    private bool HasAll(JsonShape parameter, string? name, string? written)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            findings.Mistake(DiagnosticCode.Missing, parameter.PathOf("Name"), "A parameter must have a name.");
        }

        if (string.IsNullOrWhiteSpace(written))
        {
            findings.Mistake(
                DiagnosticCode.Missing, parameter.PathOf("Expression"), "A parameter must have an expression.");
        }

        return !string.IsNullOrWhiteSpace(name) && !string.IsNullOrWhiteSpace(written);
    }

    // Two parameters of one list with one name are the file's mistake; a name that is taken outside of it may be the
    // caller's.
    private bool IsNew(JsonShape parameter, string name, Scope scope, Scope outside, ref Flaw? flaw)
    {
        if (!scope.Has(name))
        {
            return true;
        }

        if (outside.Has(name) && settings.Flaws is not FlawPolicy.Refuse)
        {
            flaw ??= new Flaw(
                FlawKind.Collision, $"The parameter {name} has the name of an input or another parameter; rename one.");
            return false;
        }

        findings.Mistake(
            DiagnosticCode.Duplicate,
            parameter.PathOf("Name"),
            $"`{name}` is already the name of an input or another parameter.");
        return false;
    }
}

/// <summary>Parameters that were read, and the names that can be used after them.</summary>
/// <param name="Paths">Where the name of each value stands.</param>
internal sealed record Parameters(Scope Scope, ScopedValue[] Values, IReadOnlyList<string> Paths, Flaw? Flaw)
{
    /// <summary>To be asked when everything that could use them was read.</summary>
    public void WarnOfUnused(Findings findings)
    {
        foreach (var (value, path) in Values.Zip(Paths).Where(one => !Scope.IsUsed(one.First.Formula)))
        {
            findings.Warn(DiagnosticCode.Unused, path, $"Nothing uses `{value.Formula.Name}`.");
        }
    }
}
