using System.Diagnostics;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Planning.Rules.Binding;
using Planning.Rules.Formulas;

namespace Planning.Rules.Compiling;

/// <summary>Compiles formulas to delegates over one frame: the inputs, then a slot for each computed value.</summary>
/// <remarks>What null does was decided by the binder; here it is only carried out.</remarks>
internal sealed class FormulaCompiler
{
    private readonly ParameterExpression _frame = Expression.Parameter(typeof(object[]), "frame");
    private readonly Dictionary<int, ParameterExpression> _elements = [];
    private readonly TruthCompiler _truths;
    private readonly CallCompiler _calls;

    private FormulaCompiler()
    {
        _truths = new TruthCompiler(this);
        _calls = new CallCompiler(this);
    }

    public static Warming<Truth> Condition(Formula formula) => new(() => ConditionTree(formula), IsLoop(formula));

    public static Expression<Func<object?[], Truth>> ConditionTree(Formula formula) =>
        Tree<Truth>(compiler => compiler.Truth(formula));

    /// <summary>Computes a value as it lies in its slot of the frame.</summary>
    public static Warming<object> Computation(Formula formula) => new(
        () => Tree<object>(compiler =>
            Expression.Call(typeof(Slots), nameof(Slots.Of), [formula.Type], compiler.Kept(formula))),
        IsLoop(formula));

    /// <summary>Any part, for an explanation.</summary>
    public static Warming<object?> Operand(Formula formula) => new(
        () => Tree<object?>(compiler => Expression.Convert(compiler.Value(formula), typeof(object))),
        IsLoop(formula));

    /// <returns>An expression of type <see cref="Formulas.Truth"/>.</returns>
    public Expression Truth(Formula formula) => _truths.Of(formula);

    /// <returns>An expression of exactly the formula's type.</returns>
    public Expression Value(Formula formula) => formula switch
    {
        Formula.Constant constant => Expression.Constant(constant.Value, constant.Type),
        Formula.Input input => Expression.Convert(
            Expression.ArrayIndex(_frame, Expression.Constant(input.Slot)), input.Type),
        Formula.Scoped scoped => Read(scoped),
        Formula.Element element => _elements[element.Depth],
        Formula.Member member => _calls.Member(member),
        Formula.Call call => _calls.Call(call),
        Formula.Query query => _calls.Query(query),
        Formula.Create create => Expression.New(create.Constructor, create.Arguments.Select(Value)),
        Formula.Convert convert => Converted(Value(convert.Inner), convert.To),
        Formula.Arithmetic arithmetic => Compute(arithmetic),
        Formula.Negate negate => Expression.Negate(Value(negate.Inner)),
        Formula.Join join => Expression.Call(
            typeof(Texts), nameof(Texts.Append), null, AsText(join.Left), AsText(join.Right)),
        Formula.If choice => Choose(choice),
        Formula.Coalesce coalesce => Expression.Coalesce(
            Value(coalesce.Inner), Value(coalesce.Fallback)),
        Formula.ListOf list => Expression.NewArrayInit(list.Each, list.Items.Select(Kept)),
        Formula.Record record => Expression.MemberInit(
            Expression.New(record.Type),
            record.Fields.Zip(record.Names, (field, name) =>
                Expression.Bind(record.Type.GetProperty(name)!, Kept(field)))),
        Formula.Lambda lambda => Lambda(lambda),
        Formula.Compare or Formula.OneOf or Formula.All or Formula.Any or Formula.Not or Formula.IsMissing =>
            _truths.ValueOf(formula),
        _ => throw new UnreachableException($"Unknown formula {formula.GetType().Name}."),
    };

    /// <returns>The value as it can stay somewhere: a list is computed, not yet to be computed.</returns>
    private Expression Kept(Formula formula) =>
        formula.Type.IsGenericType && formula.Type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            ? Expression.Call(typeof(Lists), nameof(Lists.Kept), formula.Type.GetGenericArguments(), Value(formula))
            : Value(formula);

