using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Calendars;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Tiers;

/// <summary>What the tier rules said of one customer in one quarter.</summary>
/// <param name="RulesVersion">Name and version of the rule set, as <c>tiering 2026.1</c> (INV-02).</param>
/// <param name="Holds">How many reviews in a row each rule has been true, this one included.</param>
/// <param name="Scores">The scores the rules computed, 0 to 100, by name.</param>
/// <param name="Findings">Every rule that spoke or was kept from speaking, highest priority first.</param>
/// <param name="Moves">What the rules that fired ask for, in order.</param>
public sealed record TierReview(
    Quarter Period,
    string RulesVersion,
    ImmutableSortedDictionary<string, int> Holds,
    ImmutableSortedDictionary<string, decimal> Scores,
    ImmutableArray<RuleFinding> Findings,
    ImmutableArray<Move> Moves)
{
    // Not kept: what they led to is in the events that follow the review.
    [JsonIgnore]
    public ImmutableArray<Move> Moves { get; init; } = Moves.IsDefault ? [] : Moves;
}

/// <summary>What became of one rule, with the reason in words.</summary>
public sealed record RuleFinding(string Rule, FindingKind Kind, string Because);

[JsonConverter(typeof(WordJsonConverter<FindingKind>))]
public enum FindingKind
{
    /// <summary>It was true for long enough and spoke.</summary>
    Fired,

    /// <summary>It is true, but not yet for long enough.</summary>
    Holding,

    /// <summary>A rule of its group with a higher priority is true.</summary>
    BeatenBy,

    /// <summary>A rule of its group with a higher priority, or a stop rule above, cannot be decided.</summary>
    FrozenBy,

    /// <summary>It would speak, but not while something else goes on.</summary>
    Postponed,

    /// <summary>A fact it hangs on is not known.</summary>
    Unknown,
}

/// <summary>What a rule that fired asks for (METHOD §4.4 “then”).</summary>
/// <param name="Rule">The rule that asks.</param>
/// <param name="Because">Its reason in words.</param>
public abstract record Move(string Rule, string Because)
{
    public sealed record NoChange(string Rule, string Because) : Move(Rule, Because);

    /// <param name="OneStepDown">The tier below the one in force; <paramref name="Tier"/> is then nothing.</param>
    /// <param name="Cap">The highest tier that may be kept, where the rule asks for one.</param>
    /// <param name="LargestCut">The most that resources may be cut in a half-year, in percent, where the rule says so.</param>
    /// <param name="Approvals">The roles that must agree, in order.</param>
    public sealed record Propose(
        string Rule,
        string Because,
        Tier? Tier,
        bool OneStepDown,
        Lane? Lane,
        Posture? Posture,
        Tier? Cap,
        int? LargestCut,
        ImmutableArray<string> Approvals) : Move(Rule, Because);

    public sealed record SetTier(string Rule, string Because, Tier Tier) : Move(Rule, Because);

    public sealed record SetPosture(string Rule, string Because, Posture Posture) : Move(Rule, Because);

    public sealed record SetCoverageLevel(string Rule, string Because, Tier Level, int Months) : Move(Rule, Because);

    public sealed record SetInsightDepth(string Rule, string Because, InsightDepth Depth) : Move(Rule, Because);

    public sealed record Flag(string Rule, string Because, string Value) : Move(Rule, Because);

    /// <param name="DueDays">Calendar days; nothing for no deadline.</param>
    public sealed record OpenTask(string Rule, string Because, string Task, string Role, int? DueDays) : Move(Rule, Because);

    public sealed record Escalate(string Rule, string Because, string Escalation) : Move(Rule, Because);

    public sealed record Notify(string Rule, string Because, string Role) : Move(Rule, Because);
}
