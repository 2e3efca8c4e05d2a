using System.Text.Json.Serialization;
using Planning.Accounts.Coverage;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Plans;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Customers;

/// <summary>Something that happened to a customer. The journal keeps these for ever: names never change.</summary>
/// <remarks>Rooms that have many kinds name them in a part of their own.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CustomerRegistered), "customer-registered")]
[JsonDerivedType(typeof(DetailsChanged), "details-changed")]
[JsonDerivedType(typeof(GroupRootConfirmed), "group-root-confirmed")]
[JsonDerivedType(typeof(UnitMapped), "unit-mapped")]
[JsonDerivedType(typeof(PersonRecorded), "person-recorded")]
[JsonDerivedType(typeof(SeatAssigned), "seat-assigned")]
[JsonDerivedType(typeof(MetricRecorded), "metric-recorded")]
[JsonDerivedType(typeof(InteractionLogged), "interaction-logged")]
[JsonDerivedType(typeof(TierReviewed), "tier-reviewed")]
[JsonDerivedType(typeof(TierShadowed), "tier-shadowed")]
[JsonDerivedType(typeof(MoveProposed), "move-proposed")]
[JsonDerivedType(typeof(TierChanged), "tier-changed")]
[JsonDerivedType(typeof(PostureChanged), "posture-changed")]
[JsonDerivedType(typeof(CoverageLevelSet), "coverage-level-set")]
[JsonDerivedType(typeof(InsightDepthSet), "insight-depth-set")]
[JsonDerivedType(typeof(FlagRaised), "flag-raised")]
[JsonDerivedType(typeof(TaskOpened), "task-opened")]
[JsonDerivedType(typeof(EscalationRaised), "escalation-raised")]
[JsonDerivedType(typeof(RoleNotified), "role-notified")]
[JsonDerivedType(typeof(PlanOpened), "plan-opened")]
[JsonDerivedType(typeof(StageEntered), "stage-entered")]
[JsonDerivedType(typeof(StagePassed), "stage-passed")]
[JsonDerivedType(typeof(StageOverdue), "stage-overdue")]
[JsonDerivedType(typeof(StageLeft), "stage-left")]
[JsonDerivedType(typeof(StagesCompleted), "stages-completed")]
[JsonDerivedType(typeof(WorkflowFaulted), "workflow-faulted")]
[JsonDerivedType(typeof(PlanGivenUp), "plan-given-up")]
[JsonDerivedType(typeof(WorkflowStarted), "workflow-started")]
[JsonDerivedType(typeof(WorkflowRetried), "workflow-retried")]
[JsonDerivedType(typeof(WorkflowAltered), "workflow-altered")]
[JsonDerivedType(typeof(WorkflowCancelled), "workflow-cancelled")]
[JsonDerivedType(typeof(IncidentMended), "incident-mended")]
[JsonDerivedType(typeof(ClockSet), "clock-set")]
[JsonDerivedType(typeof(ClockStruck), "clock-struck")]
[JsonDerivedType(typeof(ProfileSectionWritten), "profile-section-written")]
[JsonDerivedType(typeof(VendorsListed), "vendors-listed")]
[JsonDerivedType(typeof(MatchAssessed), "match-assessed")]
[JsonDerivedType(typeof(MatchAgreed), "match-agreed")]
public abstract partial record CustomerEvent
{
    private protected CustomerEvent()
    {
    }

    /// <summary>What happened, in words for the history.</summary>
    [JsonIgnore]
    public string Sentence => Tell();

    // Not the property itself: [JsonIgnore] is not inherited by an override, and the journal keeps facts only.
    protected abstract string Tell();
}

public sealed record CustomerRegistered(Registration Registration) : CustomerEvent
{
    protected override string Tell() =>
        $"{Registration.Details.Name} became known with tier {Registration.Tier} since {Registration.TierSince}.";
}

public sealed record DetailsChanged(CustomerDetails Details) : CustomerEvent
{
    protected override string Tell() => $"The details of {Details.Name} were changed.";
}

public sealed record GroupRootConfirmed(Id<Customer> GroupRoot) : CustomerEvent
{
    protected override string Tell() => $"It was confirmed that {GroupRoot} is the group root.";
}

public sealed record UnitMapped(CustomerUnit Unit) : CustomerEvent
{
    protected override string Tell() => $"The unit {Unit.Name} was mapped with relevance {Unit.Relevance}.";
}

public sealed record PersonRecorded(Person Person) : CustomerEvent
{
    /// <summary>The day; nothing for events from before it was kept.</summary>
    public DateOnly? On { get; init; }

    protected override string Tell() => $"{Person.Name}, {Person.Title}, was recorded.";
}

public sealed record SeatAssigned(SeatAssignment Assignment) : CustomerEvent
{
    protected override string Tell() => Assignment.Employee is { } employee
        ? FormattableString.Invariant(
            $"{employee} took the {Assignment.Role} seat as {Assignment.Kind} on {Assignment.Since:yyyy-MM-dd}.")
        : FormattableString.Invariant(
            $"The {Assignment.Role} seat ({Assignment.Kind}) has been vacant since {Assignment.Since:yyyy-MM-dd}.");
}

public sealed record MetricRecorded(MetricSnapshot Snapshot) : CustomerEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{MetricDefinition.Of(Snapshot.Metric).Name} of {Snapshot.Period} is {Snapshot.Value}, says {Snapshot.Source}.");
}

public sealed record InteractionLogged(Interaction Interaction) : CustomerEvent
{
    /// <summary>Too short, or sent to many: by the policy of its day it touched nobody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TooSlight { get; init; }

    protected override string Tell() => FormattableString.Invariant(
        $"Contact on {Interaction.On:yyyy-MM-dd} about “{Interaction.Topic}” with {Interaction.People.Length} people{(TooSlight ? ", too slight to count" : "")}.");
}
