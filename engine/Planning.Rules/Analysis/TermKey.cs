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
        Formula.Scoped scoped => scoped.Fact is { } fact ? Of(fact) : $"${scoped.Slot}",
        Formula.Convert convert when FactNames.IsHarmless(convert) => Of(convert.Inner),
        Formula.Convert convert => $"({convert.Type}){Of(convert.Inner)}",
        Formula.Constant constant => Constant(constant),
        Formula.Element element => $"#{element.Depth}",
        Formula.Lambda lambda => $"\\{lambda.Each.Depth}.{Of(lambda.Body)}",
        Formula.Call call => $"{call.Method.DeclaringType}.{call.Method}({Parts(call.Parts)})",
        Formula.Query query => $"{query.Method}({Parts([query.Source, .. query.Arguments])})",
        Formula.Arithmetic arithmetic => $"{arithmetic.Type} {arithmetic.Operator}({Parts(arithmetic.Parts)})",
        Formula.Compare compare => $"{compare.Operator}({Parts(compare.Parts)})",
        Formula.Create create => $"new {create.Type}({Parts(create.Parts)})",
        Formula.Record record => $"new {string.Join(',', record.Names)}({Parts(record.Parts)})",
        _ => $"{formula.GetType().Name}({Parts(formula.Parts)})",
    };

    // With its length, so that no text can pass for two.
    private static string Constant(Formula.Constant constant)
    {
        var text = constant.Value switch
        {
            DateTime or DateTimeOffset or DateOnly or TimeOnly =>
                ((IFormattable)constant.Value).ToString("O", CultureInfo.InvariantCulture),
            _ => Convert.ToString(constant.Value, CultureInfo.InvariantCulture) ?? "",
        };
        return $"{constant.Type}{text.Length}'{text}'";
    }

    private static string Parts(IEnumerable<Formula> parts) => string.Join(",", parts.Select(Of));
}
