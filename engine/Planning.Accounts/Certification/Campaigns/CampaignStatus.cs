using System.Text.Json.Serialization;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Certification;

/// <summary>Where a campaign stands (METHOD §3.2, status line). It follows from its stages and the buyer's documents;
/// our own score never sets it (INV-18).</summary>
[JsonConverter(typeof(WordJsonConverter<CampaignStatus>))]
public enum CampaignStatus
{
    [JsonStringEnumMemberName("TARGETED")]
    Targeted,
    [JsonStringEnumMemberName("CHARTERED")]
    Chartered,
    [JsonStringEnumMemberName("REGISTERED")]
    Registered,
    [JsonStringEnumMemberName("SELF_ASSESSED")]
    SelfAssessed,
    [JsonStringEnumMemberName("REMEDIATING")]
    Remediating,
    [JsonStringEnumMemberName("READY")]
    Ready,
    [JsonStringEnumMemberName("SUBMITTED")]
    Submitted,
    [JsonStringEnumMemberName("AUDITING")]
    Auditing,
    [JsonStringEnumMemberName("CORRECTIVE_ACTION")]
    CorrectiveAction,
    [JsonStringEnumMemberName("DECISION_PENDING")]
    DecisionPending,
    [JsonStringEnumMemberName("QUALIFIED")]
    Qualified,
    [JsonStringEnumMemberName("CONDITIONAL")]
    Conditional,
    [JsonStringEnumMemberName("REJECTED")]
    Rejected,
    [JsonStringEnumMemberName("MAINTAINING")]
    Maintaining,
    [JsonStringEnumMemberName("RECERT_DUE")]
    RecertificationDue,
    [JsonStringEnumMemberName("EXPIRED")]
    Expired,
    [JsonStringEnumMemberName("SUSPENDED")]
    Suspended,
    [JsonStringEnumMemberName("APPEALING")]
    Appealing,
    [JsonStringEnumMemberName("WITHDRAWN_BY_US")]
    WithdrawnByUs,
    [JsonStringEnumMemberName("WITHDRAWN_BY_CUSTOMER")]
    WithdrawnByCustomer,
}

/// <summary>How and why a campaign is over.</summary>
public sealed record CampaignEnd(CampaignEnding Ending, DateOnly On, string Reason);

[JsonConverter(typeof(WordJsonConverter<CampaignEnding>))]
public enum CampaignEnding
{
    [JsonStringEnumMemberName("withdrawn_by_us")]
    WithdrawnByUs,
    [JsonStringEnumMemberName("withdrawn_by_customer")]
    WithdrawnByCustomer,
    [JsonStringEnumMemberName("rejected")]
    Rejected,
    [JsonStringEnumMemberName("renewed")]
    Renewed,
    [JsonStringEnumMemberName("expired")]
    Expired,
}
