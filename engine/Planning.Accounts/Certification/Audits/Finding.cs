using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Certification;

/// <summary>What an auditor found, and what became of it (METHOD §3.2 B8, B9).</summary>
/// <param name="Criterion">Nothing when it is about none of the scheme's.</param>
/// <param name="OwnerBy">By this day a major or critical one has an owner and a last day (INV-22).</param>
/// <param name="Window">The last day that the scheme gives for its class.</param>
public sealed record Finding(
    Id<Finding> Id,
    Id<AuditRound> Round,
    FindingClass Class,
    string Text,
    Id<Criterion>? Criterion,
    DateOnly NotedOn,
    DateOnly OwnerBy,
    DateOnly Window)
{
    /// <summary>A person of ours; nothing as long as nobody has it.</summary>
    public Id<Employee>? Owner { get; init; }

    public DateOnly? Due { get; init; }

    public CorrectivePlan? Plan { get; init; }

    /// <summary>When the buyer agreed to the plan.</summary>
    public DateOnly? PlanAcceptedOn { get; init; }

    /// <summary>Who said that it is fixed; nothing while it is not.</summary>
    public string? FixedBy { get; init; }

    public string? Proof { get; init; }

    /// <summary>Who looked and closed it; never who fixed it.</summary>
    public string? ClosedBy { get; init; }

    public DateOnly? ClosedOn { get; init; }

    /// <summary>The day on which somebody looks whether the fix has lasted; nothing when it was looked at.</summary>
    public DateOnly? EffectOn { get; init; }

    /// <summary>Whether the fix has lasted; nothing as long as nobody has looked.</summary>
    public bool? EffectHolds { get; init; }

    /// <summary>When it came back after it was closed; nothing when it did not.</summary>
    public DateOnly? ReopenedOn { get; init; }

    /// <summary>From this day its time runs.</summary>
    [JsonIgnore]
    public DateOnly WindowFrom => ReopenedOn ?? NotedOn;

    public bool UnownedNoted { get; init; }

    public bool EffectNoted { get; init; }

    public bool LateNoted { get; init; }

    [JsonIgnore]
    public bool IsOpen => ClosedOn is null;

    /// <summary>Major or critical.</summary>
    [JsonIgnore]
    public bool IsGrave => Class >= FindingClass.Major;

    [JsonIgnore]
    public bool LacksOwner => IsGrave && IsOpen && (Owner is null || Due is null);

    internal Finding Apply(FindingEvent happened) => happened switch
    {
        FindingAssigned assigned => this with { Owner = assigned.Owner, Due = assigned.Due },
        FindingUnowned => this with { UnownedNoted = true },
        CorrectionPlanned planned => this with { Plan = planned.Plan, PlanAcceptedOn = null },
        PlanAccepted accepted => this with { PlanAcceptedOn = accepted.On },
        FindingFixed repaired => this with { FixedBy = repaired.By, Proof = repaired.Proof },
        FixRefused => this with { FixedBy = null, Proof = null },
        FindingClosed closed => this with { ClosedBy = closed.By, ClosedOn = closed.On, EffectOn = closed.EffectOn },
        FindingLate => this with { LateNoted = true },
        EffectDue => this with { EffectNoted = true },
        EffectChecked { Holds: true } => this with { EffectHolds = true, EffectOn = null },
        EffectChecked checkedAgain => this with
        {
            Due = checkedAgain.Due,
            EffectHolds = false,
            ReopenedOn = checkedAgain.On,
            EffectOn = null,
            EffectNoted = false,
            ClosedBy = null,
            ClosedOn = null,
            FixedBy = null,
            Proof = null,
            LateNoted = false,
        },
        _ => this,
    };
}

/// <summary>What is done about a finding.</summary>
/// <param name="Containment">What keeps it from doing more harm today.</param>
public sealed record CorrectivePlan(string Containment, string RootCause, string Fix);
