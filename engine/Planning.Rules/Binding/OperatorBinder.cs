using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Binding;

/// <summary>Binds signs between operands: logic, choices and tests here, the rest next door.</summary>
internal sealed class OperatorBinder(Binder binder, BindingContext context)
{
    private readonly ComparisonBinder _comparisons = new(binder, context);
    private readonly ArithmeticBinder _arithmetic = new(context);

    public Formula? BindUnary(PrefixUnaryExpressionSyntax unary, Scope scope) => unary.Kind() switch
    {
        SyntaxKind.LogicalNotExpression =>
            binder.BindCondition(unary.Operand, scope) is { } inner ? new Formula.Not(inner) : null,
        SyntaxKind.UnaryMinusExpression =>
            binder.Bind(unary.Operand, scope) is { } inner ? _arithmetic.Negate(inner, unary) : null,
        _ => context.Refuse(
            DiagnosticCode.OutsideDialect, unary, $"`{unary.OperatorToken.Text}` has no meaning in a rule."),
    };

    public Formula? BindBinary(BinaryExpressionSyntax binary, Scope scope) => binary.Kind() switch
    {
        SyntaxKind.LogicalAndExpression =>
            Conditions(binary, scope) is { } parts ? new Formula.All(parts, TruthType(parts)) : null,
        SyntaxKind.LogicalOrExpression =>
            Conditions(binary, scope) is { } parts ? new Formula.Any(parts, TruthType(parts)) : null,
        SyntaxKind.CoalesceExpression => BindCoalesce(binary, scope),
        SyntaxKind.ExclusiveOrExpression => _comparisons.BindIn(binary, scope),
        SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression
            or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression
            or SyntaxKind.GreaterThanOrEqualExpression => _comparisons.Bind(binary, scope),
        SyntaxKind.AddExpression => Arithmetic(ArithmeticOperator.Add, binary, scope),
        SyntaxKind.SubtractExpression => Arithmetic(ArithmeticOperator.Subtract, binary, scope),
        SyntaxKind.MultiplyExpression => Arithmetic(ArithmeticOperator.Multiply, binary, scope),
        SyntaxKind.DivideExpression => Arithmetic(ArithmeticOperator.Divide, binary, scope),
        SyntaxKind.ModuloExpression => Arithmetic(ArithmeticOperator.Remainder, binary, scope),
        SyntaxKind.BitwiseAndExpression => BindBits(ArithmeticOperator.And, binary, scope),
        SyntaxKind.BitwiseOrExpression => BindBits(ArithmeticOperator.Or, binary, scope),
        SyntaxKind.LeftShiftExpression => Arithmetic(ArithmeticOperator.ShiftLeft, binary, scope),
        SyntaxKind.RightShiftExpression => Arithmetic(ArithmeticOperator.ShiftRight, binary, scope),
        _ => context.Refuse(
            DiagnosticCode.OutsideDialect, binary, $"`{binary.OperatorToken.Text}` is not in the dialect of rules."),
    };

    public Formula? BindChoice(ConditionalExpressionSyntax choice, Scope scope) =>
        Choose(choice, choice.Condition, choice.WhenTrue, choice.WhenFalse, scope);

    /// <summary>A choice, written with <c>? :</c> or as <c>iif(..)</c>.</summary>
    public Formula? Choose(
        SyntaxNode at, ExpressionSyntax when, ExpressionSyntax then, ExpressionSyntax otherwise, Scope scope)
    {
        var condition = binder.BindCondition(when, scope);
        var yes = binder.Bind(then, scope);
        var no = binder.Bind(otherwise, scope);
        if (condition is null || yes is null || no is null || Meet(yes, no, at, "? :") is not { } both)
        {
            return null;
        }

        var type = condition.MayBeNull ? TypeNames.OrNull(both.Left.Type) : both.Left.Type;
        return new Formula.If(condition, Conversions.To(both.Left, type), Conversions.To(both.Right, type), type);
    }

    /// <summary><c>??</c>, also written as <c>isnull(..)</c>.</summary>
    public Formula? Coalesce(Formula inner, Formula fallback, SyntaxNode at)
    {
        if (!inner.MayBeNull)
        {
            return context.Mismatch(at, $"`{inner.Text}` is never missing, so `??` has nothing to do.");
        }

        if (Meet(inner, fallback, at, "??") is not { } both)
        {
            return null;
        }

        var type = both.Right.MayBeNull && fallback.MayBeNull ? both.Left.Type : TypeNames.Bare(both.Left.Type);
        return new Formula.Coalesce(
            Conversions.To(both.Left, TypeNames.OrNull(type)), Bare(both.Right, fallback, type), type);
    }

