using Planning.Accounts.Tiers;

namespace Planning.Accounts.Escalations;

/// <summary>What is watched of a plan and of its stages (ESC-20).</summary>
public sealed partial record EscalationFacts
{
    // A stage of a process.

    /// <summary>Its code, as <c>A1</c>.</summary>
    public string? Stage { get; init; }

    public int? WorkingDaysLate { get; init; }

    // A plan.

    /// <summary>The tier whose template it follows.</summary>
    public Tier? PlanForm { get; init; }

    /// <summary>Since the last review, report or approval of a plan that is carried out.</summary>
    public int? DaysWithoutUpdate { get; init; }

    /// <summary>Working days of a plan year that has begun without an approved version of its own; nothing before it begins.</summary>
    public int? WorkingDaysWithoutVersion { get; init; }
}
