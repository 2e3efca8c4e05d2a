using Planning.Rules.Binding;
using Planning.Rules.Dialect;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;

namespace Planning.Rules.RuleSets;

/// <summary>From the text of an expression to its formula.</summary>
/// <param name="schema">Null when the facts are not known; then an expression is only read, and only where a flaw
/// is a mistake.</param>
internal sealed class ExpressionReader(FactSchema? schema, RuleSettings settings, Nulls nulls, Findings findings)
{
    private readonly MadeRecords _records = new();

    public FactSchema? Schema => schema;

    /// <param name="reason">What is wrong, where a flaw is not a mistake of the file's; it is then told as a
    /// warning.</param>
    /// <returns>Null after the mistakes have been reported.</returns>
    public Formula? Read(string written, string path, Scope scope, bool isCondition, out string? reason)
    {
        reason = null;
        if (schema is null)
        {
            if (settings.Flaws is FlawPolicy.Refuse)
            {
                _ = ExpressionParser.Parse(written, path, findings.Mistakes, out _);
            }

            return null;
        }

        var before = findings.Mistakes.Count;
        var formula = Bind(schema, written, path, scope, isCondition);
        if (findings.Mistakes.Count == before)
        {
            return formula;
        }

        if (settings.Flaws is not FlawPolicy.Refuse)
        {
            var flaws = findings.Mistakes[before..];
            findings.Mistakes.RemoveRange(before, flaws.Count);
            findings.Warnings.AddRange(flaws);
            reason = string.Join(' ', flaws.Select(Say));
        }

        return null;
    }

    private static string Say(Diagnostic flaw) => flaw.Suggestion is { } suggestion
        ? $"{flaw.Message} Did you mean `{suggestion}`?"
        : flaw.Message;

    private Formula? Bind(FactSchema facts, string written, string path, Scope scope, bool isCondition)
    {
        if (ExpressionParser.Parse(written, path, findings.Mistakes, out var text) is not { } tree)
        {
            return null;
        }

        var mistakes = new ExpressionMistakes(path, text, findings.Mistakes);
        var binder = new Binder(new BindingContext(facts, settings, nulls, _records, mistakes));
        return isCondition ? binder.BindCondition(tree, scope) : binder.Bind(tree, scope);
    }
}
