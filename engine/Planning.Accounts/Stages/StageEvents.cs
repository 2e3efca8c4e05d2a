using System.Collections.Immutable;
using Planning.Accounts.Approvals;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Stages;

/// <summary>Something that happened to a process on its way through stages.</summary>
public abstract record StageEvent : CustomerEvent
{
    /// <summary>The process, by the id of the workflow instance that leads it; nothing for the plan.</summary>
    public string? Process { get; init; }
}

public sealed record StageEntered(Stage Stage) : StageEvent
{
    protected override string Tell() =>
        FormattableString.Invariant(
            $"Stage {Stage.Code} {Stage.Title} began; {Stage.Owner} has it until {Stage.Due:yyyy-MM-dd}.");
}

/// <param name="GateVersion">Name and version of the rule set that let it pass.</param>
/// <param name="Grounds">Each criterion that was met, with the facts.</param>
public sealed record StagePassed(string Code, string Title, string GateVersion, ImmutableArray<string> Grounds) : StageEvent
{
    /// <summary>What the rules were given of a plan; nothing in the journal from before it was kept.</summary>
    public PlanFacts? Facts { get; init; }

    /// <summary>What the rules were given of a campaign.</summary>
    public CampaignFacts? Campaign { get; init; }

    /// <summary>What the rules were given of a seat.</summary>
    public SeatFacts? Seat { get; init; }

    /// <summary>The criteria that were not met and are waived, each with its waiver; nothing without any.</summary>
    public ImmutableSortedDictionary<string, string>? Waived { get; init; }

    public static StagePassed By(Stage stage, GateResult gate, IReadOnlyCollection<Waiver> waivers) =>
        new(stage.Code, stage.Title, gate.Version, gate.Met)
        {
            Facts = gate.Facts as PlanFacts,
            Campaign = gate.Facts as CampaignFacts,
            Seat = gate.Facts as SeatFacts,
            Waived = waivers.Count == 0
                ? null
                : waivers.ToImmutableSortedDictionary(waiver => waiver.Criterion, waiver => waiver.Id.Value, StringComparer.Ordinal),
        };

    /// <summary>What the rules were given, whatever the process.</summary>
    public StageFacts? Judged() => (StageFacts?)Facts ?? (StageFacts?)Campaign ?? Seat;

    protected override string Tell() => Waived is null
        ? $"Stage {Code} {Title} was passed by {GateVersion}: {string.Join("; ", Grounds)}."
        : $"Stage {Code} {Title} was passed by {GateVersion}: {string.Join("; ", Grounds)}; "
            + $"waived {string.Join(", ", Waived.Select(waived => $"{waived.Key} by {waived.Value}"))}.";
}

public sealed record StageOverdue(string Code, string Title, DateOnly Due) : StageEvent
{
    protected override string Tell() =>
        FormattableString.Invariant($"Stage {Code} {Title} was due on {Due:yyyy-MM-dd} and is not passed.");
}

/// <summary>The workflow went on without the stage being passed, as when a process is taken back.</summary>
public sealed record StageLeft(string Code, string Title) : StageEvent
{
    /// <summary>The way that was taken; nothing when the workflow itself went on.</summary>
    public string? Towards { get; init; }

    protected override string Tell() => Towards is null
        ? $"Stage {Code} {Title} was left without being passed."
        : $"Stage {Code} {Title} was left: {Towards}.";
}

/// <summary>The workflow has no further stage for this process.</summary>
public sealed record StagesCompleted(string LastCode) : StageEvent
{
    protected override string Tell() => Process is null
        ? $"After {LastCode} the plan's workflow has no further stage."
        : $"After {LastCode} the workflow has no further stage.";
}

/// <summary>The rules and facts by which a gate was judged: enough to judge the same again.</summary>
/// <param name="Version">Name and version of the rule set.</param>
/// <param name="Facts">Of a plan.</param>
public sealed record JudgedGate(string Stage, string Version, PlanFacts? Facts)
{
    /// <summary>Of a campaign.</summary>
    public CampaignFacts? Campaign { get; init; }

    /// <summary>Of a seat.</summary>
    public SeatFacts? Seat { get; init; }

    /// <summary>The criteria that were not asked for because they were waived; nothing without any.</summary>
    public ImmutableSortedSet<string>? Waived { get; init; }

    public static JudgedGate Of(string stage, string version, StageFacts facts, IReadOnlyCollection<Waiver> waivers) =>
        new(stage, version, facts as PlanFacts)
        {
            Campaign = facts as CampaignFacts,
            Seat = facts as SeatFacts,
            Waived = waivers.Count == 0
                ? null
                : waivers.Select(waiver => waiver.Criterion).ToImmutableSortedSet(StringComparer.Ordinal),
        };

    /// <summary>What the rules were given, whatever the process.</summary>
    public StageFacts? Judged() => (StageFacts?)Facts ?? (StageFacts?)Campaign ?? Seat;
}
