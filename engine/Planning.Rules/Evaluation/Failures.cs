namespace Planning.Rules.Evaluation;

/// <summary>Tells what a rule can do wrong while it runs from what is a bug of ours.</summary>
internal static class Failures
{
    /// <returns>True for division by zero, a missing record, an empty list, a text that is no number and the
    /// like.</returns>
    public static bool IsOfRule(Exception failure) => failure is
        ArithmeticException or ArgumentException or FormatException or InvalidOperationException
        or InvalidCastException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException;
}
