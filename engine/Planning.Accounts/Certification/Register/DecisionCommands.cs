using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>Keep what the customer decided, from its document and nothing else (INV-18).</summary>
/// <param name="Value">qualified, conditional or not_qualified.</param>
/// <param name="On">The day from which it holds.</param>
/// <param name="Conditions">What the customer wants of us; each becomes an action with an owner.</param>
/// <param name="ValidTo">The last day; nothing where the document names none and the scheme's months count.</param>
[Command("record-decision", "Keep what the customer decided, with its document")]
public sealed record RecordDecision(
    Id<Campaign> Campaign,
    QualificationValue Value,
    DateOnly On,
    BuyerDocument Document,
    ImmutableArray<ListingCondition> Conditions,
    DateOnly? ValidTo = null) : CampaignCommand(Campaign)
{
    public override IEnumerable<NamedFile> Files => Document.Files;

    public override IEnumerable<Id<Teams.Employee>> Employees => Conditions.Select(condition => condition.Owner);

    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        Value is QualificationValue.Qualified or QualificationValue.Conditional or QualificationValue.NotQualified
            ? null
            : new FieldMistake(nameof(Value), "is no decision; write qualified, conditional or not_qualified"),
        .. Document.Mistakes(on.Today),
        FieldMistake.NotYet(nameof(On), On, on.Today),
        ValidTo < On ? new FieldMistake(nameof(ValidTo), "lies before the day of the decision") : null,
        Value is QualificationValue.Conditional && Conditions is []
            ? new FieldMistake(nameof(Conditions), "are empty; a conditional qualification names what the customer wants")
            : null,
        .. Conditions.Select(condition => FieldMistake.Blank($"Conditions[{condition.Id}].Text", condition.Text)),
        Conditions.DistinctBy(condition => condition.Id).Count() != Conditions.Length
            ? new FieldMistake(nameof(Conditions), "name one of them twice")
            : null,
    ];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on)
    {
        var marks = SchemeOf(campaign, customer).MarksBy(on.Policies.Certification);
        var lists = Value is not QualificationValue.NotQualified;
        var decision = new BuyerDecision(
            Value,
            On,
            Document,
            lists ? ValidTo ?? On.AddMonths(marks.ValidityMonths) : null,
            Value is QualificationValue.Qualified || marks.AppealDays == 0 ? null : On.AddDays(marks.AppealDays));
        if (campaign.Decision == decision)
        {
            return Decision.Record();
        }

        if (campaign.Decision is not null && campaign.Appeal is null)
        {
            return Decision.Refuse(
                "campaign-decided", $"The customer decided on the campaign {Campaign} already; a listing changes by its own document.");
        }

        return campaign.Appeal is null && campaign.Track.Find("B10") is null
            ? Decision.Refuse("not-awaited", $"The campaign {Campaign} does not wait for a decision: it is not in stage B10.")
            : Decision.Record(
                new CampaignDecided(Campaign, decision, Conditions),
                new ListingSet(campaign.Scope.Key, Listed(campaign, decision, customer, on)));
    }

    private static Listing Listed(Campaign campaign, BuyerDecision decision, Customer customer, Occasion on)
    {
        var policy = on.Policies.Certification;
        var before = customer.Certification.ListingOf(campaign.Scope);
        return new Listing(campaign.Scope, decision.Value, campaign.Id, decision.On, decision.ValidTo)
        {
            Document = decision.Document,
            RenewOn = decision.ValidTo?.AddMonths(-policy.Renewal.Open),
            SurveillanceOn = decision.Lists ? decision.On.AddMonths(policy.Campaigns.SurveillanceMonths) : null,
            KnownBy = campaign.Renews is null ? null : before?.KnownBy,
        };
    }
}

