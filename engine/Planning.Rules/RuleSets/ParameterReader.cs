using Planning.Rules.Binding;
using Planning.Rules.Formulas;

namespace Planning.Rules.RuleSets;

/// <summary>Reads global and local parameters: in order, each seeing the ones before it.</summary>
internal sealed class ParameterReader(ExpressionReader expressions, Findings findings, int inputs)
{
    private static readonly string[] Known = ["Name", "Expression"];

    /// <summary>How many slots a frame needs so far.</summary>
    public int Slots { get; private set; } = inputs;

    public (Scope Scope, ScopedValue[] Values) Read(JsonShape shape, string member, Scope scope)
    {
        var values = new List<ScopedValue>();
        foreach (var parameter in shape.Objects(member))
        {
            var name = parameter.Text("Name");
            var written = parameter.Text("Expression");
            findings.WarnOfIgnored(parameter, "parameter", Known);
            if (!HasAll(parameter, name, written) || !IsNew(parameter, name!, scope))
            {
                continue;
            }

            var formula = expressions.Read(written!, parameter.PathOf("Expression"), scope, isCondition: false);
            var scoped = formula is null ? null : new Formula.Scoped(Slots++, name!, formula);
            scope = scope.With(name!, scoped);
            if (scoped is not null)
            {
                values.Add(new ScopedValue(scoped));
            }
        }

        return (scope, [.. values]);
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

    private bool IsNew(JsonShape parameter, string name, Scope scope)
    {
        if (!scope.Has(name))
        {
            return true;
        }

        findings.Mistake(
            DiagnosticCode.Duplicate,
            parameter.PathOf("Name"),
            $"`{name}` is already the name of an input or another parameter.");
        return false;
    }
}
