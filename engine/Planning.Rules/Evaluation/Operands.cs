using System.Collections;
using System.Collections.Concurrent;
using Planning.Rules.Compiling;
using Planning.Rules.Formulas;
using Planning.Rules.Wording;

namespace Planning.Rules.Evaluation;

/// <summary>Computes any part of a formula for an explanation. Compiled when first asked for, then kept.</summary>
internal sealed class Operands
{
    private readonly ConcurrentDictionary<Formula, Warming<object?>> _compiled =
        new(ReferenceEqualityComparer.Instance);

    private readonly ConcurrentDictionary<Formula, Label> _labels = new(ReferenceEqualityComparer.Instance);

    /// <summary>What people call a part, in every language: the same for every frame, so it is worded once.</summary>
    public Label Label(Formula formula) => _labels.GetOrAdd(formula, Description.Label);

    public object? Value(Formula formula, object?[] frame) => formula is Formula.Constant constant
        ? constant.Value
        : _compiled.GetOrAdd(formula, FormulaCompiler.Operand).Run(frame);

    /// <returns>A value that leaves the rules: a query that was not run yet is run here, where its failures are
    /// still the rule's.</returns>
    public static object? Materialized(object? value) =>
        value is IEnumerable list and not (string or ICollection) ? Steps.Kept(list.Cast<object?>()).ToArray() : value;

    /// <summary>Finds the facts whose absence makes a part missing; none when the part is known.</summary>
    public IReadOnlyList<Formula.Member> Missing(Formula formula, object?[] frame)
    {
        var missing = new List<Formula.Member>();
        Collect(formula, frame, missing, []);
        return [.. missing.DistinctBy(member => FactPath.Of(member))];
    }

    // A comparison or a sum is missing exactly when something in it is, so it need not be computed itself. Where a
    // missing part may not matter (and, or, ??, ?:, a question to a list) the whole is asked first.
    private void Collect(Formula formula, object?[] frame, List<Formula.Member> missing, HashSet<int> slots)
    {
        // A parameter that uses another twice, which uses another twice: each is looked into once.
        if (formula is Formula.Scoped scoped && !slots.Add(scoped.Slot))
        {
            return;
        }

        var mayNotMatter = formula is Formula.Member or Formula.Scoped or Formula.All or Formula.Any
            or Formula.Coalesce or Formula.If or Formula.Query or Formula.Join;
        if (!formula.MayBeNull || (mayNotMatter && Value(formula, frame) is not null))
        {
            return;
        }

        var before = missing.Count;
        foreach (var part in formula.Parts)
        {
            Collect(part, frame, missing, slots);
        }

        if (formula is Formula.Member member && missing.Count == before)
        {
            missing.Add(member);
        }
    }
}
