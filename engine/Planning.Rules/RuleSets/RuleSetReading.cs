namespace Planning.Rules.RuleSets;

/// <summary>What came of reading a rule file: a sound rule set, or every mistake in it. Never both.</summary>
public abstract record RuleSetReading
{
    private RuleSetReading() { }

    public sealed record Sound(RuleSet RuleSet, IReadOnlyList<Diagnostic> Warnings) : RuleSetReading;

    public sealed record Flawed(IReadOnlyList<Diagnostic> Mistakes) : RuleSetReading;
}
