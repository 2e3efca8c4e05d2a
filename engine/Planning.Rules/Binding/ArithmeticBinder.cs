using Microsoft.CodeAnalysis;
using Planning.Rules.Formulas;

namespace Planning.Rules.Binding;

/// <summary>Binds computing: numbers with C#'s promotions, dates and spans, and texts put together.</summary>
internal sealed class ArithmeticBinder(BindingContext context)
{
    private static readonly string[] Signs = ["+", "-", "*", "/", "%", "&", "|", "<<", ">>"];

    public Formula? Bind(ArithmeticOperator sign, Formula left, Formula right, SyntaxNode at)
    {
        if (sign is ArithmeticOperator.Add or ArithmeticOperator.And
            && (left.Type == typeof(string) || right.Type == typeof(string)))
        {
            return new Formula.Join(left, right);
        }

        if (DateType(sign, left, right) is { } dated)
        {
            var missing = left.MayBeNull || right.MayBeNull;
            return new Formula.Arithmetic(
                sign, Lift(left, missing), Lift(right, missing), missing ? TypeNames.OrNull(dated) : dated);
        }

        var (from, to) = (TypeNames.Bare(left.Type), TypeNames.Bare(right.Type));
        if (!NumberTypes.IsNumber(from) || !NumberTypes.IsNumber(to))
        {
            return context.Mismatch(
                at,
                $"`{Signs[(int)sign]}` cannot compute with {TypeNames.Say(left.Type)} "
                + $"and {TypeNames.Say(right.Type)}.");
        }

        if (sign >= ArithmeticOperator.And && (!IsWhole(from) || !IsWhole(to)))
        {
            return context.Mismatch(at, $"`{Signs[(int)sign]}` computes with whole numbers only.");
        }

        if (sign is ArithmeticOperator.ShiftLeft or ArithmeticOperator.ShiftRight)
        {
            return Shift(sign, left, right, at);
        }

        return Conversions.Together(left, right, at, Signs[(int)sign], context) is { } both
            ? Compute(sign, both.Left, both.Right)
            : null;
    }

    public Formula? Negate(Formula inner, SyntaxNode at)
    {
        var bare = TypeNames.Bare(inner.Type);
        if (!NumberTypes.IsNumber(bare) || bare == typeof(ulong))
        {
            return context.Mismatch(at, $"`-` cannot stand before {TypeNames.Say(inner.Type)}.");
        }

        if (inner is Formula.Constant { Written: { } written, Value: not null and not char }
            && LiteralText.TryRead($"-{written}", SignedOf(bare), out var negative))
        {
            return new Formula.Constant(negative, SignedOf(bare), $"-{written}");
        }

        var type = NumberTypes.Common(bare, typeof(int)) ?? bare;
        return new Formula.Negate(Conversions.To(inner, type));
    }

    // 3000000000 is a uint, -3000000000 a long; 2147483648 exists for the sake of -2147483648.
    private static Type SignedOf(Type bare) => bare == typeof(uint) ? typeof(long) : bare;

    private static Formula.Arithmetic Compute(ArithmeticOperator sign, Formula left, Formula right)
    {
        var bare = TypeNames.Bare(left.Type);
        var wide = NumberTypes.Common(bare, bare)!;
        if (wide != bare)
        {
            (left, right) = (Conversions.To(left, wide), Conversions.To(right, wide));
        }

        var missing = Nullable.GetUnderlyingType(left.Type) is not null
            || Nullable.GetUnderlyingType(right.Type) is not null;
        return new Formula.Arithmetic(
            sign, Lift(left, missing), Lift(right, missing), missing ? TypeNames.OrNull(wide) : wide);
    }

    // By how much is always an int; the other side stays what it is, or becomes an int if it is smaller.
    private Formula.Arithmetic? Shift(ArithmeticOperator sign, Formula left, Formula right, SyntaxNode at)
    {
        if (Conversions.Cost(right, typeof(int)) is null)
        {
            context.Mismatch(at, $"`{Signs[(int)sign]}` moves by an int, not by {TypeNames.Say(right.Type)}.");
            return null;
        }

        var bare = TypeNames.Bare(left.Type);
        var wide = bare == typeof(uint) || bare == typeof(long) || bare == typeof(ulong) ? bare : typeof(int);
        var missing = left.MayBeNull || right.MayBeNull;
        return new Formula.Arithmetic(
            sign,
            Lift(Conversions.To(left, wide), missing),
            Lift(Conversions.To(right, typeof(int)), missing),
            missing ? TypeNames.OrNull(wide) : wide);
    }

    private static bool IsWhole(Type bare) =>
        bare != typeof(float) && bare != typeof(double) && bare != typeof(decimal);

    private static Formula Lift(Formula formula, bool missing) =>
        missing ? Conversions.To(formula, TypeNames.OrNull(formula.Type)) : formula;

    private static Type? DateType(ArithmeticOperator sign, Formula left, Formula right)
    {
        var (from, to) = (TypeNames.Bare(left.Type), TypeNames.Bare(right.Type));
        var isDate = from == typeof(DateTime) || from == typeof(DateTimeOffset);
        return sign switch
        {
            ArithmeticOperator.Subtract when isDate && from == to => typeof(TimeSpan),
            ArithmeticOperator.Add or ArithmeticOperator.Subtract
                when (isDate || from == typeof(TimeSpan)) && to == typeof(TimeSpan) => from,
            ArithmeticOperator.Multiply or ArithmeticOperator.Divide
                when from == typeof(TimeSpan) && to == typeof(double) => from,
            _ => null,
        };
    }
}
