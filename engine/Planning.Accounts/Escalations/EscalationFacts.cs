using Planning.Accounts.Tiers;

namespace Planning.Accounts.Escalations;

/// <summary>What the escalation rules may ask about one thing that is watched: the customer itself, a person, a seat, a stage
/// (METHOD §5.5). Rules see it as <c>it</c>; what does not belong to its scope is nothing. Each room has a part of its own.</summary>
/// <remarks>Days are calendar days unless said; shares 0 to 1, points 0 to 100.</remarks>
public sealed partial record EscalationFacts
{
    public required Tier Tier { get; init; }

    /// <summary>The tier whose coverage holds, which may be higher for a time; never lower.</summary>
    public required Tier CoverageLevel { get; init; }

    public required Lane Lane { get; init; }

    public required Posture Posture { get; init; }

    // The customer.

    /// <summary>Since anybody of us had a contact with anybody there; nothing when there was none.</summary>
    public int? DaysSinceContact { get; init; }

    public double? Satisfaction { get; init; }

    /// <summary>Points since the wave before.</summary>
    public double? SatisfactionChange { get; init; }

    public double? Overdue60 { get; init; }

    public double? DsoOverrun { get; init; }

    public double? Match { get; init; }

    /// <summary>Points since the assessment before.</summary>
    public double? MatchChange { get; init; }

    public double? BusFactor { get; init; }

    public bool? SanctionsHit { get; init; }

    public bool? Insolvency { get; init; }

    /// <summary>Full-time equivalents now against two quarters ago, −1 to …; −0.2 is a cut of a fifth.</summary>
    public double? ResourceChangeHalfYear { get; init; }

    /// <summary>The same against four quarters ago.</summary>
    public double? ResourceChangeYear { get; init; }

    public int? QuartersInPosture { get; init; }

    /// <summary>Escalations that the tier rules ask for by their last review, as <c>ESC-21</c>.</summary>
    public IReadOnlyList<string>? AskedByTierRules { get; init; }

    /// <summary>The tier rules miss inputs.</summary>
    public bool? TierInputsMissing { get; init; }

    // An approval.

    /// <summary>Working days after the last day of the role that is asked.</summary>
    public int? ApprovalWorkingDaysLate { get; init; }
}
