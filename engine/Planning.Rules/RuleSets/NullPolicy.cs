namespace Planning.Rules.RuleSets;

/// <summary>What a missing fact means to the rules of one file. Chosen when the file is read.</summary>
public enum NullPolicy
{
    /// <summary>Ours: a comparison with a missing fact is neither true nor false, and the rule stays silent.</summary>
    Unknown,

    /// <summary>RulesEngine's: comparisons are lifted as in C#, so any ordering with null is false.</summary>
    RulesEngine,
}
