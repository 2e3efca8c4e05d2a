using Planning.Accounts.Customers;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Certification;

[Command("open-gap", "Name a gap to what the buyer asks for, with its root cause, owner and last day")]
public sealed record OpenGap(
    Id<Campaign> Campaign,
    Id<Gap> Id,
    Id<Criterion> Criterion,
    GapSeverity Severity,
    string RootCause,
    Id<Employee> Owner,
    DateOnly Due) : CampaignCommand(Campaign)
{
    public override IEnumerable<Id<Employee>> Employees => [Owner];

    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        UnknownCriterion(nameof(Criterion), Criterion, SchemeOf(campaign, customer)),
        FieldMistake.Blank(nameof(RootCause), RootCause),
        campaign.Gaps.TryGetValue(Id, out var known)
            ? Same(known) ? null : new FieldMistake(nameof(Id), $"is {Id}, which is another gap already")
            : Past(nameof(Due), Due, on.Today),
    ];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on) =>
        campaign.Gaps.ContainsKey(Id)
            ? Decision.Record()
            : Decision.Record(new GapOpened(Campaign, Id, Opened with { OpenedOn = on.Today }));

    private Gap Opened => new(Id, Criterion, Severity, RootCause, Owner, Due);

    private bool Same(Gap known) =>
        (known.Criterion, known.Severity, known.RootCause, known.Owner, known.Due) == (Criterion, Severity, RootCause, Owner, Due);
}

[Command("plan-remediation", "Say what will close a gap, by whom and until when")]
public sealed record PlanRemediation(
    Id<Campaign> Campaign, Id<Gap> Gap, Id<Remediation> Id, string Text, Id<Employee> Owner, DateOnly Due) : CampaignCommand(Campaign)
{
    public override IEnumerable<Id<Employee>> Employees => [Owner];

    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
        [FieldMistake.Blank(nameof(Text), Text)];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on)
    {
        var action = new Remediation(Id, Gap, Text, Owner, Due);
        return campaign.Gaps.GetValueOrDefault(Gap) switch
        {
            null => Decision.Refuse("gap-unknown", $"The campaign {Campaign} has no gap {Gap}."),
            { IsOpen: false } => Decision.Refuse("gap-closed", $"The gap {Gap} is closed."),
            var gap when gap.Actions.TryGetValue(Id, out var known) =>
                known with { DoneBy = null, DoneOn = null, Proof = null, VerifiedBy = null } == action
                    ? Decision.Record()
                    : Decision.Refuse("remediation-known", $"{Id} is another action for the gap {Gap} already."),
            _ => Decision.Record(new RemediationPlanned(Campaign, Gap, action)),
        };
    }
}

[Command("finish-remediation", "Say that something for a gap is done, with the proof")]
public sealed record FinishRemediation(Id<Campaign> Campaign, Id<Gap> Gap, Id<Remediation> Id, string Proof)
    : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
        [FieldMistake.Blank(nameof(Proof), Proof)];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on) =>
        campaign.Gaps.GetValueOrDefault(Gap)?.Actions.GetValueOrDefault(Id) switch
        {
            null => Decision.Refuse("remediation-unknown", $"The gap {Gap} has no action {Id}."),
            { DoneBy: not null } => Decision.Record(),
            _ => Decision.Record(new RemediationDone(Campaign, Gap, Id, on.Actor, on.Today, Proof)),
        };
}

/// <summary>Look whether what was done closes the gap; whoever did it or owns it does not.</summary>
/// <param name="Effective">False to have it done again.</param>
[Command("verify-remediation", "Look whether something done for a gap helped, as somebody else than who did it")]
public sealed record VerifyRemediation(
    Id<Campaign> Campaign, Id<Gap> Gap, Id<Remediation> Id, bool Effective, string Comment) : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
        [FieldMistake.Blank(nameof(Comment), Comment)];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on)
    {
        if (campaign.Gaps.GetValueOrDefault(Gap) is not { } gap || gap.Actions.GetValueOrDefault(Id) is not { } action)
        {
            return Decision.Refuse("remediation-unknown", $"The gap {Gap} has no action {Id}.");
        }

        if (action.VerifiedBy is not null)
        {
            return Decision.Record();
        }

        if (action.DoneBy is null)
        {
            return Decision.Refuse("not-done", $"Nobody has said that {Id} is done.");
        }

        if (on.Actor == action.DoneBy || on.Actor == action.Owner.Value)
        {
            return Decision.Refuse("doer-verifies", $"{on.Actor} did {Id}, so somebody else looks at it.");
        }

        var verified = new RemediationVerified(Campaign, Gap, Id, on.Actor, on.Today, Effective, Comment);
        return Effective && gap.Actions.Values.All(other => other.Id == Id || other.VerifiedBy is not null)
            ? Decision.Record(verified, new GapClosed(Campaign, Gap, on.Today))
            : Decision.Record(verified);
    }
}
