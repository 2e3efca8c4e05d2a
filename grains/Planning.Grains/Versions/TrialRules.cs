using Planning.Workflows.Playbooks;
using Planning.Workflows.Tiering;
using Planning.Workflows.Versions;

namespace Planning.Grains.Versions;

/// <summary>A kept version of the tier rules, to be tried on the past beside the live one; or why that cannot be.</summary>
public abstract record TrialRules
{
    private TrialRules()
    {
    }

    public sealed record Sound(TierRules Rules) : TrialRules;

    public sealed record Refused(VersionDecision.Refused Why) : TrialRules;

    /// <param name="today">The version in force on this day is the one to be compared with, so it is refused.</param>
    internal static TrialRules Of(KnownRuleSets known, string ruleSet, string version, DateOnly today)
    {
        var versions = known.Of(ruleSet);
        if (versions.All is [])
        {
            return Refuse(
                "rule-set-unknown", $"There is no rule set {ruleSet}; there are {string.Join(" and ", known.Sets.Keys)}.");
        }

        if (ruleSet != RuleText.Tiering)
        {
            return Refuse("no-backtest", $"Only {RuleText.Tiering} is tried on the past, not {ruleSet}.");
        }

        if (versions.Find(version) is not { } wanted)
        {
            return Refuse(
                "version-unknown",
                $"There is no version {version} of {ruleSet}; there are {string.Join(", ", versions.All.Select(one => one.Version))}.");
        }

        if (versions.InForceOn(today) == version)
        {
            return Refuse("in-force", $"{wanted.Label} is the live version; name another one to be tried beside it.");
        }

        if (known.TextOf(wanted) is not { } text)
        {
            return Refuse("text-damaged", $"The text of {wanted.Label} is not the one that was drafted.");
        }

        return PlaybookReader.ReadTierRules(wanted.Label, text.Body) switch
        {
            TierRulesReading.Sound sound => new Sound(sound.Rules),
            TierRulesReading.Flawed flawed => Refuse(
                "rules-flawed",
                $"{wanted.Label} cannot be worked by.",
                [.. flawed.Mistakes.Select(mistake => mistake.ToString())]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Refused Refuse(string code, string sentence, params ReadOnlySpan<string> missing) =>
        new(new VersionDecision.Refused(code, sentence, [.. missing]));
}
