using Planning.Rules.Evaluation;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Books;

/// <summary>What a book says to a workflow that is put into it.</summary>
public abstract record BookAnswer
{
    private BookAnswer() { }

    /// <param name="Revision">Counts the versions of one name in this book, from 1.</param>
    public sealed record Accepted(string Workflow, int Revision, IReadOnlyList<Diagnostic> Warnings) : BookAnswer;

    public sealed record Refused(IReadOnlyList<Diagnostic> Mistakes) : BookAnswer;
}

/// <summary>What came of running one rule with its action.</summary>
/// <param name="Action">Of the rule, or of the rule it had evaluated; null when there was none.</param>
/// <param name="Results">The rule itself last, before it the rules it had evaluated.</param>
public sealed record RuleRun(ActionOutcome? Action, IReadOnlyList<RuleResult> Results);

/// <summary>What came of an expression that stands alone.</summary>
public abstract record Computation
{
    private Computation() { }

    /// <param name="Type">The type the expression has; the value's own may be narrower.</param>
    public sealed record Known(object? Value, Type Type) : Computation;

    public sealed record Flawed(IReadOnlyList<Diagnostic> Mistakes) : Computation;

    /// <summary>It failed while it ran: divided by zero, asked a missing record.</summary>
    public sealed record Failed(string Reason, Exception Cause) : Computation;
}
