using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Calendars;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Tiers;

/// <summary>A move of tier, lane or posture that waits for people to agree.</summary>
/// <param name="Cap">The highest tier that may be kept; nothing when the rule sets none.</param>
/// <param name="LargestCut">The most that resources may be cut in a half-year, in percent; nothing when the rule sets none.</param>
/// <param name="Approvals">The roles that must agree, in order.</param>
public sealed record Proposal(
    string Rule,
    Quarter Period,
    Tier? Tier,
    Lane? Lane,
    Posture? Posture,
    Tier? Cap,
    int? LargestCut,
    ImmutableArray<string> Approvals,
    string RulesVersion,
    string Because)
{
    /// <summary>What is wished for, in words: “tier S in lane TARGET”.</summary>
    [JsonIgnore]
    public string Wish => string.Join(", ", Wishes);

    private IEnumerable<string> Wishes =>
    [
        .. Tier is { } tier
            ? [$"tier {tier}{(Lane is { } lane ? $" in lane {Words<Lane>.Of(lane)}" : "")}"]
            : Array.Empty<string>(),
        .. Posture is { } posture ? [$"posture {Words<Posture>.Of(posture)}"] : Array.Empty<string>(),
        .. Cap is { } cap ? [$"tier no higher than {cap}"] : Array.Empty<string>(),
        .. LargestCut is { } percent ? [$"resources cut by at most {percent} % in a half-year"] : Array.Empty<string>(),
    ];

    public bool Equals(Proposal? other) => other is not null
        && (Rule, Period, Tier, Lane, Posture, Cap, RulesVersion) ==
            (other.Rule, other.Period, other.Tier, other.Lane, other.Posture, other.Cap, other.RulesVersion)
        && (LargestCut, Because) == (other.LargestCut, other.Because)
        && Approvals.AsSpan().SequenceEqual(other.Approvals.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Rule, Period);
}

/// <summary>Something a role has to do.</summary>
/// <param name="Due">Nothing for no deadline.</param>
public sealed record OpenTask(string Name, string Role, DateOnly? Due, string Rule, Quarter Period, string Because)
{
    /// <summary>The task that the tier rules open for a missing input (METHOD T-00); ESC-31 looks at it.</summary>
    public const string MissingInputs = "COMPLETE_TIER_INPUTS";
}
