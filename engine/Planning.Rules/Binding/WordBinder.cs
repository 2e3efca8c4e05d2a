using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Binding;

/// <summary>Binds the dialect's own functions, np, iif and isnull, and what every value can be asked.</summary>
internal sealed class WordBinder(Binder binder, MemberBinder members, BindingContext context)
{
    private static readonly string[] Words = ["np", "iif", "isnull", "cast", "is", "as"];

    // What RulesEngine's users ask of JSON, which is a value like any other here.
    private static readonly Dictionary<string, Type> JsonQuestions = new()
    {
        ["GETSTRING"] = typeof(string),
        ["GETBOOLEAN"] = typeof(bool),
        ["GETINT32"] = typeof(int),
        ["GETINT64"] = typeof(long),
        ["GETDOUBLE"] = typeof(double),
        ["GETDECIMAL"] = typeof(decimal),
    };

    private readonly ComparisonBinder _comparisons = new(binder, context);

    public static IEnumerable<string> All => Words;

    public static bool Knows(string word, bool ignoresCase) =>
        Words.Contains(word, ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    public Formula? Bind(string word, InvocationExpressionSyntax call, ExpressionSyntax[] nodes, Scope scope) =>
        (word.ToUpperInvariant(), nodes) switch
        {
            ("NP", [var path]) => BindPath(path, scope),
            ("NP", [var path, var fallback]) =>
                Coalesce(BindPath(path, scope), binder.Bind(fallback, scope), call),
            ("ISNULL", [var value, var fallback]) =>
                Coalesce(binder.Bind(value, scope), binder.Bind(fallback, scope), call),
            ("IIF", [var when, var then, var otherwise]) => binder.Operators.Choose(call, when, then, otherwise, scope),
            ("CAST", [var value, LiteralExpressionSyntax { Token.Value: string type }]) =>
                Kind(binder.Bind(value, scope), type, call, Cast),
            ("IS", [var value, LiteralExpressionSyntax { Token.Value: string type }]) =>
                Kind(binder.Bind(value, scope), type, call, (inner, to) => Ask(nameof(Kinds.Is), inner, to)),
            ("AS", [var value, LiteralExpressionSyntax { Token.Value: string type }]) =>
                Kind(
                    binder.Bind(value, scope),
                    type,
                    call,
                    (inner, to) => Ask(nameof(Kinds.As), inner, TypeNames.OrNull(to))),
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
            ("TOSTRING", [var pattern])
                when pattern.Type == typeof(string) && typeof(IFormattable).IsAssignableFrom(bare) =>
                (true, Calls.Make(
                    ((Func<object?, string, string?>)Patterns.ToString).Method, null, [target, pattern], context)),
            ("TOSTRING", []) => (true, new Formula.Join(new Formula.Constant("", typeof(string)), target)),
            ("GETPROPERTY", [Formula.Constant { Value: string field }])
                when context.Settings.Nulls is NullPolicy.RulesEngine && context.Schema.IsRecord(bare) =>
                (true, members.Member(target, field, at)),
            (var question, []) when context.Settings.Nulls is NullPolicy.RulesEngine
                && JsonQuestions.TryGetValue(question, out var type) && Conversions.Cost(target, type) is not null =>
                (true, Conversions.To(target, type)),
            ("GETVALUEORDEFAULT", []) when bare != target.Type =>
                (true, new Formula.Coalesce(
                    target, new Formula.Constant(Activator.CreateInstance(bare), bare), bare)),
            ("GETVALUEORDEFAULT", [var fallback]) when bare != target.Type =>
                (true, binder.Operators.Coalesce(target, fallback, at)),
            _ => (false, (Formula?)null),
        };
        return known;
    }

    private Formula? Kind(Formula? value, string type, SyntaxNode at, Func<Formula, Type, Formula?> bind)
    {
        if (value is null)
        {
            return null;
        }

        return members.TypeNamed(type) is { } known
            ? bind(value, known) ?? context.Mismatch(at, $"{TypeNames.Say(value.Type)} cannot become {type}.")
            : context.Unknown(at, "type", type, Vocabulary.TypeNames);
    }

    private static Formula? Cast(Formula value, Type to) =>
        value.Type == typeof(object) ? new Formula.Convert(value, TypeNames.OrNull(to))
        : NumberTypes.IsNumber(TypeNames.Bare(value.Type)) && NumberTypes.IsNumber(to) ? Conversions.To(value, to)
        : TypeNames.Bare(value.Type) == to ? value
        : null;

    private Formula.Call Ask(string question, Formula value, Type to) => Calls.Make(
        typeof(Kinds).GetMethod(question)!.MakeGenericMethod(to),
        null,
        [Conversions.To(value, typeof(object))],
        context);

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
