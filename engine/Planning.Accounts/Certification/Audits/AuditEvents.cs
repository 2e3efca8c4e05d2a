using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Certification;

/// <summary>Something that came of somebody looking at us in a campaign.</summary>
public abstract record AuditEvent(Id<Campaign> Campaign) : CampaignEvent(Campaign);

public sealed record RoundPlanned(Id<Campaign> Campaign, AuditRound Round) : AuditEvent(Campaign)
{
    protected override string Tell() => FormattableString.Invariant(
        $"The {Words<RoundKind>.Of(Round.Kind)} audit {Round.Id} by {string.Join(", ", Round.Auditors)} is from {Round.From:yyyy-MM-dd} to {Round.To:yyyy-MM-dd}.");
}

public sealed record RoundReported(Id<Campaign> Campaign, Id<AuditRound> Round, RoundReport Report)
    : AuditEvent(Campaign)
{
    protected override string Tell() => FormattableString.Invariant(
        $"The report {Report.Reference} of the audit {Round} came on {Report.On:yyyy-MM-dd}{(Report.Score is { } score ? $" with a score of {score:0.#}" : "")}.");
}

public sealed record QuestionAsked(Id<Campaign> Campaign, BuyerQuestion Question) : AuditEvent(Campaign)
{
    protected override string Tell() => FormattableString.Invariant(
        $"The buyer asked on {Question.AskedOn:yyyy-MM-dd}: “{Question.Text}”; the answer is due on {Question.Due:yyyy-MM-dd}.");
}

/// <param name="Instead">Why it differs from what the buyer was told on the topic before; nothing when it does not.</param>
public sealed record QuestionAnswered(
    Id<Campaign> Campaign, Id<BuyerQuestion> Question, string Answer, string By, DateOnly On, string? Instead)
    : AuditEvent(Campaign)
{
    protected override string Tell() =>
        $"{By} answered the buyer's question {Question}: “{Answer}”{(Instead is null ? "" : $", otherwise than before: {Instead}")}.";
}

public sealed record QuestionLate(Id<Campaign> Campaign, Id<BuyerQuestion> Question, string Text, DateOnly Due)
    : AuditEvent(Campaign)
{
    protected override string Tell() => FormattableString.Invariant(
        $"The buyer's question “{Text}” should have been answered by {Due:yyyy-MM-dd}.");
}

public sealed record FindingNoted(Id<Campaign> Campaign, Finding Found) : AuditEvent(Campaign)
{
    protected override string Tell() =>
        $"The audit {Found.Round} found ({Words<FindingClass>.Of(Found.Class)}): {Found.Text}.";
}

/// <summary>Something that happened about one finding.</summary>
public abstract record FindingEvent(Id<Campaign> Campaign, Id<Finding> Finding) : AuditEvent(Campaign);

public sealed record FindingAssigned(Id<Campaign> Campaign, Id<Finding> Finding, Id<Employee> Owner, DateOnly Due)
    : FindingEvent(Campaign, Finding)
{
    protected override string Tell() =>
        FormattableString.Invariant($"{Owner} has the finding {Finding} until {Due:yyyy-MM-dd}.");
}

/// <summary>A grave finding has nobody who answers for it (INV-22).</summary>
public sealed record FindingUnowned(Id<Campaign> Campaign, Id<Finding> Finding, string Text, DateOnly OwnerBy)
    : FindingEvent(Campaign, Finding)
{
    protected override string Tell() => FormattableString.Invariant(
        $"The finding “{Text}” should have had an owner and a last day by {OwnerBy:yyyy-MM-dd}.");
}

public sealed record FindingLate(Id<Campaign> Campaign, Id<Finding> Finding, string Text, DateOnly Due)
    : FindingEvent(Campaign, Finding)
{
    protected override string Tell() =>
        FormattableString.Invariant($"The finding “{Text}” should have been closed by {Due:yyyy-MM-dd}.");
}

public sealed record CorrectionPlanned(Id<Campaign> Campaign, Id<Finding> Finding, CorrectivePlan Plan)
    : FindingEvent(Campaign, Finding)
{
    protected override string Tell() =>
        $"The finding {Finding} comes from {Plan.RootCause}; it will be mended by {Plan.Fix}.";
}

public sealed record PlanAccepted(Id<Campaign> Campaign, Id<Finding> Finding, DateOnly On, string Reference)
    : FindingEvent(Campaign, Finding)
{
    protected override string Tell() => FormattableString.Invariant(
        $"The buyer accepted the plan for the finding {Finding} on {On:yyyy-MM-dd}: {Reference}.");
}

public sealed record FindingFixed(Id<Campaign> Campaign, Id<Finding> Finding, string By, string Proof)
    : FindingEvent(Campaign, Finding)
{
    protected override string Tell() => $"{By} mended the finding {Finding}: {Proof}.";
}

/// <summary>Somebody looked and found it not mended.</summary>
public sealed record FixRefused(Id<Campaign> Campaign, Id<Finding> Finding, string By, string Reason)
    : FindingEvent(Campaign, Finding)
{
    protected override string Tell() => $"{By} found the finding {Finding} not mended: {Reason}.";
}

/// <param name="Reference">How the buyer accepted it; nothing where the buyer is not asked.</param>
/// <param name="EffectOn">When somebody looks whether it has lasted.</param>
public sealed record FindingClosed(
    Id<Campaign> Campaign, Id<Finding> Finding, string By, DateOnly On, string? Reference, DateOnly EffectOn)
    : FindingEvent(Campaign, Finding)
{
    protected override string Tell() => FormattableString.Invariant(
        $"{By} closed the finding {Finding}{(Reference is null ? "" : $", accepted by the buyer: {Reference}")}; its effect is looked at on {EffectOn:yyyy-MM-dd}.");
}

public sealed record EffectDue(Id<Campaign> Campaign, Id<Finding> Finding, string Text)
    : FindingEvent(Campaign, Finding)
{
    protected override string Tell() => $"It is time to look whether the finding “{Text}” stayed mended.";
}

/// <param name="Holds">False reopens the finding.</param>
/// <param name="Due">The last day to mend it again; nothing when it holds.</param>
public sealed record EffectChecked(
    Id<Campaign> Campaign, Id<Finding> Finding, string By, DateOnly On, bool Holds, string Comment, DateOnly? Due)
    : FindingEvent(Campaign, Finding)
{
    protected override string Tell() => Holds
        ? $"{By} found that the finding {Finding} stayed mended: {Comment}."
        : FormattableString.Invariant(
            $"{By} found that the finding {Finding} came back, so it is open again until {Due:yyyy-MM-dd}: {Comment}.");
}
