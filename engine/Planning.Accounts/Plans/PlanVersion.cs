using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Contents;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Plans;

/// <summary>What a plan said when it was handed in for approval. It never changes; the newest approved one is in force (INV-13).</summary>
/// <param name="Number">From 1; a version that is handed in again gets the next.</param>
/// <param name="Author">Who handed it in; never who approves it (INV-17).</param>
/// <param name="Changes">Against the version in force before; empty for the first.</param>
public sealed record PlanVersion(
    int Number,
    VersionCause Cause,
    int HorizonFrom,
    int HorizonTo,
    PlanContent Content,
    string Author,
    DateOnly SubmittedOn,
    ImmutableArray<PlanChange> Changes)
{
    /// <summary>Why targets are lower than they were; nothing when none is.</summary>
    public string? LoweredBecause { get; init; }

    /// <summary>What it was made for; nothing in versions from before it was kept.</summary>
    public PlanGround? Ground { get; init; }

    /// <summary>Nothing as long as it is not approved.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>The first day of its first plan year.</summary>
    [JsonIgnore]
    public DateOnly Begins => new(HorizonFrom, 1, 1);

    public bool Equals(PlanVersion? other) => other is not null
        && (Number, Cause, HorizonFrom, HorizonTo, Author, SubmittedOn) ==
            (other.Number, other.Cause, other.HorizonFrom, other.HorizonTo, other.Author, other.SubmittedOn)
        && (LoweredBecause, Ground, ApprovedOn) == (other.LoweredBecause, other.Ground, other.ApprovedOn)
        && Content == other.Content
        && Changes.AsSpan().SequenceEqual(other.Changes.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Number, Author, SubmittedOn);
}

[JsonConverter(typeof(WordJsonConverter<VersionCause>))]
public enum VersionCause
{
    [JsonStringEnumMemberName("first")]
    First,
    [JsonStringEnumMemberName("amendment")]
    Amendment,
    [JsonStringEnumMemberName("rollover")]
    Rollover,
}

/// <summary>METHOD §3.1's status line, computed from where the plan stands.</summary>
[JsonConverter(typeof(WordJsonConverter<PlanStatus>))]
public enum PlanStatus
{
    [JsonStringEnumMemberName("DRAFT")]
    Draft,
    [JsonStringEnumMemberName("INSIGHT")]
    Insight,
    [JsonStringEnumMemberName("STRATEGY")]
    Strategy,
    [JsonStringEnumMemberName("DESIGN")]
    Design,
    [JsonStringEnumMemberName("RESOURCING")]
    Resourcing,
    [JsonStringEnumMemberName("IN_REVIEW")]
    InReview,
    [JsonStringEnumMemberName("APPROVED")]
    Approved,
    [JsonStringEnumMemberName("ACTIVE")]
    Active,
    [JsonStringEnumMemberName("AMENDING")]
    Amending,
    [JsonStringEnumMemberName("ROLLING")]
    Rolling,
    [JsonStringEnumMemberName("CLOSED")]
    Closed,
    [JsonStringEnumMemberName("SUSPENDED")]
    Suspended,
    [JsonStringEnumMemberName("WITHDRAWN")]
    Withdrawn,
    [JsonStringEnumMemberName("RETURNED")]
    Returned,
}
