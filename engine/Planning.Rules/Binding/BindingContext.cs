using Microsoft.CodeAnalysis;
using Planning.Rules.Dialect;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Binding;

/// <summary>What the binding of one expression needs to know, and where it says what is wrong.</summary>
internal sealed class BindingContext(FactSchema schema, Nulls nulls, ExpressionMistakes mistakes)
{
    public FactSchema Schema => schema;

    public Nulls Nulls => nulls;

    public RewrittenText Text => mistakes.Text;

    /// <summary>How many null-safe paths, np(..), we are inside of.</summary>
    public int NullSafe { get; set; }

    public bool MemberOfMissingIsMissing => nulls.MemberOfMissingIsMissing || NullSafe > 0;

    public Formula? Refuse(string code, SyntaxNode at, string message, string? suggestion = null)
    {
        mistakes.Add(code, at, message, suggestion);
        return null;
    }

    public Formula? Unknown(SyntaxNode at, string kind, string name, IEnumerable<string> known) => Refuse(
        DiagnosticCode.UnknownName, at, $"Unknown {kind} `{name}`.", Spelling.Nearest(name, known));

    public Formula? Mismatch(SyntaxNode at, string message) => Refuse(DiagnosticCode.TypeMismatch, at, message);
}
