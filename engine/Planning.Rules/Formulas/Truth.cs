namespace Planning.Rules.Formulas;

/// <summary>What a condition can be. Ordered so that "all" is the smallest and "any" the largest (Kleene).</summary>
internal enum Truth
{
    False = -1,
    Unknown = 0,
    True = 1,
}

/// <summary>Between our truth and a <c>bool?</c>.</summary>
internal static class Truths
{
    public static bool? ToBool(this Truth truth) => truth == Truth.Unknown ? null : truth == Truth.True;

    public static Truth Of(bool? value) => value is { } known ? known ? Truth.True : Truth.False : Truth.Unknown;
}
