using Microsoft.CodeAnalysis;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Binding;

/// <summary>Binds a type used as a function: int(x), DateTime(2026, 1, 1), DateTime("2026-01-01").</summary>
internal sealed class TypeCallBinder(BindingContext context)
{
    private static readonly HashSet<Type> Constructed =
        [typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan)];

    public Formula? Bind(Type type, IReadOnlyList<Formula> arguments, SyntaxNode at)
    {
        if (arguments is [var only] && Convert(type, only, at, out var converted))
        {
            return converted;
        }

        if (Constructed.Contains(type)
            && Overloads.Best(type.GetConstructors().Where(TakesNumbersOnly), arguments) is { } constructor)
        {
            var parameters = constructor.GetParameters();
            Formula[] given =
                [.. arguments.Select((argument, i) => Conversions.To(argument, parameters[i].ParameterType))];
            return Array.Exists(given, argument => argument.MayBeNull)
                ? context.Mismatch(at, $"{type.Name}(..) needs values that cannot be missing.")
                : new Formula.Create(constructor, given, type);
        }

        var types = string.Join(", ", arguments.Select(argument => TypeNames.Say(argument.Type)));
        return context.Mismatch(at, $"{TypeNames.Say(type)} cannot be made from ({types}).");
    }

    private static bool TakesNumbersOnly(System.Reflection.ConstructorInfo constructor) =>
        Array.TrueForAll(
            constructor.GetParameters(),
            parameter => NumberTypes.IsNumber(parameter.ParameterType)
                || parameter.ParameterType == typeof(DateTime) || parameter.ParameterType == typeof(TimeSpan));

    private bool Convert(Type type, Formula only, SyntaxNode at, out Formula? converted)
    {
        var from = TypeNames.Bare(only.Type);
        converted = null;
        if (only is Formula.Constant { Written: not null, Value: string text } literal && LiteralText.CanRead(type))
        {
            converted = Conversions.LiteralAs(literal, type)
                ?? context.Refuse(
                    DiagnosticCode.BadLiteral, at, $"\"{text}\" is not a value of {TypeNames.Say(type)}.");
            return true;
        }

        if (type == typeof(string))
        {
            converted = new Formula.Join(new Formula.Constant("", typeof(string)), only);
            return true;
        }

        if (from == type || (IsNumeric(from) && IsNumeric(type)))
        {
            converted = Conversions.To(only, type);
            return true;
        }

        if (from == typeof(string) && type == typeof(Uri))
        {
            converted = Calls.Make(((Func<string, Uri>)Kinds.Address).Method, null, [only], context);
            return true;
        }

        if (from == typeof(string) && type.GetMethod("Parse", [typeof(string), typeof(IFormatProvider)]) is not null)
        {
            converted = Calls.Make(type.GetMethod("Parse", [typeof(string)])!, null, [only], context);
            return true;
        }

        return false;
    }

    private static bool IsNumeric(Type type) => NumberTypes.IsNumber(type) || type.IsEnum || type == typeof(char);
}
