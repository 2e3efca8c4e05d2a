using Planning.Rules.Facts;
using Planning.Rules.Formulas;

namespace Planning.Rules.Evaluation;

/// <summary>Names a part of a formula: as a path for programs, as a label for people.</summary>
internal static class FactPath
{
    public static string Of(Formula formula) => formula switch
    {
        Formula.Input input => input.Name,
        Formula.Scoped scoped => scoped.Name,
        Formula.Member { Target: Formula.Input or Formula.Member or Formula.Scoped } member =>
            $"{Of(member.Target)}.{member.Field.Name}",
        Formula.Member member => member.Field.Name,
        _ => formula.Text,
    };

    public static string Label(Formula formula) => formula switch
    {
        Formula.Member member => member.Label,
        Formula.Scoped scoped => Labels.OfComputed(scoped.Name),
        Formula.Convert convert => Label(convert.Inner),
        _ => formula.Text,
    };
}
