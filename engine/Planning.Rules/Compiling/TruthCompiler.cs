using System.Diagnostics;
using System.Linq.Expressions;
using Planning.Rules.Formulas;

namespace Planning.Rules.Compiling;

/// <summary>Compiles conditions. Where nothing can be missing it is plain logic, otherwise Kleene's.</summary>
internal sealed class TruthCompiler(FormulaCompiler compiler)
{
    public Expression Of(Formula formula)
    {
        if (formula.Type == typeof(bool))
        {
            return FromBool(compiler.Value(formula));
        }

        return formula switch
        {
            Formula.All all => Chain(all.Conditions, Truth.False, Truth.True),
            Formula.Any any => Chain(any.Conditions, Truth.True, Truth.False),
            Formula.Not not => Expression.Convert(
                Expression.Negate(Expression.Convert(Of(not.Inner), typeof(int))), typeof(Truth)),
            Formula.Compare compare => IfKnown(
                [compare.Left, compare.Right], parts => Holds(compare.Operator, parts[0], parts[1])),
            Formula.OneOf oneOf => IfKnown(
                [oneOf.Item, .. oneOf.Options], parts => OneOf(parts[0], parts[1..])),
            _ => Expression.Call(typeof(Truths), nameof(Truths.Of), null, compiler.Value(formula)),
        };
    }

    /// <returns>A condition as a value of its own type.</returns>
    public Expression ValueOf(Formula formula)
    {
        if (formula.Type == typeof(bool?))
        {
            return Expression.Call(typeof(Truths), nameof(Truths.ToBool), null, Of(formula));
        }

        return formula switch
        {
            Formula.All all => Joined([.. all.Conditions.Select(compiler.Value)], Expression.AndAlso),
            Formula.Any any => Joined([.. any.Conditions.Select(compiler.Value)], Expression.OrElse),
            Formula.Not not => Expression.Not(compiler.Value(not.Inner)),
            Formula.IsMissing missing => IsMissing(missing.Inner),
            Formula.Compare compare => HoldsOrFalse(compare),
            Formula.OneOf oneOf => OneOf(
                compiler.Value(oneOf.Item), [.. oneOf.Options.Select(compiler.Value)]),
            _ => throw new UnreachableException($"{formula.GetType().Name} is not a condition."),
        };
    }

    public static BinaryExpression Is(Expression truth, Truth value) =>
        Expression.Equal(truth, Expression.Constant(value));

    private static ConditionalExpression FromBool(Expression value) =>
        Expression.Condition(value, Expression.Constant(Truth.True), Expression.Constant(Truth.False));

    private Expression IsMissing(Formula inner) => inner.MayBeNull
        ? Expression.Equal(compiler.Value(inner), Expression.Constant(null, inner.Type))
        : Expression.Constant(false);

    // all: stops at the first false and remembers an unknown; any: the same with true.
    private BlockExpression Chain(IReadOnlyList<Formula> conditions, Truth decides, Truth start)
    {
        var truth = Expression.Variable(typeof(Truth));
        var one = Expression.Variable(typeof(Truth));
        var end = Expression.Label(typeof(Truth));
        var body = new List<Expression> { Expression.Assign(truth, Expression.Constant(start)) };
        foreach (var condition in conditions)
        {
            if (condition.Type == typeof(bool))
            {
                var value = compiler.Value(condition);
                body.Add(Expression.IfThen(
                    decides is Truth.True ? value : Expression.Not(value),
                    Expression.Return(end, Expression.Constant(decides))));
                continue;
            }

            body.Add(Expression.Assign(one, Of(condition)));
            body.Add(Expression.IfThen(Is(one, decides), Expression.Return(end, Expression.Constant(decides))));
            body.Add(Expression.IfThen(
                Is(one, Truth.Unknown), Expression.Assign(truth, Expression.Constant(Truth.Unknown))));
        }

        body.Add(Expression.Label(end, truth));
        return Expression.Block([truth, one], body);
    }

