using Planning.Rules.Formulas;
using Planning.Rules.Wording;

namespace Planning.Rules.Analysis;

/// <summary>Something in rules whose values are told apart: a fact, a score, a computation.</summary>
internal sealed class Term : IComparable<Term>
{
    private static readonly Type[] Unsigned = [typeof(byte), typeof(ushort), typeof(uint), typeof(ulong)];

    private static readonly ValueSet Orders = ValueSet.Of(-1, 0, 1);

    private readonly bool _isWhole;

    private readonly int _number;

    public Term(int number, string key, Formula formula)
    {
        _number = number;
        Key = key;
        Formula = formula;
        Type = TypeNames.Bare(formula.Type);
        var onAxis = !Type.IsEnum && Quantity.Of(Zero(Type)) is not null;
        _isWhole = onAxis && Type != typeof(double) && Type != typeof(float) && Type != typeof(decimal);
        Universe = (onAxis ? ValueSet.Axis(Fit(Natural(formula))) : Choices(Type)) with
        {
            Missing = formula.MayBeNull,
            NaN = Type == typeof(double) || Type == typeof(float),
        };
    }

    private Term(int number, string key, Formula.Compare compare)
    {
        _number = number;
        Key = key;
        Formula = compare;
        Type = typeof(int);
        var compared = TypeNames.Bare(compare.Left.Type);
        Universe = Orders with
        {
            Missing = compare.Left.MayBeNull || compare.Right.MayBeNull,
            NaN = compared == typeof(double) || compared == typeof(float),
        };
    }

    /// <summary>Equal for terms that always have the same value.</summary>
    public string Key { get; }

    public Formula Formula { get; }

    public Type Type { get; }

    public ValueSet Universe { get; }

    public string Label => Description.Label(Formula).English;

    /// <summary>How two terms stand to each other: the choices are below, equal and above.</summary>
    public static Term Order(int number, string key, Formula.Compare compare) => new(number, key, compare);

    public int CompareTo(Term? other) => _number.CompareTo(other?._number ?? -1);

    public ValueSet Only => (Universe.OnAxis is null ? ValueSet.Of() : ValueSet.Axis()) with { Missing = true };

    public ValueSet Fit(ValueSet set) => _isWhole && set.OnAxis is { } axis
        ? ValueSet.Axis(axis.Select(Fit)) with { Missing = set.Missing, NaN = set.NaN }
        : set;

    /// <summary>What is more, less or equal to a constant.</summary>
    public ValueSet Compared(Comparison sign, Quantity to)
    {
        var (open, closed) = (new End(to, IsClosed: false), new End(to, IsClosed: true));
        return Fit(sign switch
        {
            Comparison.Equal => ValueSet.Axis(new Interval(closed, closed)),
            Comparison.NotEqual => ValueSet.Axis(new Interval(End.None, open), new Interval(open, End.None)),
            Comparison.Below => ValueSet.Axis(new Interval(End.None, open)),
            Comparison.AtMost => ValueSet.Axis(new Interval(End.None, closed)),
            Comparison.AtLeast => ValueSet.Axis(new Interval(closed, End.None)),
            _ => ValueSet.Axis(new Interval(open, End.None)),
        }).And(Universe.Known);
    }

    private Interval Fit(Interval interval) => _isWhole ? interval.Whole() : interval;

    private static object? Zero(Type type) =>
        type.IsValueType ? System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type) : null;

    private static ValueSet Choices(Type type) => type switch
    {
        { IsEnum: true } when !type.IsDefined(typeof(FlagsAttribute), inherit: false) =>
            ValueSet.Of(Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(one => Enum.ToObject(type, one))),
        _ when type == typeof(bool) => ValueSet.Of(true, false),
        _ => ValueSet.Except(),
    };

    // A number of things is never below zero, and no type goes beyond its ends.
    private static Interval Natural(Formula formula)
    {
        var isCount = formula is Formula.Query { Method.Name: "Count" or "CountOf" }
            || (formula is Formula.Member { Field.Name: "Length" } text && text.Field.DeclaringType == typeof(string));
        var type = TypeNames.Bare(formula.Type);
        return isCount || Unsigned.Contains(type)
            ? new Interval(new End(Quantity.Zero, IsClosed: true), End.None)
            : Interval.All;
    }
}
