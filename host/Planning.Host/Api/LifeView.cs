using Planning.Accounts.Contents;
using Planning.Accounts.Plans;

namespace Planning.Host.Api;

/// <summary>What became of a plan: its versions, and what is carried out of the one in force.</summary>
/// <param name="Banner">A plan year is under way without a version of its own; nothing while all is well.</param>
/// <param name="Versions">The approved ones, newest first; the first of them is in force.</param>
/// <param name="Submitted">The one that its approvers are asked about.</param>
/// <param name="LastSign">The last day that something was approved, reviewed or reported.</param>
internal sealed record LifeView(
    PlanStatus Status,
    string? Banner,
    IReadOnlyList<VersionView> Versions,
    VersionView? Submitted,
    IReadOnlyList<PlanOpinion> Opinions,
    string? Amending,
    IReadOnlyList<PlanYear> Actuals,
    PlanYearEnd? YearEnd,
    IReadOnlyList<ActionState> Actions,
    IReadOnlyDictionary<ReviewType, ReviewDate> Reviews,
    DateOnly? LastSign)
{
    public static LifeView Of(AccountPlan plan, DateOnly today) => new(
        plan.Status,
        plan.Ended is null && plan.YearEnd is { } end && end.Begins <= today
            ? $"The plan year {end.Begins.Year} is under way without a version of its own."
            : null,
        [.. plan.Versions.Reverse().Select(VersionView.Of)],
        plan.Submitted is { } submitted ? VersionView.Of(submitted) : null,
        [.. plan.Opinions.Values],
        plan.Amending,
        [.. plan.Actuals.Values],
        plan.YearEnd,
        [.. plan.Actions.Values],
        plan.ReviewDates,
        plan.LastSign);
}

/// <param name="Changes">Against the version before, in words.</param>
/// <param name="Differences">The same as data.</param>
internal sealed record VersionView(
    int Number,
    VersionCause Cause,
    int HorizonFrom,
    int HorizonTo,
    string Author,
    DateOnly SubmittedOn,
    DateOnly? ApprovedOn,
    string? LoweredBecause,
    IReadOnlyList<string> Changes,
    IReadOnlyList<PlanChange> Differences,
    IReadOnlyList<PlanEntry> Content)
{
    public static VersionView Of(PlanVersion version) => new(
        version.Number,
        version.Cause,
        version.HorizonFrom,
        version.HorizonTo,
        version.Author,
        version.SubmittedOn,
        version.ApprovedOn,
        version.LoweredBecause,
        [.. version.Changes.Select(change => change.Sentence)],
        version.Changes,
        [.. version.Content.Entries.Values]);
}
