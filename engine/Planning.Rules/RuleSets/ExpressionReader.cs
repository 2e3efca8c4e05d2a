using Planning.Rules.Binding;
using Planning.Rules.Dialect;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;

namespace Planning.Rules.RuleSets;

/// <summary>From the text of an expression to its formula.</summary>
internal sealed class ExpressionReader(FactSchema schema, Nulls nulls, Findings findings)
{
    public FactSchema Schema => schema;

    /// <returns>Null after the mistakes have been reported.</returns>
    public Formula? Read(string written, string path, Scope scope, bool isCondition)
    {
        var before = findings.Mistakes.Count;
        if (ExpressionParser.Parse(written, path, findings.Mistakes, out var text) is not { } tree)
        {
            return null;
        }

        var context = new BindingContext(schema, nulls, new ExpressionMistakes(path, text, findings.Mistakes));
        var binder = new Binder(context);
        var formula = isCondition ? binder.BindCondition(tree, scope) : binder.Bind(tree, scope);
        return findings.Mistakes.Count == before ? formula : null;
    }
}
