using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planning.Rules.Formulas;

namespace Planning.Rules.Binding;

/// <summary>Binds the dialect's own functions, np, iif and isnull, and what every value can be asked.</summary>
internal sealed class WordBinder(Binder binder, BindingContext context)
{
    private static readonly string[] Words = ["np", "iif", "isnull"];

    private readonly ComparisonBinder _comparisons = new(binder, context);

    public static IEnumerable<string> All => Words;

    public static bool Knows(string word) => Words.Contains(word, StringComparer.OrdinalIgnoreCase);

    public Formula? Bind(string word, InvocationExpressionSyntax call, ExpressionSyntax[] nodes, Scope scope) =>
        (word.ToUpperInvariant(), nodes) switch
        {
            ("NP", [var path]) => BindPath(path, scope),
            ("NP", [var path, var fallback]) =>
                Coalesce(BindPath(path, scope), binder.Bind(fallback, scope), call),
            ("ISNULL", [var value, var fallback]) =>
                Coalesce(binder.Bind(value, scope), binder.Bind(fallback, scope), call),
            ("IIF", [var when, var then, var otherwise]) => binder.Operators.Choose(call, when, then, otherwise, scope),
            _ => context.Mismatch(call, $"`{word}` is not used with {nodes.Length} arguments."),
        };

    /// <summary>Equals, ToString and GetValueOrDefault.</summary>
    /// <returns>False when it is none of them.</returns>
    public bool BindOnValue(
        Formula target, string name, IReadOnlyList<Formula> arguments, SyntaxNode at, out Formula? bound)
    {
        var bare = TypeNames.Bare(target.Type);
        (var known, bound) = (name.ToUpperInvariant(), arguments) switch
        {
            ("EQUALS", [var other]) => (true, _comparisons.Compare(Comparison.Equal, target, other, at, "Equals")),
            ("TOSTRING", []) => (true, new Formula.Join(new Formula.Constant("", typeof(string)), target)),
            ("GETVALUEORDEFAULT", []) when bare != target.Type =>
                (true, new Formula.Coalesce(
                    target, new Formula.Constant(Activator.CreateInstance(bare), bare), bare)),
            ("GETVALUEORDEFAULT", [var fallback]) when bare != target.Type =>
                (true, binder.Operators.Coalesce(target, fallback, at)),
            _ => (false, (Formula?)null),
        };
        return known;
    }

    private Formula? BindPath(ExpressionSyntax path, Scope scope)
    {
        context.NullSafe++;
        var formula = binder.Bind(path, scope);
        context.NullSafe--;
        return formula;
    }

    // np(path, default) of a path that cannot miss is the path.
    private Formula? Coalesce(Formula? inner, Formula? fallback, SyntaxNode at) =>
        inner is null || fallback is null ? null
        : inner.MayBeNull ? binder.Operators.Coalesce(inner, fallback, at)
        : inner;
}
