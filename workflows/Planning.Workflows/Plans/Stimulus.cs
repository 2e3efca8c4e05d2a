using System.Collections.Immutable;
using Planning.Accounts.Approvals;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Accounts.Wording;
using Planning.Flows.Instances;

namespace Planning.Workflows.Plans;

/// <summary>What an event of a customer means to workflows that wait.</summary>
public abstract record Stimulus
{
    /// <summary>The workflow that leads a plan through its stages.</summary>
    public const string PlanWorkflow = "strategic-account-plan";

    /// <summary>The workflow that leads the one-page plan of a customer of tier B.</summary>
    public const string LightPlanWorkflow = "one-page-account-plan";

    /// <summary>The workflow that leads a campaign for a customer's short list.</summary>
    public const string CampaignWorkflow = "shortlist-certification";

    /// <summary>The workflow that leads a seat to a new holder.</summary>
    public const string TeamWorkflow = "iron-triangle-assignment";

    private Stimulus()
    {
    }

    /// <summary>A new instance begins.</summary>
    public sealed record Start(string DefinitionId, string InstanceId, IReadOnlyDictionary<string, object?> Input) : Stimulus;

    /// <summary>A waiting activity goes on.</summary>
    /// <param name="Members">What the bookmark must say, in text; nothing for what it must not mention.</param>
    public sealed record Resume(string Name, params IReadOnlyList<(string Name, string? Value)> Members) : Stimulus
    {
        /// <summary>What the activity is told with it.</summary>
        public ImmutableDictionary<string, object?> Input { get; init; } = ImmutableDictionary<string, object?>.Empty;

        public bool Wakes(Bookmark bookmark) => bookmark.Name == Name && Members.All(member =>
            bookmark.Data.TryGetProperty(member.Name, out var value)
                ? value.GetString() == member.Value
                : member.Value is null);
    }

    /// <summary>An instance has nothing to lead any more; one that is over already stays so.</summary>
    public sealed record Cancel(string InstanceId) : Stimulus;

    public static Stimulus? Of(CustomerEvent happened) => happened switch
    {
        PlanOpened opened => new Start(
            opened.Form is Tier.B ? LightPlanWorkflow : PlanWorkflow,
            opened.PlanId,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["Tier"] = opened.Form.ToString() }),
        CampaignOpened opened => new Start(
            CampaignWorkflow,
            opened.Process,
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["Campaign"] = opened.Campaign.Value,
                ["Renewal"] = opened.Renews is not null,
            }),
        CampaignEnded ended => new Cancel(ended.Process),
        SeatNeedRaised raised => new Start(
            TeamWorkflow,
            raised.Need.Process,
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["Cause"] = Words<SeatCause>.Of(raised.Need.Cause),
                ["Tier"] = raised.Need.Tier.ToString(),
                ["Predecessor"] = raised.Need.Before is not null,
                ["HandoverDays"] = raised.Need.HandoverDays,
                ["Approvers"] = string.Join(", ", raised.Need.Approvers),
            }),
        StagePassed passed => new Resume(
            PlanStageActivity.TypeName, ("stage", passed.Code), ("process", passed.Process)),
        StageLeft { Towards: { } way } left => new Resume(
            PlanStageActivity.TypeName, ("stage", left.Code), ("process", left.Process))
        {
            Input = ImmutableDictionary<string, object?>.Empty.Add(PlanStageActivity.Towards, way),
        },
        ApprovalConcluded concluded => Decided(
            concluded.Subject, concluded.Granted ? ApprovalChainActivity.Approved : ApprovalChainActivity.Returned),
        ApprovalWithdrawn withdrawn => Decided(withdrawn.Subject, ApprovalChainActivity.Withdrawn),
        _ => null,
    };

    private static Resume Decided(string subject, string outcome) => new(ApprovalChainActivity.TypeName, ("subject", subject))
    {
        Input = ImmutableDictionary<string, object?>.Empty.Add(ApprovalChainActivity.Outcome, outcome),
    };
}
