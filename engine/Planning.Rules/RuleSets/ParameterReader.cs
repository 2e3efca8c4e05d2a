using Planning.Rules.Binding;
using Planning.Rules.Formulas;

namespace Planning.Rules.RuleSets;

/// <summary>Reads global and local parameters: in order, each seeing the ones before it.</summary>
internal sealed class ParameterReader(
    ExpressionReader expressions, RuleSettings settings, Findings findings, int inputs)
{
    private static readonly string[] Known = ["Name", "Expression"];

    /// <summary>How many slots a frame needs so far.</summary>
    public int Slots { get; private set; } = inputs;

    public Parameters Read(JsonShape shape, string member, Scope scope)
    {
        var values = new List<ScopedValue>();
        Flaw? flaw = null;
        if (!settings.ReadsParameters)
        {
            _ = shape.List(member);
            return new Parameters(scope, [], null);
        }

        var outside = scope;
        foreach (var parameter in shape.Objects(member))
        {
            var name = parameter.Text("Name");
            var written = parameter.Text("Expression");
            findings.WarnOfIgnored(parameter, "parameter", Known);
            if (!HasAll(parameter, name, written) || !IsNew(parameter, name!, scope, outside, ref flaw))
            {
                continue;
            }

            var formula = expressions.Read(
                written!, parameter.PathOf("Expression"), scope, isCondition: false, out var reason);
            flaw ??= reason is null ? null : new Flaw(FlawKind.Parameter, reason);
            var scoped = formula is null ? null : new Formula.Scoped(Slots++, name!, formula);
            scope = scope.With(name!, scoped);
            if (scoped is not null)
            {
                values.Add(new ScopedValue(scoped));
            }
        }

        return new Parameters(scope, [.. values], flaw);
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
internal sealed record Parameters(Scope Scope, ScopedValue[] Values, Flaw? Flaw);
