using Planning.Workflows.Playbooks;

namespace Planning.Workflows.Tiering;

/// <summary>What came of reading tier rules: the rules, or every mistake in them.</summary>
public abstract record TierRulesReading
{
    private TierRulesReading()
    {
    }

    public sealed record Sound(TierRules Rules) : TierRulesReading;

    public sealed record Flawed(IReadOnlyList<PlaybookMistake> Mistakes) : TierRulesReading;
}
