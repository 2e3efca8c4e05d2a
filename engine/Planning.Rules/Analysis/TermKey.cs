using System.Globalization;
using Planning.Rules.Formulas;

namespace Planning.Rules.Analysis;

/// <summary>Gives formulas that always have the same value the same name, however they are written.</summary>
internal static class TermKey
{
    public static string Of(Formula formula) => formula switch
    {
        Formula.Input input => input.Name,
        Formula.Member member => $"{Of(member.Target)}.{member.Field.Name}",
        Formula.Scoped scoped => IsPath(scoped.Computed) ? Of(scoped.Computed) : $"${scoped.Slot}",
        Formula.Convert convert when IsHarmless(convert) => Of(convert.Inner),
        Formula.Convert convert => $"({convert.Type}){Of(convert.Inner)}",
        Formula.Constant constant => Constant(constant),
        Formula.Element element => $"#{element.Depth}",
        Formula.Lambda lambda => $"\\{lambda.Each.Depth}.{Of(lambda.Body)}",
        Formula.Call call => $"{call.Method.DeclaringType}.{call.Method}({Parts(call.Parts)})",
        Formula.Query query => $"{query.Method.Name}({Parts([query.Source, .. query.Arguments])})",
        Formula.Arithmetic arithmetic => $"{arithmetic.Operator}({Parts(arithmetic.Parts)})",
        Formula.Compare compare => $"{compare.Operator}({Parts(compare.Parts)})",
        Formula.Create create => $"new {create.Type}({Parts(create.Parts)})",
        _ => $"{formula.GetType().Name}({Parts(formula.Parts)})",
    };

    /// <summary>A fact itself, under a name or not.</summary>
    public static bool IsPath(Formula formula) => formula switch
    {
        Formula.Input => true,
        Formula.Member member => IsPath(member.Target),
        Formula.Scoped scoped => IsPath(scoped.Computed),
        Formula.Convert convert => IsHarmless(convert) && IsPath(convert.Inner),
        _ => false,
    };

    public static Formula Bare(Formula formula) => formula switch
    {
        Formula.Convert convert when IsHarmless(convert) => Bare(convert.Inner),
        Formula.Scoped scoped when IsPath(scoped.Computed) => Bare(scoped.Computed),
        _ => formula,
    };

    // With its length, so that no text can pass for two.
    private static string Constant(Formula.Constant constant)
    {
        var text = Convert.ToString(constant.Value, CultureInfo.InvariantCulture) ?? "";
        return $"{constant.Type}{text.Length}'{text}'";
    }

    private static string Parts(IEnumerable<Formula> parts) => string.Join(",", parts.Select(Of));

    // An int that becomes a double stays the same number; a double that becomes an int does not, and a long that
    // becomes a double may not.
    private static bool IsHarmless(Formula.Convert convert)
    {
        var (from, to) = (TypeNames.Bare(convert.Inner.Type), TypeNames.Bare(convert.Type));
        var mayRound = to == typeof(float)
            || (to == typeof(double) && (from == typeof(long) || from == typeof(ulong)));
        return from == to || (NumberTypes.Distance(from, to) is not null && !mayRound);
    }
}