    public Formula? BindPattern(IsPatternExpressionSyntax test, Scope scope)
    {
        var negated = test.Pattern is UnaryPatternSyntax;
        var pattern = test.Pattern is UnaryPatternSyntax not ? not.Pattern : test.Pattern;
        if (pattern is not ConstantPatternSyntax { Expression: LiteralExpressionSyntax literal }
            || !literal.IsKind(SyntaxKind.NullLiteralExpression))
        {
            return context.Refuse(
                DiagnosticCode.OutsideDialect, test, "`is` can only ask for `null` or `not null`.");
        }

        if (binder.Bind(test.Expression, scope) is not { } inner)
        {
            return null;
        }

        return negated ? new Formula.Not(new Formula.IsMissing(inner)) : new Formula.IsMissing(inner);
    }

    private static Formula Bare(Formula converted, Formula fallback, Type type) =>
        converted.Type == type ? converted : Conversions.To(fallback, type);

    private (Formula Left, Formula Right)? Meet(Formula left, Formula right, SyntaxNode at, string sign)
    {
        if (left is Formula.Constant { Value: null })
        {
            return (Conversions.To(left, TypeNames.OrNull(right.Type)),
                Conversions.To(right, TypeNames.OrNull(right.Type)));
        }

        if (right is Formula.Constant { Value: null })
        {
            return (Conversions.To(left, TypeNames.OrNull(left.Type)),
                Conversions.To(right, TypeNames.OrNull(left.Type)));
        }

        return Conversions.Together(left, right, at, sign, context);
    }

    private Formula? BindCoalesce(BinaryExpressionSyntax binary, Scope scope)
    {
        var inner = binder.Bind(binary.Left, scope);
        var fallback = binder.Bind(binary.Right, scope);
        return inner is null || fallback is null ? null : Coalesce(inner, fallback, binary);
    }

    private Formula? Arithmetic(ArithmeticOperator sign, BinaryExpressionSyntax binary, Scope scope)
    {
        var left = binder.Bind(binary.Left, scope);
        var right = binder.Bind(binary.Right, scope);
        return left is null || right is null ? null : _arithmetic.Bind(sign, left, right, binary);
    }

    // On conditions & and | are and and or; on whole numbers they work on bits; & puts texts together.
    private Formula? BindBits(ArithmeticOperator sign, BinaryExpressionSyntax binary, Scope scope)
    {
        var left = binder.Bind(binary.Left, scope);
        var right = binder.Bind(binary.Right, scope);
        if (left is null || right is null)
        {
            return null;
        }

        if (TypeNames.Bare(left.Type) != typeof(bool))
        {
            return _arithmetic.Bind(sign, left, right, binary);
        }

        if (binder.AsCondition(left, binary.Left) is null || binder.AsCondition(right, binary.Right) is null)
        {
            return null;
        }

        List<Formula> parts = [left, right];
        return sign is ArithmeticOperator.And
            ? new Formula.All(parts, TruthType(parts))
            : new Formula.Any(parts, TruthType(parts));
    }

    // A chain of and / or is one list, however long it is.
    private List<Formula>? Conditions(BinaryExpressionSyntax binary, Scope scope)
    {
        var nodes = new Stack<ExpressionSyntax>();
        ExpressionSyntax left = binary;
        while (left is BinaryExpressionSyntax chain && chain.IsKind(binary.Kind()))
        {
            nodes.Push(chain.Right);
            left = chain.Left;
        }

        nodes.Push(left);
        var conditions = new List<Formula>(nodes.Count);
        var sound = true;
        foreach (var node in nodes)
        {
            var condition = binder.BindCondition(node, scope);
            sound &= condition is not null;
            if (condition is not null)
            {
                conditions.Add(condition);
            }
        }

        return sound ? conditions : null;
    }

    private static Type TruthType(List<Formula> parts) =>
        parts.Exists(part => part.Type == typeof(bool?)) ? typeof(bool?) : typeof(bool);
}
