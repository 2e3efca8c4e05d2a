using Planning.Rules.Formulas;
using Planning.Rules.Wording;

namespace Planning.Rules.Evaluation;

/// <summary>Walks a formula the way it is judged and notes every value on the way.</summary>
internal sealed class Tracer(Operands operands, object?[] frame)
{
    public Trace Trace(Formula formula) => formula switch
    {
        Formula.All all => All(Parts(all.Conditions, decides: false)),
        Formula.Any any => Any(Parts(any.Conditions, decides: true)),
        Formula.Not not => Not(Trace(not.Inner)),
        Formula.Compare compare => new Trace.Compared(
            TruthOf(compare), Operand(compare.Left), compare.Operator, Operand(compare.Right)),
        Formula.OneOf oneOf => new Trace.OneOf(
            TruthOf(oneOf), Operand(oneOf.Item), [.. oneOf.Options.Select(Operand)]),
        Formula.IsMissing missing => new Trace.Known(TruthOf(missing), Operand(missing.Inner)),
        _ => AskedOf.In(formula) is { } asked
            ? new Trace.Asked(
                TruthOf(formula),
                Operand(asked.Subject),
                asked.Question,
                [.. asked.Arguments.Select(Operand)],
                asked.Condition is null ? null : operands.Label(asked.Condition))
            : new Trace.Stated(TruthOf(formula), Operand(formula)),
    };

    /// <summary>A global or local parameter as it stands in the frame.</summary>
    public ParameterTrace Parameter(Formula.Scoped scoped) => new(scoped.Name, Operand(scoped) with
    {
        Text = scoped.Computed.Text,
    });

    private static Trace.All All(IReadOnlyList<Trace> parts) => new(
        parts.Any(part => part.Truth is false) ? false : parts.Any(part => part.Truth is null) ? null : true, parts);

    private static Trace.Any Any(IReadOnlyList<Trace> parts) => new(
        parts.Any(part => part.Truth is true) ? true : parts.Any(part => part.Truth is null) ? null : false, parts);

    private static Trace.Not Not(Trace inner) => new(!inner.Truth, inner);

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
        var value = Operands.Materialized(operands.Value(formula, frame));
        var bare = Bare(formula);
        return new Operand(
            operands.Label(formula),
            formula.Text is "" ? bare.Text : formula.Text,
            value,
            bare is Formula.Constant,
            value is null ? [.. operands.Missing(formula, frame).Select(FactPath.Fact)] : [])
        {
            IsComputed = bare is Formula.Member member
                ? Description.IsOfSystem(member)
                : bare is not (Formula.Constant or Formula.Scoped or Formula.Input),
        };
    }

    private static Formula Bare(Formula formula) => formula is Formula.Convert convert ? Bare(convert.Inner) : formula;
}
