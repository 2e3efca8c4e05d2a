using Planning.Rules.Formulas;

namespace Planning.Rules.Evaluation;

/// <summary>Walks a formula the way it is judged and notes every value on the way.</summary>
internal sealed class Tracer(Operands operands, object?[] frame)
{
    public Trace Trace(Formula formula) => formula switch
    {
        Formula.All all => All(all),
        Formula.Any any => Any(any),
        Formula.Not not => Not(Trace(not.Inner)),
        Formula.Compare compare => new Trace.Compared(
            TruthOf(compare), Operand(compare.Left), compare.Operator, Operand(compare.Right)),
        Formula.OneOf oneOf => new Trace.OneOf(
            TruthOf(oneOf), Operand(oneOf.Item), [.. oneOf.Options.Select(Operand)]),
        Formula.IsMissing missing => new Trace.Known(TruthOf(missing), Operand(missing.Inner)),
        _ => new Trace.Stated(TruthOf(formula), Operand(formula)),
    };

    public static Trace All(IReadOnlyList<Trace> parts) => new Trace.All(
        parts.Any(part => part.Truth is false) ? false : parts.Any(part => part.Truth is null) ? null : true, parts);

    public static Trace Any(IReadOnlyList<Trace> parts) => new Trace.Any(
        parts.Any(part => part.Truth is true) ? true : parts.Any(part => part.Truth is null) ? null : false, parts);

    private static Trace.Not Not(Trace inner) => new(!inner.Truth, inner);

    private Trace All(Formula.All all) => All(Parts(all.Conditions, decides: false));

    private Trace Any(Formula.Any any) => Any(Parts(any.Conditions, decides: true));

    // What stands behind the deciding part was guarded by it: shown if it can be computed, left out if not.
    private List<Trace> Parts(IReadOnlyList<Formula> conditions, bool decides)
    {
        var parts = new List<Trace>(conditions.Count);
        var decided = false;
        foreach (var condition in conditions)
        {
            try
            {
                parts.Add(Trace(condition));
                decided |= parts[^1].Truth == decides;
            }
            catch (Exception failure) when (decided && Failures.IsOfRule(failure))
            {
                continue;
            }
        }

        return parts;
    }

    private bool? TruthOf(Formula formula) => (bool?)operands.Value(formula, frame);

    private Operand Operand(Formula formula)
    {
        var value = operands.Value(formula, frame);
        IReadOnlyList<string> missing = value is null
            ? [.. operands.Missing(formula, frame).Select(FactPath.Label).Distinct()]
            : [];
        var isConstant = Bare(formula) is Formula.Constant;
        return new Operand(FactPath.Label(formula), Written(formula), value, isConstant, missing);
    }

    private static Formula Bare(Formula formula) => formula is Formula.Convert convert ? Bare(convert.Inner) : formula;

    private static string Written(Formula formula) => formula.Text is "" ? Bare(formula).Text : formula.Text;
}
