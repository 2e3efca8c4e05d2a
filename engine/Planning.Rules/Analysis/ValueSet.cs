using System.Collections.Immutable;

namespace Planning.Rules.Analysis;

/// <summary>What one term of a rule may be: on an axis or among choices, missing, or not a number.</summary>
/// <param name="OnAxis">Disjoint, in order; null for a term that is a choice.</param>
/// <param name="Choices">The values, or with <paramref name="IsExcept"/> all others.</param>
internal sealed record ValueSet(
    ImmutableArray<Interval>? OnAxis, ImmutableHashSet<object> Choices, bool IsExcept, bool Missing, bool NaN)
{
    public static ValueSet Axis(params IEnumerable<Interval> intervals) =>
        new([.. intervals.Where(one => !one.IsEmpty)], [], IsExcept: false, Missing: false, NaN: false);

    public static ValueSet Of(params IEnumerable<object> choices) =>
        new(null, [.. choices], IsExcept: false, Missing: false, NaN: false);

    public static ValueSet Except(params IEnumerable<object> choices) =>
        new(null, [.. choices], IsExcept: true, Missing: false, NaN: false);

    /// <param name="sets">Each a single value or none.</param>
    public static ValueSet OfPoints(IReadOnlyList<ValueSet> sets) => sets[0].OnAxis is null
        ? Of(sets.SelectMany(set => set.Choices))
        : Axis(sets.SelectMany(set => set.OnAxis!.Value)
            .DistinctBy(point => point.Low.At)
            .OrderBy(point => point.Low.At!.Value));

    /// <summary>In steps of a <see cref="Budget"/>.</summary>
    public int Size => 1 + (OnAxis?.Length ?? Choices.Count);

    /// <summary>No value at all that one could name.</summary>
    public bool KnowsNothing => OnAxis is { } axis ? axis is [] : !IsExcept && Choices.IsEmpty;

    public bool IsEmpty => KnowsNothing && !Missing && !NaN;

    public ValueSet Known => this with { Missing = false, NaN = false };

    public ValueSet And(ValueSet other)
    {
        var (missing, nan) = (Missing && other.Missing, NaN && other.NaN);
        if (OnAxis is { } axis)
        {
            return Axis(Interval.Both(axis, other.OnAxis!.Value)) with { Missing = missing, NaN = nan };
        }

        var (choices, isExcept) = (IsExcept, other.IsExcept) switch
        {
            (true, true) => (Choices.Union(other.Choices), true),
            (true, false) => (other.Choices.Except(Choices), false),
            (false, true) => (Choices.Except(other.Choices), false),
            _ => (Choices.Intersect(other.Choices), false),
        };
        return new ValueSet(null, choices, isExcept, missing, nan);
    }

    /// <summary>Everything else that the term may be.</summary>
    public ValueSet Outside(Term term)
    {
        var (missing, nan) = (term.Universe.Missing && !Missing, term.Universe.NaN && !NaN);
        var others = OnAxis is { } axis
            ? Axis(Interval.Outside(axis))
            : this with { IsExcept = !IsExcept };
        return term.Fit(others).And(term.Universe.Known) with { Missing = missing, NaN = nan };
    }

    public bool IsInside(ValueSet other, Term term) => And(other.Outside(term)).IsEmpty;

    /// <returns>Whether there is room between the two, so that a small change does not lead from one to the
    /// other.</returns>
    public bool IsApartFrom(ValueSet other) => OnAxis is { } axis
        ? Interval.AreApart(axis, other.OnAxis!.Value)
        : And(other).Known.KnowsNothing;
}
