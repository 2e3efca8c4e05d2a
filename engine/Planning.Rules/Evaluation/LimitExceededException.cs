using System.Globalization;
using Planning.Rules.Dialect;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Evaluation;

/// <summary>A rule asked for more than one evaluation may cost. The rule fails with it, as it does when it divides by
/// zero; no evaluation throws it.</summary>
/// <remarks>Found as the cause of <see cref="Books.Computation.Failed"/>, of an action's failure and of
/// <see cref="RuleFailedException"/>. Trying again with the same facts fails again, but for the time limit.</remarks>
public sealed class LimitExceededException : InvalidOperationException
{
    private LimitExceededException(string code, string sentence)
        : base($"{sentence} ({code})") => Code = code;

    /// <summary>Which limit: <see cref="DiagnosticCode.TooManySteps"/> and those behind it.</summary>
    public string Code { get; }

    internal static LimitExceededException Steps() => new(
        DiagnosticCode.TooManySteps,
        $"The evaluation took more than {Limits.Steps} steps: list elements, and letters of long texts.");

    internal static LimitExceededException Time(TimeSpan length) => new(
        DiagnosticCode.TooMuchTime,
        string.Create(
            CultureInfo.InvariantCulture, $"The evaluation took longer than {length.TotalSeconds:0.###} seconds."));

    internal static LimitExceededException List() => new(
        DiagnosticCode.ListTooLong, $"A list has more than {Limits.ListLength} elements.");

    internal static LimitExceededException Text() => new(
        DiagnosticCode.TextTooLong, $"A text has more than {Limits.TextLength} characters.");

    internal static LimitExceededException Calls() => new(
        DiagnosticCode.TooManyCalls, $"Rules have one another evaluated more than {Limits.Calls} deep.");
}
