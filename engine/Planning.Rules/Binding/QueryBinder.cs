using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planning.Rules.Dialect;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Binding;

/// <summary>Binds questions to lists: Any, All, Count, Sum, Where and the like, with a lambda or without.</summary>
internal sealed class QueryBinder
{
    private static readonly string[] Conditions =
    [
        "Any", "All", "Count", "LongCount", "Where", "First", "FirstOrDefault", "Last", "LastOrDefault", "Single",
        "SingleOrDefault", "TakeWhile", "SkipWhile",
    ];

    private static readonly string[] LetterQuestions = ["Any", "All", "Count", "First", "Last"];

    private static readonly string[] Numbers = ["Sum", "Average", "Min", "Max"];

    private static readonly string[] Selectors =
        ["Select", "SelectMany", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy"];

    private static readonly string[] Plain =
    [
        "Any", "Count", "LongCount", "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault",
        "Distinct", "Reverse", "ToList", "ToArray", "DefaultIfEmpty",
    ];

    private static readonly string[] WithValue = ["Contains", "Take", "Skip"];

    private static readonly string[] WithList = ["Concat", "Union", "Except", "Intersect", "SequenceEqual"];

    private static readonly string[] All =
        [.. Conditions.Concat(Numbers).Concat(Selectors).Concat(Plain).Concat(WithValue).Concat(WithList).Distinct()];

    private readonly Binder _binder;
    private readonly BindingContext _context;
    private readonly ListCalls _calls;

    public QueryBinder(Binder binder, BindingContext context)
    {
        _binder = binder;
        _context = context;
        _calls = new ListCalls(context);
    }

    public Formula? Bind(Formula list, SimpleNameSyntax name, ExpressionSyntax[] nodes, Scope scope)
    {
        var question = All.FirstOrDefault(
            known => string.Equals(known, name.Identifier.ValueText, StringComparison.OrdinalIgnoreCase));
        if (TypeNames.EntryOf(list.Type) is { } entry && nodes is [var key]
            && string.Equals(name.Identifier.ValueText, "ContainsKey", StringComparison.OrdinalIgnoreCase))
        {
            return _binder.Bind(key, scope) is { } bound ? _calls.HasKey(list, entry, bound, key) : null;
        }

        return (question, nodes) switch
        {
            (null, _) => _context.Refuse(
                DiagnosticCode.NotAllowed,
                name,
                $"`{name.Identifier.ValueText}` is not a question a rule may put to a list.",
                Spelling.Nearest(name.Identifier.ValueText, All)),
            (_, []) when Plain.Contains(question) => _calls.Plain(question, list),
            (_, []) when Numbers.Contains(question) => _calls.Number(question, list, null, name),
            (_, [var only]) when Conditions.Contains(question) => Conditional(question, list, only, scope),
            (_, [var only]) when Numbers.Contains(question) =>
                Each(list, only, scope) is var (each, body)
                    ? _calls.Number(question, list, new Formula.Lambda(each, body, body.Type), name)
                    : null,
            (_, [var only]) when Selectors.Contains(question) =>
                Each(list, only, scope) is var (each, body)
                    ? _calls.Select(question, list, each, body, name)
                    : null,
            (_, [var only]) when WithList.Contains(question) =>
                _binder.Bind(only, scope) is { } other ? _calls.WithList(question, list, other, name) : null,
            (_, [var only]) when WithValue.Contains(question) => Value(question, list, only, name, scope),
            _ => _context.Mismatch(name, $"`{question}` is not used with {nodes.Length} arguments."),
        };
    }

    /// <summary>A list written in the rule: new[] { "S", "A" }.</summary>
    public Formula? BindItems(IReadOnlyList<ExpressionSyntax> nodes, SyntaxNode at, Scope scope)
    {
        var items = nodes.Select(node => _binder.Bind(node, scope)).ToList();
        if (items.Contains(null))
        {
            return null;
        }

        return items is [{ } first, ..]
            ? _calls.ListOf(first, [.. items.OfType<Formula>()], at)
            : _context.Mismatch(at, "A list written in a rule needs at least one value.");
    }

    /// <summary>Questions a text answers about its letters.</summary>
    public static bool IsOfLetters(string name) =>
        LetterQuestions.Contains(name, StringComparer.OrdinalIgnoreCase);

    public Formula Count(Formula list) => _calls.Plain("Count", list);

    public Formula? OfDictionary(Formula dictionary, Type entry, string name, SyntaxNode at) =>
        _calls.OfDictionary(dictionary, entry, name, at);

    public Formula? Contains(Formula list, Formula item, SyntaxNode at) => _calls.Contains(list, item, at);

    /// <summary>list[i] and text[i], counted from 0.</summary>
    public Formula? At(Formula target, Formula index, SyntaxNode at) => _calls.At(target, index, at);

    private Formula? Conditional(string question, Formula list, ExpressionSyntax node, Scope scope)
    {
        if (Each(list, node, scope) is not var (each, body) || _binder.AsCondition(body, node) is null)
        {
            return null;
        }

        return _calls.Conditional(question, list, each, body);
    }

    private Formula? Value(string question, Formula list, ExpressionSyntax node, SyntaxNode at, Scope scope)
    {
        if (_binder.Bind(node, scope) is not { } value)
        {
            return null;
        }

        return question is "Contains" ? _calls.Contains(list, value, at) : _calls.WithCount(question, list, value, at);
    }

    private (Formula.Element Each, Formula Body)? Each(Formula list, ExpressionSyntax node, Scope scope)
    {
        var (name, bodyNode) = node switch
        {
            SimpleLambdaExpressionSyntax { ExpressionBody: { } lambdaBody } lambda =>
                (lambda.Parameter.Identifier.ValueText, lambdaBody),
            ParenthesizedLambdaExpressionSyntax
            {
                ExpressionBody: { } lambdaBody, ParameterList.Parameters: [{ Type: null } only],
            } => (only.Identifier.ValueText, lambdaBody),
            _ => (null, node),
        };
        if (scope.LambdaDepth >= Limits.LambdaDepth)
        {
            _context.Refuse(
                DiagnosticCode.TooManyLambdas,
                node,
                $"Lists are asked inside lists more than {Limits.LambdaDepth} deep.");
            return null;
        }

        if (name is not null && scope.Find(name) is not null)
        {
            _context.Refuse(DiagnosticCode.Duplicate, node, $"`{name}` is already the name of something else here.");
            return null;
        }

        var each = new Formula.Element(name, scope.LambdaDepth + 1, TypeNames.ElementOf(list.Type)!);
        return _binder.Bind(bodyNode, scope.Inside(each)) is { } body ? (each, body) : null;
    }
}
