using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Planning.Workflows.Versions;

/// <summary>Every version of every rule set with its text, as of a revision.</summary>
/// <param name="Revision">How many steps have been taken; it grows with each.</param>
public sealed record KnownRuleSets(
    long Revision, ImmutableSortedDictionary<string, RuleSetVersions> Sets, FrozenDictionary<string, RuleText> Texts)
{
    /// <param name="steps">All of them, in order.</param>
    public static KnownRuleSets Of(long revision, IEnumerable<VersionStep> steps, IEnumerable<RuleText> texts) => new(
        revision,
        steps.Aggregate(
            ImmutableSortedDictionary.Create<string, RuleSetVersions>(StringComparer.Ordinal),
            (sets, step) => sets.SetItem(step.RuleSet, Of(sets, step.RuleSet).Apply(step))),
        texts.ToFrozenDictionary(text => $"{text.RuleSet} {text.Version}", StringComparer.Ordinal));

    public RuleSetVersions Of(string ruleSet) => Of(Sets, ruleSet);

    /// <summary>The same with the rule sets alone, or with the policies alone.</summary>
    public KnownRuleSets Only(bool policies) => this with
    {
        Sets = Sets.RemoveRange(Sets.Keys.Where(name => RuleText.IsPolicy(name) != policies)),
    };

    /// <returns>Nothing when the text was lost or is not the one that was drafted.</returns>
    public RuleText? TextOf(RuleSetVersion version) =>
        Texts.TryGetValue(version.Label, out var text) && text.Hash == version.Hash ? text : null;

    private static RuleSetVersions Of(ImmutableSortedDictionary<string, RuleSetVersions> sets, string ruleSet) =>
        sets.GetValueOrDefault(ruleSet) ?? RuleSetVersions.None(ruleSet);
}
