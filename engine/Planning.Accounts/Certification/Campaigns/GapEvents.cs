using Planning.Accounts.Customers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Certification;

/// <summary>Something that happened about one gap.</summary>
public abstract record GapEvent(Id<Campaign> Campaign, Id<Gap> Gap) : CampaignEvent(Campaign);

public sealed record GapOpened(Id<Campaign> Campaign, Id<Gap> Gap, Gap Opened) : GapEvent(Campaign, Gap)
{
    protected override string Tell() => FormattableString.Invariant(
        $"A {Words<GapSeverity>.Of(Opened.Severity)} gap in {Opened.Criterion} has {Opened.Owner} until {Opened.Due:yyyy-MM-dd}: {Opened.RootCause}.");
}

public sealed record RemediationPlanned(Id<Campaign> Campaign, Id<Gap> Gap, Remediation Action)
    : GapEvent(Campaign, Gap)
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Action.Owner} closes the gap {Gap} until {Action.Due:yyyy-MM-dd}: {Action.Text}.");
}

public sealed record RemediationDone(
    Id<Campaign> Campaign, Id<Gap> Gap, Id<Remediation> Action, string By, DateOnly On, string Proof) : GapEvent(Campaign, Gap)
{
    protected override string Tell() => $"{By} has done {Action} for the gap {Gap}: {Proof}.";
}

/// <param name="Effective">False when it has to be done again.</param>
public sealed record RemediationVerified(
    Id<Campaign> Campaign, Id<Gap> Gap, Id<Remediation> Action, string By, DateOnly On, bool Effective, string Comment)
    : GapEvent(Campaign, Gap)
{
    protected override string Tell() =>
        $"{By} looked at {Action} for the gap {Gap} and found it {(Effective ? "done" : "not done")}: {Comment}.";
}

public sealed record GapClosed(Id<Campaign> Campaign, Id<Gap> Gap, DateOnly On) : GapEvent(Campaign, Gap)
{
    protected override string Tell() => FormattableString.Invariant($"The gap {Gap} was closed on {On:yyyy-MM-dd}.");
}
