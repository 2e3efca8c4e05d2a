using System.Reflection;
using Microsoft.CodeAnalysis;
using Planning.Rules.Dialect;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Binding;

/// <summary>What the binding of one expression needs to know, and where it says what is wrong.</summary>
internal sealed class BindingContext(
    FactSchema schema, RuleSettings settings, Nulls nulls, MadeRecords records, ExpressionMistakes mistakes)
{
    public FactSchema Schema => schema;

    public RuleSettings Settings => settings;

    public Nulls Nulls => nulls;

    public MadeRecords Records => records;

    public RewrittenText Text => mistakes.Text;

    /// <summary>Whether fields that no shape names are null.</summary>
    public bool IsOpen(Type record) =>
        settings.Nulls is NullPolicy.RulesEngine && typeof(OpenRecord).IsAssignableFrom(record);

    public PropertyInfo? Field(Type record, string name) =>
        schema.Field(record, name) is { } field && (settings.NamesIgnoreCase || field.Name == name) ? field : null;

    /// <summary>Whether the caller has said that rules may use the type's own members.</summary>
    public bool IsRegistered(Type type) => settings.Types.Contains(type);

    public Type? RegisteredType(string name) =>
        settings.Types.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.Ordinal));

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
