using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Plans;

public abstract record PlanEvent : CustomerEvent;

public sealed record PlanOpened(string PlanId, Tier Form, int HorizonFrom, int HorizonTo) : PlanEvent
{
    protected override string Tell() => $"The plan {HorizonFrom} to {HorizonTo} was opened in the form for tier {Form}.";
}

/// <summary>An activity of a workflow failed; the workflow waits until somebody mends it.</summary>
public sealed record WorkflowFaulted(string Activity, string Message) : PlanEvent
{
    /// <summary>The instance, unless it leads the plan.</summary>
    public string? Instance { get; init; }

    /// <summary>What people call the workflow, unless it leads the plan.</summary>
    public string? Workflow { get; init; }

    /// <summary>Another workflow than the plan's that is over, so that nobody can mend it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Over { get; init; }

    protected override string Tell() => Workflow is null
        ? $"The plan's workflow stopped at {Activity}: {Message}"
        : $"The workflow {Workflow} ({Instance}) stopped at {Activity}: {Message}";
}

/// <summary>Its workflow was cancelled, so nothing leads the plan any more; another may be opened.</summary>
public sealed record PlanGivenUp(int HorizonFrom, int HorizonTo) : PlanEvent
{
    protected override string Tell() => $"The plan {HorizonFrom} to {HorizonTo} was given up with its workflow.";
}

public sealed record ProfileSectionWritten(ProfileSection Section) : PlanEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"The profile section {Section.Topic} of {Section.DatedOn:yyyy-MM-dd} was written.");
}

public sealed record VendorsListed(ImmutableArray<VendorShare> Vendors) : PlanEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Vendors.Length} vendors were listed, together {Vendors.Sum(vendor => vendor.Share):0.##%} of the relevant spend.");
}

public sealed record MatchAssessed(MatchAssessment Assessment, decimal Result) : PlanEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Assessment.Assessor} assessed the strategic match over {Assessment.Years} years at {Result:0.#}.");
}

public sealed record MatchAgreed(MatchMeeting Meeting) : PlanEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"The assessors agreed on a strategic match of {Meeting.Result:0.#}: {Meeting.Reasons}");
}