    // Between a choice and a decimal .NET knows no way but through the choice's number.
    private static UnaryExpression Converted(Expression value, Type to)
    {
        var (from, into) = (TypeNames.Bare(value.Type), TypeNames.Bare(to));
        var choice = from.IsEnum && into == typeof(decimal) ? from
            : into.IsEnum && from == typeof(decimal) ? into
            : null;
        if (choice is null)
        {
            return Expression.Convert(value, to);
        }

        var number = Enum.GetUnderlyingType(choice);
        return Expression.Convert(
            Expression.Convert(value, from == value.Type ? number : TypeNames.OrNull(number)), to);
    }

    private static Expression<Func<object?[], T>> Tree<T>(Func<FormulaCompiler, Expression> body)
    {
        var compiler = new FormulaCompiler();
        return Expression.Lambda<Func<object?[], T>>(body(compiler), compiler._frame);
    }

    private static bool IsLoop(Formula formula) => formula is Formula.Query
        || (formula is not Formula.Scoped && formula.Parts.Any(IsLoop));

    private static MemberExpression ReadSlot(Expression slot, Type type) =>
        Expression.Property(
            Expression.Call(typeof(Unsafe), nameof(Unsafe.As), [typeof(Slot<>).MakeGenericType(type)], slot),
            nameof(Slot<>.Value));

    private MemberExpression Read(Formula.Scoped scoped) =>
        ReadSlot(Expression.ArrayIndex(_frame, Expression.Constant(scoped.Slot)), scoped.Type);

    private BinaryExpression Compute(Formula.Arithmetic arithmetic)
    {
        var left = Value(arithmetic.Left);
        var right = Value(arithmetic.Right);
        return arithmetic.Operator switch
        {
            ArithmeticOperator.Add => Expression.Add(left, right),
            ArithmeticOperator.Subtract => Expression.Subtract(left, right),
            ArithmeticOperator.Multiply => Expression.Multiply(left, right),
            ArithmeticOperator.Divide => Expression.Divide(left, right),
            ArithmeticOperator.Remainder => Expression.Modulo(left, right),
            ArithmeticOperator.And => Expression.And(left, right),
            ArithmeticOperator.Or => Expression.Or(left, right),
            ArithmeticOperator.ShiftLeft => Expression.LeftShift(left, right),
            ArithmeticOperator.ShiftRight => Expression.RightShift(left, right),
            _ => throw new UnreachableException($"Unknown operator {arithmetic.Operator}."),
        };
    }

    private Expression AsText(Formula formula)
    {
        var value = Value(formula);
        return formula.Type == typeof(string)
            ? value
            : Expression.Call(typeof(Texts), nameof(Texts.Of), [formula.Type], value);
    }

    private Expression Choose(Formula.If choice)
    {
        var then = Value(choice.Then);
        var otherwise = Value(choice.Else);
        if (choice.Condition.Type == typeof(bool))
        {
            return Expression.Condition(Value(choice.Condition), then, otherwise);
        }

        var truth = Expression.Variable(typeof(Truth));
        return Expression.Block(
            [truth],
            Expression.Assign(truth, Truth(choice.Condition)),
            Expression.Condition(
                TruthCompiler.Is(truth, Formulas.Truth.True),
                then,
                Expression.Condition(
                    TruthCompiler.Is(truth, Formulas.Truth.False), otherwise, Expression.Default(choice.Type))));
    }

    private LambdaExpression Lambda(Formula.Lambda lambda)
    {
        var outer = _elements.GetValueOrDefault(lambda.Each.Depth);
        var element = Expression.Parameter(lambda.Each.Type, lambda.Each.Name);
        _elements[lambda.Each.Depth] = element;
        var body = lambda.Returns == typeof(Truth) ? Truth(lambda.Body) : Kept(lambda.Body);
        if (outer is not null)
        {
            _elements[lambda.Each.Depth] = outer;
        }

        var typed = body.Type == lambda.Returns ? body : Expression.Convert(body, lambda.Returns);
        return Expression.Lambda(lambda.Type, typed, element);
    }
}
