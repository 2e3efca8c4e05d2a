using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planning.Rules.Formulas;

namespace Planning.Rules.Binding;

/// <summary>Binds how two values stand to each other, and whether a value is one of several.</summary>
internal sealed class ComparisonBinder(Binder binder, BindingContext context)
{
    private static readonly HashSet<Type> Ordered =
    [
        typeof(string), typeof(char), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly),
        typeof(TimeSpan),
    ];

    private static readonly HashSet<Type> Equatable = [typeof(bool), typeof(Guid)];

    public Formula? Bind(BinaryExpressionSyntax binary, Scope scope)
    {
        var left = binder.Bind(binary.Left, scope);
        var right = binder.Bind(binary.Right, scope);
        return left is null || right is null
            ? null
            : Compare(OperatorOf(binary.Kind()), left, right, binary, binary.OperatorToken.Text);
    }

    public Formula? BindIn(BinaryExpressionSyntax binary, Scope scope)
    {
        var negated = binary.Right is PrefixUnaryExpressionSyntax;
        var among = binary.Right is PrefixUnaryExpressionSyntax not ? not.Operand : binary.Right;
        var item = binder.Bind(binary.Left, scope);
        var result = among switch
        {
            TupleExpressionSyntax tuple =>
                OneOf(item, [.. tuple.Arguments.Select(part => part.Expression)], binary, scope),
            ImplicitArrayCreationExpressionSyntax array => OneOf(item, array.Initializer.Expressions, binary, scope),
            ParenthesizedExpressionSyntax one => OneOfOrIn(item, one.Expression, binary, scope),
            _ => OneOfOrIn(item, among, binary, scope),
        };
        return result is not null && negated ? new Formula.Not(result) : result;
    }

    public Formula? Compare(Comparison sign, Formula left, Formula right, SyntaxNode at, string written)
    {
        if (left is Formula.Constant { Value: null } || right is Formula.Constant { Value: null })
        {
            return Missing(sign, left, right, at, written);
        }

        if (written is "Equals" && context.Schema.IsRecord(left.Type) && left.Type == right.Type)
        {
            return Calls.Make(((Func<object?, object?, bool>)Kinds.Same).Method, null, [left, right], context);
        }

        if (Conversions.Together(left, right, at, written, context) is not { } both)
        {
            return null;
        }

        if (!CanCompare(sign, TypeNames.Bare(both.Left.Type)))
        {
            return context.Mismatch(at, $"`{written}` cannot compare values of {TypeNames.Say(both.Left.Type)}.");
        }

        return new Formula.Compare(
            sign, both.Left, both.Right, context.Nulls.Comparison(both.Left, both.Right));
    }

    private static Comparison OperatorOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.EqualsExpression => Comparison.Equal,
        SyntaxKind.NotEqualsExpression => Comparison.NotEqual,
        SyntaxKind.LessThanExpression => Comparison.Below,
        SyntaxKind.LessThanOrEqualExpression => Comparison.AtMost,
        SyntaxKind.GreaterThanOrEqualExpression => Comparison.AtLeast,
        SyntaxKind.GreaterThanExpression => Comparison.Above,
        _ => throw new UnreachableException($"Unknown comparison {kind}."),
    };

    private static bool CanCompare(Comparison sign, Type bare) =>
        NumberTypes.IsNumber(bare) || bare.IsEnum || Ordered.Contains(bare)
        || (sign is Comparison.Equal or Comparison.NotEqual && Equatable.Contains(bare));

    private Formula? Missing(Comparison sign, Formula left, Formula right, SyntaxNode at, string written)
    {
        if (sign is not (Comparison.Equal or Comparison.NotEqual))
        {
            return context.Mismatch(at, $"`{written}` cannot order anything against null.");
        }

        var missing = new Formula.IsMissing(left is Formula.Constant { Value: null } ? right : left);
        return sign is Comparison.Equal ? missing : new Formula.Not(missing);
    }

    private Formula? OneOfOrIn(Formula? item, ExpressionSyntax among, SyntaxNode at, Scope scope)
    {
        if (binder.Bind(among, scope) is not { } right || item is null)
        {
            return null;
        }

        return TypeNames.ElementOf(right.Type) is null
            ? OneOf(item, [right], at)
            : binder.Queries.Contains(right, item, at);
    }

    private Formula? OneOf(Formula? item, IReadOnlyList<ExpressionSyntax> nodes, SyntaxNode at, Scope scope)
    {
        var options = nodes.Select(node => binder.Bind(node, scope)).ToList();
        return item is null || options.Contains(null) ? null : OneOf(item, [.. options.OfType<Formula>()], at);
    }

    private Formula? OneOf(Formula item, List<Formula> options, SyntaxNode at)
    {
        var sound = new List<Formula>(options.Count);
        foreach (var option in options)
        {
            if (Conversions.Together(item, option, at, "in", context) is { } both)
            {
                item = both.Left;
                sound.Add(both.Right);
            }
        }

        if (sound.Count < options.Count)
        {
            return null;
        }

        if (!CanCompare(Comparison.Equal, TypeNames.Bare(item.Type)))
        {
            return context.Mismatch(at, $"`in` cannot compare values of {TypeNames.Say(item.Type)}.");
        }

        Formula[] same = [.. sound.Select(option => Conversions.To(option, item.Type))];
        return new Formula.OneOf(item, same, context.Nulls.Comparison([item, .. same]));
    }
}
