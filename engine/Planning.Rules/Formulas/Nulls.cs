using Planning.Rules.RuleSets;

namespace Planning.Rules.Formulas;

/// <summary>The one place that decides what a missing value does, for either policy.</summary>
/// <remarks>The same under both: <c>== null</c> is definite, <c>??</c> resolves, and arithmetic or a function of
/// numbers with a missing operand is missing.</remarks>
internal sealed class Nulls(NullPolicy policy)
{
    /// <summary>Ours: may a condition be neither true nor false? If not, only <c>bool</c> is a condition.</summary>
    public bool TruthMayBeUnknown => policy is NullPolicy.Unknown;

    /// <summary>Ours: a field of a missing record is missing. RulesEngine: it fails at run time.</summary>
    public bool MemberOfMissingIsMissing => policy is NullPolicy.Unknown;

    /// <summary>Ours: a text function of a missing text is missing. RulesEngine: it fails at run time.</summary>
    public bool TextOfMissingIsMissing => policy is NullPolicy.Unknown;

    /// <summary>Ours: a rule that fails at run time is undecided. RulesEngine: it is false.</summary>
    public bool FailureIsUnknown => policy is NullPolicy.Unknown;

    /// <summary>Ours: lists of texts read as words in messages. RulesEngine: values read as JSON.</summary>
    public bool MessagesAreJson => policy is NullPolicy.RulesEngine;

    /// <summary>The type of a comparison: it can be unknown only where an operand can be missing.</summary>
    public Type Comparison(params ReadOnlySpan<Formula> operands)
    {
        foreach (var operand in operands)
        {
            if (TruthMayBeUnknown && operand.MayBeNull)
            {
                return typeof(bool?);
            }
        }

        return typeof(bool);
    }
}
