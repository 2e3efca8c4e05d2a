using System.Collections.Immutable;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Tiers;

public abstract record TierEvent : CustomerEvent;

public sealed record TierReviewed(TierReview Review, ImmutableSortedDictionary<string, int> HoldsBefore) : TierEvent
{
    /// <summary>What the rules were given beside the customer; nothing in reviews from before it was kept.</summary>
    public ReviewInputs? Inputs { get; init; }

    protected override string Tell() => Review.Findings is []
        ? $"Tier review of {Review.Period} by {Review.RulesVersion}: no rule spoke."
        : $"Tier review of {Review.Period} by {Review.RulesVersion}: "
            + string.Join("; ", Review.Findings.Select(finding => $"{finding.Rule} {finding.Because}")) + ".";
}

/// <summary>A version in shadow judged the same quarter. Nothing follows from it.</summary>
/// <param name="From">Where the customer stood.</param>
/// <param name="Live">Where it stands by the version in force, once everybody who is asked has agreed.</param>
/// <param name="Shadow">Where it would stand by the version in shadow.</param>
/// <param name="Because">The rules that ask for its moves, in words; nothing without a move.</param>
public sealed record TierShadowed(
    TierReview Review,
    ImmutableSortedDictionary<string, int> HoldsBefore,
    TierPlace From,
    TierPlace Live,
    TierPlace Shadow,
    string? Because) : TierEvent
{
    public ReviewInputs? Inputs { get; init; }

    protected override string Tell() => Live == Shadow
        ? $"In shadow {Review.RulesVersion} came to the same in {Review.Period}: {Shadow}."
        : $"In shadow {Review.RulesVersion} came to {Shadow} in {Review.Period}, where {Live} is in force or proposed.";
}

/// <summary>A move that people must decide on.</summary>
public sealed record MoveProposed(Proposal Proposal) : TierEvent
{
    protected override string Tell() => $"{Proposal.Rule} proposes {Proposal.Wish} because {Proposal.Because}.";
}

/// <summary>People agreed to a move, or did not. What they agreed to follows.</summary>
public sealed record ProposalDecided(string Rule, Quarter Period, bool Granted) : TierEvent
{
    protected override string Tell() =>
        $"The move that {Rule} proposed for {Period} was {(Granted ? "agreed to" : "turned down")}.";
}

/// <summary>It would rise to tier S, but no place is free: it stays as it is (METHOD §4.3 caps).</summary>
public sealed record PromotionWaits(string Rule, Quarter Period, int Places) : TierEvent
{
    public const string Flag = "S_WAITING";

    protected override string Tell() =>
        FormattableString.Invariant($"{Rule} has to wait in {Period}: all {Places} places in tier S are taken.");
}

/// <summary>A task that a tier rule had opened is done, or asked for no longer.</summary>
/// <param name="By">Who says so; nothing when its rule asks for it no longer.</param>
public sealed record TaskClosed(string Name, string Rule, string? By, string Result) : TierEvent
{
    protected override string Tell() => By is null
        ? $"Task {Name} of {Rule} is asked for no longer: {Result}."
        : $"Task {Name} of {Rule} was closed by {By}: {Result}.";
}

/// <summary>A tier came into force.</summary>
/// <param name="Cause">The rule with its set's version, or the person who decided (INV-02).</param>
public sealed record TierChanged(Tier From, Tier To, Lane Lane, Quarter Since, string Cause, string Because) : TierEvent
{
    protected override string Tell() => $"Tier {From} became {To} from {Since} by {Cause} because {Because}.";
}

public sealed record PostureChanged(Posture From, Posture To, Quarter Since, string Cause, string Because) : TierEvent
{
    protected override string Tell() => $"Posture {From} became {To} from {Since} by {Cause} because {Because}.";
}

/// <summary>The customer is looked after as if it had another tier, until a day.</summary>
public sealed record CoverageLevelSet(Tier Level, DateOnly Until, string Rule, string Because) : TierEvent
{
    protected override string Tell() =>
        FormattableString.Invariant($"Coverage level {Level} until {Until:yyyy-MM-dd} by {Rule} because {Because}.");
}

public sealed record InsightDepthSet(InsightDepth Depth, string Rule, string Because) : TierEvent
{
    protected override string Tell() => $"Customer insight goes to {Depth} depth by {Rule} because {Because}.";
}

public sealed record FlagRaised(string Flag, string Rule, string Because) : TierEvent
{
    protected override string Tell() => $"Flag {Flag} by {Rule} because {Because}.";
}

public sealed record TaskOpened(OpenTask Task) : TierEvent
{
    protected override string Tell() => $"Task {Task.Name} for {Task.Role} by {Task.Rule} because {Task.Because}.";
}

public sealed record EscalationRaised(string Escalation, string Rule, Quarter Period, string Because) : TierEvent
{
    protected override string Tell() => $"{Escalation} was raised by {Rule} because {Because}.";
}

public sealed record RoleNotified(string Role, string Rule, string Because) : TierEvent
{
    protected override string Tell() => $"{Role} was told of {Rule}: {Because}.";
}
