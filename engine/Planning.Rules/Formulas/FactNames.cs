namespace Planning.Rules.Formulas;

/// <summary>Sees through the names that parameters give to facts.</summary>
internal static class FactNames
{
    // So that parameters that lead from record to record for ever end.
    private const int LongestPath = 100;

    /// <summary>The fact itself, an input or a member of one, without any other name in it; null for what is
    /// computed.</summary>
    public static Formula? FactOf(Formula formula) => formula switch
    {
        Formula.Input => formula,
        Formula.Scoped scoped => scoped.Fact,
        Formula.Convert convert when IsHarmless(convert) => FactOf(convert.Inner),
        Formula.Member member when FactOf(member.Target) is { } target && Length(target) < LongestPath =>
            ReferenceEquals(target, member.Target) ? member : member with { Target = target },
        _ => null,
    };

    /// <summary>A formula without harmless conversions and other names of facts around it.</summary>
    public static Formula Bare(Formula formula) => formula switch
    {
        Formula.Convert convert when IsHarmless(convert) => Bare(convert.Inner),
        Formula.Scoped { Fact: { } fact } => fact,
        _ => formula,
    };

    /// <summary>An int that becomes a double stays the same number; a double that becomes an int does not, and a long
    /// that becomes a double may not.</summary>
    public static bool IsHarmless(Formula.Convert convert)
    {
        var (from, to) = (TypeNames.Bare(convert.Inner.Type), TypeNames.Bare(convert.Type));
        var mayRound = to == typeof(float)
            || (to == typeof(double) && (from == typeof(long) || from == typeof(ulong)));
        return from == to || (NumberTypes.Distance(from, to) is not null && !mayRound);
    }

    private static int Length(Formula fact) => fact is Formula.Member member ? 1 + Length(member.Target) : 1;
}
