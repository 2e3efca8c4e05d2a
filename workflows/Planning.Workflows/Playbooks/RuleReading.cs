using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Workflows.Escalating;
using Planning.Workflows.Plans;
using Planning.Workflows.Tiering;

namespace Planning.Workflows.Playbooks;

/// <summary>Reads one rule file against what its rules may know.</summary>
internal static class RuleReading
{
    /// <returns>Nothing when the file cannot be read; <paramref name="mistakes"/> has every reason.</returns>
    public static TierRules? Tiering(string file, string body, List<PlaybookMistake> mistakes) =>
        Read(file, body, TierRules.Schema, mistakes) is { } rules ? TierRules.Read(rules, file, mistakes) : null;

    /// <returns>Nothing when the file cannot be read; <paramref name="mistakes"/> has every reason.</returns>
    public static StageGates? Gates(GateKind kind, string file, string body, List<PlaybookMistake> mistakes) =>
        Read(file, body, kind.Schema, mistakes) is { } rules ? StageGates.Read(kind, rules, file, mistakes) : null;

    /// <returns>Nothing when the file cannot be read; <paramref name="mistakes"/> has every reason.</returns>
    public static EscalationRules? Escalations(string file, string body, List<PlaybookMistake> mistakes) =>
        Read(file, body, EscalationRules.Schema, mistakes) is { } rules ? EscalationRules.Read(rules, file, mistakes) : null;

    private static RuleSet? Read(string file, string body, FactSchema schema, List<PlaybookMistake> mistakes)
    {
        switch (RuleSetReader.Read(body, schema))
        {
            case RuleSetReading.Sound sound:
                return sound.RuleSet;
            case RuleSetReading.Flawed flawed:
                mistakes.AddRange(flawed.Mistakes.Select(mistake => new PlaybookMistake(
                    file,
                    mistake.Code,
                    mistake.Line is { } line ? $"{mistake.Path} ({line}:{mistake.Column})" : mistake.Path,
                    mistake.Suggestion is { } meant ? $"{mistake.Message} Did you mean `{meant}`?" : mistake.Message)));
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
