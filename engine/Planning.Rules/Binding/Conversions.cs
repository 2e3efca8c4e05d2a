using System.Globalization;
using Microsoft.CodeAnalysis;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Binding;

/// <summary>The conversions the dialect makes by itself.</summary>
internal static class Conversions
{
    /// <returns>What it costs to use the formula as the type: 0 when it is that type, null when it cannot be.</returns>
    public static int? Cost(Formula formula, Type to)
    {
        var bare = TypeNames.Bare(to);
        var from = TypeNames.Bare(formula.Type);
        if (formula is Formula.Constant { Value: null })
        {
            return to.IsValueType && bare == to ? null : 1;
        }

        if (NumberTypes.Distance(from, bare) is { } distance)
        {
            return distance;
        }

        if (formula is Formula.Constant { Written: not null } literal && LiteralAs(literal, bare) is not null)
        {
            return 10;
        }

        return from == bare ? 0 : !to.IsValueType && to.IsAssignableFrom(formula.Type) ? 20 : null;
    }

    /// <summary>Uses a formula as a type that <see cref="Cost"/> allows; a missing value stays missing.</summary>
    public static Formula To(Formula formula, Type to)
    {
        if (formula.Type == to)
        {
            return formula;
        }

        if (formula is Formula.Constant { Value: null })
        {
            return new Formula.Constant(null, TypeNames.OrNull(to)) { Text = formula.Text };
        }

        if (formula is Formula.Constant constant && LiteralAs(constant, TypeNames.Bare(to)) is { } converted)
        {
            return converted.Type == to ? converted : new Formula.Convert(converted, to) { Text = formula.Text };
        }

        var type = formula.MayBeNull ? TypeNames.OrNull(to) : to;
        return formula.Type == type ? formula : new Formula.Convert(formula, type) { Text = formula.Text };
    }

    /// <returns>A literal read again as the type: 1.1 as a decimal, "gold" as a tier; null when it does not read
    /// so.</returns>
    public static Formula.Constant? LiteralAs(Formula.Constant literal, Type to)
    {
        if (literal.Value is null)
        {
            return null;
        }

        if (literal.Type == typeof(string))
        {
            return LiteralText.TryRead((string)literal.Value, to, out var read) ? Keep(literal, read, to) : null;
        }

        if (NumberTypes.IsNumber(literal.Type) && to.IsEnum)
        {
            var text = Convert.ToString(literal.Value, CultureInfo.InvariantCulture)!;
            return LiteralText.TryRead(text, to, out var member) ? Keep(literal, member, to) : null;
        }

        return literal.Written is { } written && NumberTypes.IsNumber(literal.Type) && NumberTypes.IsNumber(to)
            && (NumberTypes.Distance(literal.Type, to) is not null || IsReal(literal.Type) && to == typeof(decimal))
            && LiteralText.TryRead(written, to, out var number)
            ? Keep(literal, number, to)
            : null;
    }

    /// <summary>Brings two operands to the one type they are compared or computed in.</summary>
    /// <returns>Null after a diagnostic when there is no such type.</returns>
    public static (Formula Left, Formula Right)? Together(
        Formula left, Formula right, SyntaxNode at, string sign, BindingContext context)
    {
        var (from, to) = (TypeNames.Bare(left.Type), TypeNames.Bare(right.Type));
        if (from == to)
        {
            return SameNullness(left, right, from);
        }

        if (from == typeof(object) && to == typeof(string))
        {
            return (AsText(left, context), right);
        }

        if (from == typeof(string) && to == typeof(object))
        {
            return (left, AsText(right, context));
        }

        if (LiteralMeets(left, to) is { } readLeft)
        {
            return SameNullness(readLeft, right, to);
        }

        if (LiteralMeets(right, from) is { } readRight)
        {
            return SameNullness(left, readRight, from);
        }

        if (BadLiteral(left, to, at, context) || BadLiteral(right, from, at, context))
        {
            return null;
        }

        if (NumberTypes.Common(from, to) is { } common)
        {
            return SameNullness(left, right, common);
        }

        var cure = NumberTypes.IsNumber(from) && NumberTypes.IsNumber(to)
            ? $" Say which one you mean with decimal(..) or double(..)."
            : "";
        context.Mismatch(
            at, $"`{sign}` cannot stand between {TypeNames.Say(left.Type)} and {TypeNames.Say(right.Type)}.{cure}");
        return null;
    }

    private static Formula.Call AsText(Formula value, BindingContext context) =>
        Calls.Make(((Func<object?, string?>)Kinds.AsText).Method, null, [value], context);

    private static (Formula Left, Formula Right) SameNullness(Formula left, Formula right, Type bare)
    {
        var type = bare.IsValueType && (IsNullable(left) || IsNullable(right)) ? TypeNames.OrNull(bare) : bare;
        return (To(left, type), To(right, type));
    }

    private static bool IsNullable(Formula formula) => Nullable.GetUnderlyingType(formula.Type) is not null;

    private static Formula.Constant? LiteralMeets(Formula formula, Type other) =>
        formula is Formula.Constant { Written: not null } literal
        && (literal.Type == typeof(string) || other.IsEnum || other == typeof(decimal))
            ? LiteralAs(literal, other)
            : null;

    private static bool BadLiteral(Formula formula, Type other, SyntaxNode at, BindingContext context)
    {
        if (formula is not Formula.Constant { Written: not null, Value: string text } || !LiteralText.CanRead(other))
        {
            return false;
        }

        context.Refuse(
            DiagnosticCode.BadLiteral,
            at,
            $"\"{text}\" is not a value of {TypeNames.Say(other)}.",
            other.IsEnum ? Spelling.Nearest(text, Enum.GetNames(other)) : null);
        return true;
    }

    private static bool IsReal(Type type) => type == typeof(double) || type == typeof(float);

    private static Formula.Constant Keep(Formula.Constant literal, object? value, Type type) =>
        new(value, type, literal.Written) { Text = literal.Text };
}
