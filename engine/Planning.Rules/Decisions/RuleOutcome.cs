using System.Text.Json.Serialization;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Decisions;

/// <summary>What became of one rule in a decision.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Fired), "fired")]
[JsonDerivedType(typeof(Holding), "holding")]
[JsonDerivedType(typeof(BeatenBy), "beatenBy")]
[JsonDerivedType(typeof(FrozenBy), "frozenBy")]
[JsonDerivedType(typeof(Postponed), "postponed")]
[JsonDerivedType(typeof(Unknown), "unknown")]
[JsonDerivedType(typeof(NotTrue), "notTrue")]
[JsonDerivedType(typeof(NotReached), "notReached")]
public abstract record RuleOutcome
{
    private RuleOutcome(Rule rule) => Rule = rule;

    [JsonIgnore]
    public Rule Rule { get; }

    /// <summary>It speaks: its actions are due. Fires again while it stays true; acting once per period is the
    /// caller's.</summary>
    public sealed record Fired(Rule Rule, int Times) : RuleOutcome(Rule);

    /// <summary>True, but not yet often enough in a row.</summary>
    public sealed record Holding(Rule Rule, int Count, int Of) : RuleOutcome(Rule);

    /// <summary>True, but a rule of its group that comes first is true as well.</summary>
    public sealed record BeatenBy(Rule Rule, string By) : RuleOutcome(Rule);

    /// <summary>True, but a rule of its group that comes first, or a stop rule above, is undecided, so nobody below may
    /// speak.</summary>
    public sealed record FrozenBy(Rule Rule, string By) : RuleOutcome(Rule);

    /// <summary>True, but put off while the predicate holds.</summary>
    public sealed record Postponed(Rule Rule, string Predicate) : RuleOutcome(Rule);

    /// <summary>Undecided: it hangs on these facts.</summary>
    public sealed record Unknown(Rule Rule, IReadOnlyList<string> MissingFacts) : RuleOutcome(Rule);

    public sealed record NotTrue(Rule Rule) : RuleOutcome(Rule);

    /// <summary>Not judged, because a stop rule above it is true.</summary>
    public sealed record NotReached(Rule Rule, string StoppedBy) : RuleOutcome(Rule);
}
