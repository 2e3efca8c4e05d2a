using Planning.Rules.Formulas;
using Planning.Rules.Wording;

namespace Planning.Rules.Evaluation;

/// <summary>Names a part of a formula for programs; <see cref="Description"/> names it for people.</summary>
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

    public static Fact Fact(Formula.Member member) => new(Of(member), Description.Label(member));
}
