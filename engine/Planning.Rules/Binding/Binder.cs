using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planning.Rules.Dialect;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Binding;

/// <summary>Turns a syntax tree into a typed formula, or says everything that is wrong with it.</summary>
/// <remarks>Every method answers null after it has reported a mistake; callers go on to find the others.</remarks>
internal sealed class Binder
{
    private readonly BindingContext _context;
    private readonly MemberBinder _members;
    private readonly CallBinder _calls;
    private readonly ProjectionBinder _projections;
    private int _depth;
    private int _parts;
    private bool _tooComplex;

    public Binder(BindingContext context)
    {
        _context = context;
        Operators = new OperatorBinder(this, context);
        Queries = new QueryBinder(this, context);
        _members = new MemberBinder(this, context);
        _calls = new CallBinder(this, _members, context);
        _projections = new ProjectionBinder(this, _members, context);
    }

    public OperatorBinder Operators { get; }

    public QueryBinder Queries { get; }

    public Formula? Bind(ExpressionSyntax node, Scope scope)
    {
        if (!Within(node))
        {
            return null;
        }

        _depth++;
        var formula = BindAny(node, scope);
        _depth--;
        if (formula is not null && TypeNames.DepthOf(formula.Type) > Limits.ValueDepth)
        {
            return _context.Refuse(
                DiagnosticCode.ValuesTooDeep,
                node,
                $"Lists of lists and records in records go deeper than {Limits.ValueDepth} levels here.");
        }

        return formula is { Text: "" }
            ? formula with { Text = _context.Text.Slice(node.SpanStart, node.Span.End) }
            : formula;
    }

    /// <summary>Binds an expression that must be true or false (or, under our policy, unknown).</summary>
    public Formula? BindCondition(ExpressionSyntax node, Scope scope) =>
        Bind(node, scope) is { } formula ? AsCondition(formula, node) : null;

    public Formula? AsCondition(Formula formula, SyntaxNode node)
    {
        if (formula.Type == typeof(bool) || (formula.Type == typeof(bool?) && _context.Nulls.TruthMayBeUnknown))
        {
            return formula;
        }

        var cure = formula.Type == typeof(bool?) ? " Say what a missing value means: `== true` or `?? false`." : "";
        return _context.Refuse(
            DiagnosticCode.NotACondition,
            node,
            $"`{formula.Text}` is {TypeNames.Say(formula.Type)}, not a condition.{cure}");
    }

    // Said once: what lies beyond is not looked at.
    private bool Within(SyntaxNode node)
    {
        _parts++;
        if (_tooComplex || (_depth <= Limits.Depth && _parts <= Limits.Parts))
        {
            return !_tooComplex;
        }

        _tooComplex = true;
        _ = _depth > Limits.Depth
            ? _context.Refuse(DiagnosticCode.TooDeep, node, $"The expression nests deeper than {Limits.Depth} levels.")
            : _context.Refuse(
                DiagnosticCode.TooManyParts, node, $"The expression has more than {Limits.Parts} parts.");
        return false;
    }

    private Formula? BindAny(ExpressionSyntax node, Scope scope) => node switch
    {
        ParenthesizedExpressionSyntax inner => Bind(inner.Expression, scope),
        LiteralExpressionSyntax literal => BindLiteral(literal),
        InterpolatedStringExpressionSyntax text => BindText(text, scope),
        IdentifierNameSyntax name => _members.BindName(name, scope),
        MemberAccessExpressionSyntax member when member.IsKind(SyntaxKind.SimpleMemberAccessExpression) =>
            _members.BindMember(member, scope),
        ElementAccessExpressionSyntax index => _members.BindIndex(index, scope),
        InvocationExpressionSyntax call => _calls.Bind(call, scope),
        PrefixUnaryExpressionSyntax unary => Operators.BindUnary(unary, scope),
        BinaryExpressionSyntax binary => Operators.BindBinary(binary, scope),
        ConditionalExpressionSyntax choice => Operators.BindChoice(choice, scope),
        IsPatternExpressionSyntax test => Operators.BindPattern(test, scope),
        GenericNameSyntax => _context.Refuse(
            DiagnosticCode.Syntax, node, "`<` and `>` read as a generic type here; put the comparison in brackets."),
        ConditionalAccessExpressionSyntax => _context.Refuse(
            DiagnosticCode.OutsideDialect, node, "`?.` is not in the dialect; write np(..) around the path."),
        CastExpressionSyntax cast => _calls.BindType(cast.Type, [cast.Expression], cast, scope),
        ObjectCreationExpressionSyntax { Initializer: null, ArgumentList: { } list } made => _calls.BindType(
            made.Type, [.. list.Arguments.Select(argument => argument.Expression)], made, scope),
        ImplicitArrayCreationExpressionSyntax array =>
            Queries.BindItems(array.Initializer.Expressions, array, scope),
        ArrayCreationExpressionSyntax array => _projections.BindArray(array, scope),
        ImplicitObjectCreationExpressionSyntax { Initializer: null } record => _projections.Bind(
            [.. record.ArgumentList.Arguments.Select(argument => argument.Expression)], record, scope),
        AnonymousObjectCreationExpressionSyntax record => _projections.Bind(
            [.. record.Initializers.Select(field => field.Expression)], record, scope),
        SimpleLambdaExpressionSyntax { ExpressionBody: { } body } lambda
            when scope is { LambdaDepth: 0, It: { } it } && !scope.Has(lambda.Parameter.Identifier.ValueText) =>
            Bind(body, scope.With(lambda.Parameter.Identifier.ValueText, it)),
        LambdaExpressionSyntax => _context.Refuse(
            DiagnosticCode.OutsideDialect, node, "A lambda stands only in a question to a list, such as Any(..)."),
        _ => _context.Refuse(
            DiagnosticCode.OutsideDialect,
            node,
            $"`{_context.Text.Slice(node.SpanStart, node.Span.End)}` is not in the dialect of rules."),
    };

    private Formula? BindText(InterpolatedStringExpressionSyntax text, Scope scope)
    {
        Formula?[] parts =
        [
            new Formula.Constant("", typeof(string)),
            .. text.Contents.Select(content => content switch
            {
                InterpolatedStringTextSyntax written =>
                    new Formula.Constant(written.TextToken.ValueText, typeof(string)),
                InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole => Bind(hole.Expression, scope),
                _ => _context.Refuse(
                    DiagnosticCode.OutsideDialect,
                    content,
                    "A format does not stand in a text here; write `.ToString(\"0.0\")`."),
            }),
        ];
        return Array.Exists(parts, part => part is null) ? null : Joined([.. parts.OfType<Formula>()]);
    }

    // In the middle of the middle: however many parts a text has, what is made of it is not deep.
    private static Formula Joined(ReadOnlySpan<Formula> parts) => parts is [var only]
        ? only
        : new Formula.Join(Joined(parts[..(parts.Length / 2)]), Joined(parts[(parts.Length / 2)..]));

    private Formula? BindLiteral(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        null when literal.IsKind(SyntaxKind.NullLiteralExpression) => new Formula.Constant(null, typeof(object)),
        bool value => new Formula.Constant(value, typeof(bool)),
        { } value when literal.Kind() is SyntaxKind.NumericLiteralExpression
            or SyntaxKind.StringLiteralExpression or SyntaxKind.CharacterLiteralExpression =>
            new Formula.Constant(value, value.GetType(), Convert.ToString(value, Vocabulary.Culture)),
        _ => _context.Refuse(
            DiagnosticCode.OutsideDialect, literal, $"`{literal.Token.Text}` is not in the dialect of rules."),
    };
}
