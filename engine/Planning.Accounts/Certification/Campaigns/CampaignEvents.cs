using System.Collections.Immutable;
using System.Globalization;
using Planning.Accounts.Customers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Certification;

/// <summary>Something that happened in one campaign.</summary>
public abstract record CampaignEvent(Id<Campaign> Campaign) : CertificationEvent;

/// <param name="Process">The id of the workflow instance that will lead it.</param>
public sealed record CampaignOpened(
    Id<Campaign> Campaign, string Title, Id<Scheme> Scheme, Scope Scope, string Process, DateOnly On) : CampaignEvent(Campaign)
{
    /// <summary>The campaign whose listing it renews; nothing for a first one.</summary>
    public Id<Campaign>? Renews { get; init; }

    /// <summary>How far a renewal has come by when; empty for a first campaign.</summary>
    public ImmutableArray<Milestone> Milestones { get; init; } = [];

    protected override string Tell() => Renews is { } renewed
        ? $"The campaign {Campaign} was opened to renew what {renewed} brought for {Scope}."
        : $"The campaign {Campaign}, “{Title}”, was opened for {Scope}.";
}

public sealed record GoMemoWritten(Id<Campaign> Campaign, GoMemo Memo) : CampaignEvent(Campaign)
{
    protected override string Tell() =>
        $"{Memo.Author} values the place at {Memo.Value} a year, decided by {Memo.Deciders}: {Memo.Recommendation}.";
}

public sealed record CampaignApproved(Id<Campaign> Campaign, DateOnly On) : CampaignEvent(Campaign)
{
    protected override string Tell() => $"The board said go to the campaign {Campaign}.";
}

public sealed record CampaignChartered(Id<Campaign> Campaign, Charter Charter) : CampaignEvent(Campaign)
{
    protected override string Tell() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Charter.Sponsor} ({Charter.SponsorSeat}) sponsors the campaign {Campaign}, {Charter.Manager} manages it with {Charter.Budget} for {Charter.BudgetMonths} months and {Charter.Owners.Length} domain owners.");
}

public sealed record RegistrationNoted(Id<Campaign> Campaign, BuyerRegistration Registration) : CampaignEvent(Campaign)
{
    protected override string Tell() => Registration.ConfirmedOn is { } on
        ? FormattableString.Invariant($"The buyer confirmed our registration on {on:yyyy-MM-dd}: {Registration.Reference}.")
        : $"Our registration with the buyer for the campaign {Campaign} went on.";
}

public sealed record CriterionScored(Id<Campaign> Campaign, SelfScore Score) : CampaignEvent(Campaign)
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Score.Assessor} gave us {Score.Score:0.#} of 5 for {Score.Criterion}: {Score.Justification}.");
}

public sealed record ScoresCalibrated(Id<Campaign> Campaign, string By, ImmutableArray<CalibratedScore> Scores, string Comment)
    : CampaignEvent(Campaign)
{
    protected override string Tell() => $"{By} calibrated the marks of {Scores.Length} criteria: {Comment}.";
}

public sealed record TopProblemsNamed(Id<Campaign> Campaign, string Domain, TopProblems Problems)
    : CampaignEvent(Campaign)
{
    protected override string Tell() =>
        $"{Problems.By} named the worst problems of {Domain}: {string.Join("; ", Problems.Problems)}.";
}

public sealed record LessonsNoted(Id<Campaign> Campaign, Lessons Lessons) : CampaignEvent(Campaign)
{
    protected override string Tell() =>
        $"{Lessons.By} wrote down what the campaign {Campaign} taught us: {string.Join("; ", Lessons.Learned)}.";
}

/// <summary>The customer keeps the campaign waiting.</summary>
public sealed record CampaignSuspended(Id<Campaign> Campaign, string Reason) : CampaignEvent(Campaign)
{
    public DateOnly? On { get; init; }

    protected override string Tell() => $"The customer suspended the campaign {Campaign}: {Reason}.";
}

public sealed record CampaignResumed(Id<Campaign> Campaign) : CampaignEvent(Campaign)
{
    /// <summary>How many calendar days later everything is due that waited for the customer.</summary>
    public int Days { get; init; }

    protected override string Tell() => Days == 0
        ? $"The campaign {Campaign} goes on again."
        : FormattableString.Invariant($"The campaign {Campaign} goes on again; what is due in it is due {Days} days later.");
}

/// <param name="Process">The workflow instance that led it.</param>
public sealed record CampaignEnded(Id<Campaign> Campaign, string Process, CampaignEnd End) : CampaignEvent(Campaign)
{
    protected override string Tell() =>
        $"The campaign {Campaign} is over ({Words<CampaignEnding>.Of(End.Ending).Replace('_', ' ')}): {End.Reason}.";
}

/// <summary>A renewal is behind its plan, so that the place on the list may be lost.</summary>
public sealed record MilestoneMissed(Id<Campaign> Campaign, string Stage, DateOnly Due, string Told)
    : CampaignEvent(Campaign)
{
    protected override string Tell() => FormattableString.Invariant(
        $"The renewal {Campaign} should have passed {Stage} by {Due:yyyy-MM-dd}; {Told} was told.");
}

/// <param name="Told">The sponsor, who calls.</param>
public sealed record DecisionOverdue(Id<Campaign> Campaign, DateOnly Due, string Told) : CampaignEvent(Campaign)
{
    protected override string Tell() => FormattableString.Invariant(
        $"The customer should have decided on the campaign {Campaign} by {Due:yyyy-MM-dd}; {Told} was asked to call.");
}
