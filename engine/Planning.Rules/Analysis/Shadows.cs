using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Analysis;

/// <summary>Finds rules that are only true where rules above them are true as well and silence them.</summary>
internal static class Shadows
{
    public static IEnumerable<Finding> In(ReadRules read) => read.Rules
        .Where(rule => !rule.True.IsEmpty)
        .Select(rule => Shadow(read, rule))
        .OfType<Finding>();

    private static Finding? Shadow(ReadRules read, ReadRule rule)
    {
        ReadRule[] above = [.. read.Above(rule).Where(other => !other.CanFail && !other.True.IsEmpty)];
        ReadRule[] shading = above.FirstOrDefault(other => read.Algebra.Minus(rule.True, other.True).IsEmpty) is { } one
            ? [one]
            : above.Aggregate(rule.True, (rest, other) => read.Algebra.Minus(rest, other.True)).IsEmpty ? above : [];
        if (shading is [])
        {
            return null;
        }

        var names = string.Join(" or ", shading.Select(other => other.Name));
        return new Finding(
            FindingCode.Shadowed,
            rule.Rule.Path,
            [rule.Name, .. shading.Select(other => other.Name)],
            $"{rule.Name} never speaks: wherever it is true, {names} is true and comes first.",
            Example: read.Examples.Find(rule.True.Boxes[0], trial => trial.Truth(rule.Rule) is true));
    }

    /// <summary>A rule that fails is not true, so it shades nothing there.</summary>
    public static bool CanFail(Rule rule) =>
        rule.Body.Locals.Any(local => CanFail(local.Formula.Computed))
        || (rule.Body.Condition is { } condition ? CanFail(condition) : rule.Rules.Any(CanFail));

    private static bool CanFail(Formula formula) => formula switch
    {
        // A global that fails leaves every rule alike undecided.
        Formula.Scoped => false,
        Formula.Constant or Formula.Input => false,
        Formula.Member { NullIfNull: false, Target.MayBeNull: true } => true,
        Formula.Convert convert => !IsWidening(convert) || CanFail(convert.Inner),
        Formula.Arithmetic sum => !IsReal(sum) || sum.Parts.Any(CanFail),
        Formula.Call call => call.Method.DeclaringType != typeof(Math) || !IsReal(call) || call.Parts.Any(CanFail),
        Formula.Query or Formula.Create or Formula.Record or Formula.Join => true,
        _ => formula.Parts.Any(CanFail),
    };

    private static bool IsReal(Formula formula) => TypeNames.Bare(formula.Type) == typeof(double);

    private static bool IsWidening(Formula.Convert convert)
    {
        var (from, to) = (TypeNames.Bare(convert.Inner.Type), TypeNames.Bare(convert.Type));
        return (convert.MayBeNull || !convert.Inner.MayBeNull)
            && (from == to || NumberTypes.Distance(from, to) is not null);
    }
}
