using Microsoft.CodeAnalysis;
using Diagnostic = Planning.Rules.RuleSets.Diagnostic;

namespace Planning.Rules.Dialect;

/// <summary>Collects the mistakes of one expression, each with its line and column in the text as written.</summary>
internal sealed class ExpressionMistakes(string path, RewrittenText text, ICollection<Diagnostic> found)
{
    public RewrittenText Text => text;

    public void Add(string code, SyntaxNode at, string message, string? suggestion = null) =>
        AddAt(code, text.Place(at.SpanStart), message, suggestion);

    public void AddAt(string code, (int Line, int Column) place, string message, string? suggestion = null) =>
        found.Add(new Diagnostic(code, path, message)
        {
            Line = place.Line,
            Column = place.Column,
            Suggestion = suggestion,
        });
}
