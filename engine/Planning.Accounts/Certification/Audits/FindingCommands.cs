using Planning.Accounts.Customers;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Certification;

/// <summary>Something that people ask about one finding.</summary>
public abstract record FindingCommand(Id<Campaign> Campaign, Id<Finding> Id) : CampaignCommand(Campaign)
{
    private protected sealed override Decision Decide(Campaign campaign, Customer customer, Occasion on) =>
        campaign.Audits.Findings.TryGetValue(Id, out var finding)
            ? Decide(finding, campaign, customer, on)
            : Decision.Refuse("finding-unknown", $"The campaign {Campaign} has no finding {Id}.");

    private protected abstract Decision Decide(Finding finding, Campaign campaign, Customer customer, Occasion on);

    private protected Decision Closed() => Decision.Refuse("finding-closed", $"The finding {Id} is closed.");
}

/// <summary>Keep what an auditor found on the day it was found.</summary>
[Command("note-finding", "Keep a finding of an audit with its class")]
public sealed record NoteFinding(
    Id<Campaign> Campaign,
    Id<Finding> Id,
    Id<AuditRound> Round,
    FindingClass Class,
    string Text,
    DateOnly NotedOn,
    Id<Criterion>? Criterion = null) : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        FieldMistake.Blank(nameof(Text), Text),
        FieldMistake.NotYet(nameof(NotedOn), NotedOn, on.Today),
        UnknownCriterion(nameof(Criterion), Criterion, SchemeOf(campaign, customer)),
        campaign.Audits.Rounds.ContainsKey(Round) ? null : new FieldMistake(nameof(Round), $"is {Round}, which nobody has planned"),
        campaign.Audits.Findings.TryGetValue(Id, out var known)
            && (known.Round, known.Class, known.Text, known.Criterion, known.NotedOn) != (Round, Class, Text, Criterion, NotedOn)
            ? new FieldMistake(nameof(Id), $"is {Id}, which is another finding already")
            : null,
    ];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on)
    {
        if (campaign.Audits.Findings.ContainsKey(Id))
        {
            return Decision.Record();
        }

        var policy = on.Policies.Certification;
        return Decision.Record(new FindingNoted(Campaign, new Finding(
            Id,
            Round,
            Class,
            Text,
            Criterion,
            NotedOn,
            on.Calendar.Add(NotedOn, policy.Campaigns.OwnerWorkingDays),
            NotedOn.AddDays(SchemeOf(campaign, customer).MarksBy(policy).Windows.Of(Class)))));
    }
}

/// <summary>Give a finding to one person, with a last day within the window of its class.</summary>
[Command("assign-finding", "Give a finding to one person of ours with a last day")]
public sealed record AssignFinding(Id<Campaign> Campaign, Id<Finding> Id, Id<Employee> Owner, DateOnly Due)
    : FindingCommand(Campaign, Id)
{
    public override IEnumerable<Id<Employee>> Employees => [Owner];

    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        campaign.Audits.Findings.TryGetValue(Id, out var finding) && Due > Latest(finding)
            ? new FieldMistake(nameof(Due), FormattableString.Invariant(
                $"is {Due:yyyy-MM-dd}; the window of the finding ends on {Latest(finding):yyyy-MM-dd}"))
            : null,
    ];

    private protected override Decision Decide(Finding finding, Campaign campaign, Customer customer, Occasion on) => finding switch
    {
        { IsOpen: false } => Closed(),
        _ when finding.Owner == Owner && finding.Due == Due => Decision.Record(),
        _ => Decision.Record(new FindingAssigned(Campaign, Id, Owner, Due)),
    };

    // A finding that came back has a window of its own.
    private static DateOnly Latest(Finding finding) =>
        finding is { EffectHolds: false, Due: { } again } ? again : finding.Window;
}

[Command("plan-correction", "Say how a finding is contained, where it comes from and how it is mended")]
public sealed record PlanCorrection(Id<Campaign> Campaign, Id<Finding> Id, string Containment, string RootCause, string Fix)
    : FindingCommand(Campaign, Id)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        FieldMistake.Blank(nameof(Containment), Containment),
        FieldMistake.Blank(nameof(RootCause), RootCause),
        FieldMistake.Blank(nameof(Fix), Fix),
    ];

    private protected override Decision Decide(Finding finding, Campaign campaign, Customer customer, Occasion on)
    {
        var plan = new CorrectivePlan(Containment, RootCause, Fix);
        return !finding.IsOpen
            ? Closed()
            : finding.Plan == plan ? Decision.Record() : Decision.Record(new CorrectionPlanned(Campaign, Id, plan));
    }
}