    private BlockExpression IfKnown(Formula[] operands, Func<Expression[], Expression> condition)
    {
        // What stands in the rule itself stays a constant, which is compared the quicker way.
        Expression[] values =
        [
            .. operands.Select(operand => operand is Formula.Constant { Value: not null }
                ? compiler.Value(operand)
                : Expression.Variable(operand.Type)),
        ];
        var variables = values.OfType<ParameterExpression>().ToArray();
        Expression? missing = null;
        for (var i = 0; i < operands.Length; i++)
        {
            if (operands[i].MayBeNull)
            {
                var isNull = Expression.Equal(values[i], Expression.Constant(null, values[i].Type));
                missing = missing is null ? isNull : Expression.OrElse(missing, isNull);
            }
        }

        var known = FromBool(condition([.. values.Select(Bare)]));
        return Expression.Block(
            variables,
            [
                .. values.Zip(operands)
                    .Where(pair => pair.First is ParameterExpression)
                    .Select(pair => Expression.Assign(pair.First, compiler.Value(pair.Second))),
                missing is null ? known : Expression.Condition(missing, Expression.Constant(Truth.Unknown), known),
            ]);
    }

    private static Expression Bare(Expression value) => Nullable.GetUnderlyingType(value.Type) is null
        ? value
        : Expression.Call(value, nameof(Nullable<>.GetValueOrDefault), null);

    // RulesEngine's policy, or nothing can be missing: C#'s own lifted comparisons; a missing text has no order.
    private Expression HoldsOrFalse(Formula.Compare compare)
    {
        var left = compiler.Value(compare.Left);
        var right = compiler.Value(compare.Right);
        if (left.Type != typeof(string) || compare.Operator is Comparison.Equal or Comparison.NotEqual
            || (!compare.Left.MayBeNull && !compare.Right.MayBeNull))
        {
            return Holds(compare.Operator, left, right);
        }

        // Each side stands in the tree once: a side that itself compares texts would else double with each level.
        var one = Expression.Variable(typeof(string));
        var other = Expression.Variable(typeof(string));
        var known = Expression.AndAlso(
            Expression.NotEqual(one, Expression.Constant(null, typeof(string))),
            Expression.NotEqual(other, Expression.Constant(null, typeof(string))));
        return Expression.Block(
            [one, other],
            Expression.Assign(one, left),
            Expression.Assign(other, right),
            Expression.AndAlso(known, Holds(compare.Operator, one, other)));
    }

    private static Expression Holds(Comparison sign, Expression left, Expression right)
    {
        if (left.Type == typeof(string) && sign is Comparison.Equal or Comparison.NotEqual
            && left is not ConstantExpression && right is not ConstantExpression)
        {
            var same = Expression.Call(typeof(Binding.Texts), nameof(Binding.Texts.Same), null, left, right);
            return sign is Comparison.Equal ? same : Expression.Not(same);
        }

        if (left.Type == typeof(string) && sign is not (Comparison.Equal or Comparison.NotEqual))
        {
            left = Expression.Call(typeof(Binding.Texts), nameof(Binding.Texts.Order), null, left, right);
            right = Expression.Constant(0);
        }

        if (TypeNames.Bare(left.Type) is { IsEnum: true } tag)
        {
            var number = Enum.GetUnderlyingType(tag);
            var type = tag == left.Type ? number : TypeNames.OrNull(number);
            (left, right) = (Expression.Convert(left, type), Expression.Convert(right, type));
        }

        return sign switch
        {
            Comparison.Equal => Expression.Equal(left, right),
            Comparison.NotEqual => Expression.NotEqual(left, right),
            Comparison.Below => Expression.LessThan(left, right),
            Comparison.AtMost => Expression.LessThanOrEqual(left, right),
            Comparison.AtLeast => Expression.GreaterThanOrEqual(left, right),
            Comparison.Above => Expression.GreaterThan(left, right),
            _ => throw new UnreachableException($"Unknown comparison {sign}."),
        };
    }

    private static BlockExpression OneOf(Expression item, Expression[] options)
    {
        var value = Expression.Variable(item.Type);
        return Expression.Block(
            [value],
            Expression.Assign(value, item),
            Joined([.. options.Select(option => Holds(Comparison.Equal, value, option))], Expression.OrElse));
    }

    // In the middle of the middle: however many they are, the tree is not deep.
    private static Expression Joined(
        ReadOnlySpan<Expression> parts, Func<Expression, Expression, Expression> join) => parts is [var only]
        ? only
        : join(Joined(parts[..(parts.Length / 2)], join), Joined(parts[(parts.Length / 2)..], join));
}