/// <summary>Appeal against a decision within the rule book's days.</summary>
[Command("appeal-decision", "Appeal against the customer's decision, with the grounds")]
public sealed record AppealDecision(Id<Campaign> Campaign, string Grounds) : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
        [FieldMistake.Blank(nameof(Grounds), Grounds)];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on) => campaign switch
    {
        { Decision: null } => Decision.Refuse("not-decided", $"The customer has not decided on the campaign {Campaign}."),
        { Appeal: { } grounds } => grounds == Grounds
            ? Decision.Record()
            : Decision.Refuse("appeal-open", $"We appeal already: {grounds}."),
        { Decision.AppealUntil: { } last } when on.Today <= last => Decision.Record(new AppealLodged(Campaign, on.Today, Grounds)),
        _ => Decision.Refuse("appeal-closed", $"The time to appeal against the decision on {Campaign} is over, or the rule book knows no appeal."),
    };
}

/// <summary>Say that a condition is met and how the customer accepted it; whoever owns it does not say so alone.</summary>
/// <param name="Reference">How the customer accepted it.</param>
[Command("meet-condition", "Say that a condition of the customer is met, and how the customer accepted it")]
public sealed record MeetCondition(Id<Campaign> Campaign, Id<ListingCondition> Condition, string Reference)
    : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
        [FieldMistake.Blank(nameof(Reference), Reference)];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on) =>
        campaign.Conditions.GetValueOrDefault(Condition) switch
        {
            null => Decision.Refuse("condition-unknown", $"The customer set no condition {Condition}."),
            { IsOpen: false } => Decision.Record(),
            { Owner: var owner } when owner.Value == on.Actor =>
                Decision.Refuse("owner-closes", $"{owner} owns the condition {Condition}, so somebody else says that it is met."),
            _ => Decision.Record(new ConditionMet(Campaign, Condition, on.Actor, Reference)),
        };
}

/// <summary>Tell the customer of a change that makes it look again (METHOD Q9).</summary>
[Command("notice-change", "Note a change of ours that makes the buyer look again at some criteria")]
public sealed record NoticeChange(Id<Campaign> Campaign, Id<ChangeNotice> Id, string What, ImmutableArray<Id<Criterion>> Criteria)
    : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        FieldMistake.Blank(nameof(What), What),
        Criteria is [] ? new FieldMistake(nameof(Criteria), "is empty; name what the change touches") : null,
        .. Criteria.Select(criterion => UnknownCriterion(nameof(Criteria), criterion, SchemeOf(campaign, customer))),
        campaign.Changes.TryGetValue(Id, out var known) && known with { On = on.Today } != new ChangeNotice(Id, What, Criteria, on.Today)
            ? new FieldMistake(nameof(Id), $"is {Id}, which is another change already")
            : null,
    ];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on) =>
        campaign.Changes.ContainsKey(Id)
            ? Decision.Record()
            : Decision.Record(new ChangeNoticed(Campaign, new ChangeNotice(Id, What, Criteria, on.Today)));
}

/// <summary>Begin the renewal of a place by hand, where it did not begin by itself or was given up.</summary>
[Command("renew-listing", "Begin the renewal of a place on the short list before its time, or again")]
public sealed record RenewListing(Scope Scope) : CustomerCommand
{
    /// <summary>What the campaign is called; nothing to let it have a name of its turn.</summary>
    public Id<Campaign>? Id { get; init; }

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
    [
        .. Scope.Mistakes(nameof(Scope)),
        Id is { } id && customer.Certification.Campaigns.TryGetValue(id, out var known) && (known.Renews is null || known.Scope != Scope)
            ? new FieldMistake(nameof(Id), $"is {id}, which is another campaign already")
            : null,
    ]);

    public override Decision Decide(Customer customer, Occasion on)
    {
        if (customer.Certification.ListingOf(Scope) is not { } listing || !listing.MayBid(on.Today))
        {
            return Decision.Refuse("not-listed", $"We are not listed for {Scope}.");
        }

        return customer.Certification.Campaigns.Values.Any(other => other.End is null && other.Renews == listing.Campaign)
            ? Decision.Record()
            : Decision.Record([.. ListingCalendar.Renew(customer.Certification.Campaigns[listing.Campaign], listing, customer, on, Id)]);
    }
}
