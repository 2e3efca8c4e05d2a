using System.Collections.Immutable;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Tiers;

public abstract record TierEvent : CustomerEvent;

public sealed record TierReviewed(TierReview Review, ImmutableSortedDictionary<string, int> HoldsBefore) : TierEvent
{
    public override string Sentence => Review.Findings is []
        ? $"Tier review of {Review.Period} by {Review.RulesVersion}: no rule spoke."
        : $"Tier review of {Review.Period} by {Review.RulesVersion}: "
            + string.Join("; ", Review.Findings.Select(finding => $"{finding.Rule} {finding.Because}")) + ".";
}

/// <summary>A move that people must decide on.</summary>
public sealed record MoveProposed(Proposal Proposal) : TierEvent
{
    public override string Sentence => $"{Proposal.Rule} proposes {Proposal.Wish} because {Proposal.Because}.";
}

/// <summary>A tier came into force.</summary>
/// <param name="Cause">The rule with its set's version, or the person who decided (INV-02).</param>
public sealed record TierChanged(Tier From, Tier To, Lane Lane, Quarter Since, string Cause, string Because) : TierEvent
{
    public override string Sentence => $"Tier {From} became {To} from {Since} by {Cause} because {Because}.";
}

public sealed record PostureChanged(Posture From, Posture To, Quarter Since, string Cause, string Because) : TierEvent
{
    public override string Sentence => $"Posture {From} became {To} from {Since} by {Cause} because {Because}.";
}

/// <summary>The customer is looked after as if it had another tier, until a day.</summary>
public sealed record CoverageLevelSet(Tier Level, DateOnly Until, string Rule, string Because) : TierEvent
{
    public override string Sentence => $"Coverage level {Level} until {Until:yyyy-MM-dd} by {Rule} because {Because}.";
}

public sealed record InsightDepthSet(InsightDepth Depth, string Rule, string Because) : TierEvent
{
    public override string Sentence => $"Customer insight goes to {Depth} depth by {Rule} because {Because}.";
}

public sealed record FlagRaised(string Flag, string Rule, string Because) : TierEvent
{
    public override string Sentence => $"Flag {Flag} by {Rule} because {Because}.";
}

public sealed record TaskOpened(OpenTask Task) : TierEvent
{
    public override string Sentence => $"Task {Task.Name} for {Task.Role} by {Task.Rule} because {Task.Because}.";
}

public sealed record EscalationRaised(string Escalation, string Rule, Quarter Period, string Because) : TierEvent
{
    public override string Sentence => $"{Escalation} was raised by {Rule} because {Because}.";
}

public sealed record RoleNotified(string Role, string Rule, string Because) : TierEvent
{
    public override string Sentence => $"{Role} was told of {Rule}: {Because}.";
}