[Command("note-plan-accepted", "Note that the buyer accepted the plan for a finding")]
public sealed record NotePlanAccepted(Id<Campaign> Campaign, Id<Finding> Id, DateOnly On, string Reference)
    : FindingCommand(Campaign, Id)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
        [FieldMistake.Blank(nameof(Reference), Reference), FieldMistake.NotYet(nameof(On), On, on.Today)];

    private protected override Decision Decide(Finding finding, Campaign campaign, Customer customer, Occasion on) => finding switch
    {
        { Plan: null } => Decision.Refuse("no-plan-yet", $"Nobody has planned how the finding {Id} is mended."),
        { PlanAcceptedOn: not null } => Decision.Record(),
        _ => Decision.Record(new PlanAccepted(Campaign, Id, On, Reference)),
    };
}

[Command("fix-finding", "Say that a finding is mended, with the proof of its effect")]
public sealed record FixFinding(Id<Campaign> Campaign, Id<Finding> Id, string Proof) : FindingCommand(Campaign, Id)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
        [FieldMistake.Blank(nameof(Proof), Proof)];

    private protected override Decision Decide(Finding finding, Campaign campaign, Customer customer, Occasion on) => finding switch
    {
        { IsOpen: false } => Closed(),
        { FixedBy: not null } => Decision.Record(),
        { LacksOwner: true } => Decision.Refuse("finding-unowned", $"Give the finding {Id} to one person with a last day first (INV-22)."),
        { IsGrave: true, Plan: null } => Decision.Refuse("no-plan-yet", $"Nobody has planned how the finding {Id} is mended."),
        _ => Decision.Record(new FindingFixed(Campaign, Id, on.Actor, Proof)),
    };
}

/// <summary>Look at a mended finding and close it; whoever mended or owns it does not.</summary>
/// <param name="Reason">What was seen; why it is not mended when it is not.</param>
/// <param name="Reference">How the buyer accepted it: needed for its major and critical findings.</param>
[Command("close-finding", "Look whether a finding is mended, as somebody else than who mended it, and close it")]
public sealed record CloseFinding(Id<Campaign> Campaign, Id<Finding> Id, bool Mended, string Reason, string? Reference = null)
    : FindingCommand(Campaign, Id)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
        [FieldMistake.Blank(nameof(Reason), Reason)];

    private protected override Decision Decide(Finding finding, Campaign campaign, Customer customer, Occasion on)
    {
        if (!finding.IsOpen)
        {
            return Mended ? Decision.Record() : Closed();
        }

        if (finding.FixedBy is null)
        {
            return Decision.Refuse("not-fixed", $"Nobody has said that the finding {Id} is mended.");
        }

        if (on.Actor == finding.FixedBy || on.Actor == finding.Owner?.Value)
        {
            return Decision.Refuse("fixer-closes", $"{on.Actor} mended the finding {Id}, so somebody else closes it.");
        }

        if (!Mended)
        {
            return Decision.Record(new FixRefused(Campaign, Id, on.Actor, Reason));
        }

        var ofBuyer = campaign.Audits.Rounds[finding.Round].Kind is not RoundKind.Mock;
        return ofBuyer && finding.IsGrave && string.IsNullOrWhiteSpace(Reference)
            ? Decision.Refuse("buyer-accepts", $"Say how the buyer accepted that the finding {Id} is mended.")
            : Decision.Record(new FindingClosed(
                Campaign, Id, on.Actor, on.Today, Reference, on.Today.AddDays(on.Policies.Certification.Campaigns.EffectDays)));
    }
}

/// <summary>Look whether a fix has lasted beyond the audit day; a finding that came back is open again.</summary>
[Command("check-effect", "Look whether a closed finding stayed mended; it is open again when it did not")]
public sealed record CheckEffect(Id<Campaign> Campaign, Id<Finding> Id, bool Holds, string Comment)
    : FindingCommand(Campaign, Id)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
        [FieldMistake.Blank(nameof(Comment), Comment)];

    private protected override Decision Decide(Finding finding, Campaign campaign, Customer customer, Occasion on)
    {
        if (finding.IsOpen)
        {
            return Decision.Refuse("finding-open", $"The finding {Id} is not closed.");
        }

        if (finding.EffectOn is not { } due)
        {
            return Holds ? Decision.Record() : Reopened(finding, campaign, customer, on);
        }

        if (Holds && on.Today < due)
        {
            return Decision.Refuse("too-early", FormattableString.Invariant(
                $"Whether the finding {Id} stayed mended is seen from {due:yyyy-MM-dd} on."));
        }

        if (on.Actor == finding.FixedBy)
        {
            return Decision.Refuse("fixer-checks", $"{on.Actor} mended the finding {Id}, so somebody else looks at its effect.");
        }

        return Holds
            ? Decision.Record(new EffectChecked(Campaign, Id, on.Actor, on.Today, Holds: true, Comment, Due: null))
            : Reopened(finding, campaign, customer, on);
    }

    private Decision Reopened(Finding finding, Campaign campaign, Customer customer, Occasion on) =>
        Decision.Record(new EffectChecked(
            Campaign,
            Id,
            on.Actor,
            on.Today,
            Holds: false,
            Comment,
            on.Today.AddDays(SchemeOf(campaign, customer).MarksBy(on.Policies.Certification).Windows.Of(finding.Class))));
}
