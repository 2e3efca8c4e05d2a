using System.Collections.Immutable;
using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Certification;

/// <summary>Begin the way onto the short list for a scheme's scope.</summary>
[Command("open-campaign", "Begin the way onto the customer's short list for the scope of a scheme")]
public sealed record OpenCampaign(Id<Campaign> Id, string Title, Id<Scheme> Scheme) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Title), Title),
        customer.Certification.Schemes.ContainsKey(Scheme)
            ? null
            : new FieldMistake(nameof(Scheme), $"is {Scheme}, which nobody has registered"),
        customer.Certification.Campaigns.TryGetValue(Id, out var known) && (known.Title, known.Scheme) != (Title, Scheme)
            ? new FieldMistake(nameof(Id), $"is {Id}, which is another campaign already")
            : null);

    public override Decision Decide(Customer customer, Occasion on)
    {
        if (customer.Certification.Campaigns.ContainsKey(Id))
        {
            return Decision.Record();
        }

        var scheme = customer.Certification.Schemes[Scheme];
        if (customer.Certification.Campaigns.Values.FirstOrDefault(other => other.Scope == scheme.Scope && other.End is null) is { } open)
        {
            return Decision.Refuse("campaign-open", $"The campaign {open.Id} is about {scheme.Scope} already.");
        }

        var lacks = Lacks(customer, on).ToList();
        return lacks is []
            ? Decision.Record(new CampaignOpened(
                Id, Title, Scheme, scheme.Scope, Certification.Campaign.ProcessOf(customer.Id, Id), on.Today))
            : Decision.Refuse("no-target", $"{customer.Details!.Name} is no customer to campaign for.", lacks);
    }

    // METHOD §3.2 B0, entry.
    private static IEnumerable<string> Lacks(Customer customer, Occasion on)
    {
        if (customer is { Standing.Tier: not Tier.S, Details.OnTargetList: false })
        {
            yield return "It is neither on the target list nor of tier S.";
        }

        var wanted = on.Policies.Certification.Campaigns.MinimumMatch;
        var match = customer.Metrics.ByPeriod.Keys.Reverse()
            .Select(period => customer.Metrics.Value(Metric.Match, period)).FirstOrDefault(value => value is not null);
        if (!(match >= wanted))
        {
            yield return FormattableString.Invariant(
                $"The strategic match must be {wanted} or more; it is {(match is { } value ? value.ToString(System.Globalization.CultureInfo.InvariantCulture) : "not known")}.");
        }
    }
}

/// <summary>Say what the place is worth, and ask the board to say go.</summary>
[Command("ask-campaign-go", "Say what a place on the list is worth and ask the board to say go")]
public sealed record AskCampaignGo(Id<Campaign> Campaign, Money Value, string Deciders, string Recommendation)
    : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        FieldMistake.Blank(nameof(Deciders), Deciders),
        FieldMistake.Blank(nameof(Recommendation), Recommendation),
        Value.Currency is null ? new FieldMistake(nameof(Value), "is empty") : null,
    ];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on)
    {
        var memo = new GoMemo(Value, Deciders, Recommendation, on.Actor);
        var subject = CampaignApprovals.GoKind + Campaign;
        if (campaign.GoOn is not null || customer.Approvals.Open.ContainsKey(subject))
        {
            return campaign.Memo == memo
                ? Decision.Record()
                : Decision.Refuse("go-asked", $"The board was asked about the campaign {Campaign} already.");
        }

        return Decision.Record(
            new GoMemoWritten(Campaign, memo),
            Approval.Ask(subject, $"go for the campaign {Campaign} for {campaign.Scope}", on.Policies.Certification.GoApprovers, on));
    }
}

/// <summary>Say who leads the campaign and what it may cost.</summary>
[Command("charter-campaign", "Name sponsor, manager, domain owners and budget of a campaign")]
public sealed record CharterCampaign(
    Id<Campaign> Campaign,
    Id<Employee> Sponsor,
    string SponsorSeat,
    Id<Employee> Manager,
    ImmutableArray<DomainOwner> Owners,
    Money Budget,
    int BudgetMonths,
    DateOnly PlannedAuditOn,
    ImmutableArray<DateOnly> WarRoom) : CampaignCommand(Campaign)
{
    public override IEnumerable<Id<Employee>> Employees =>
        [Sponsor, Manager, .. Owners.Select(owner => owner.Employee)];

    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        on.Policies.Certification.BoardSeats.Contains(SponsorSeat, StringComparer.Ordinal)
            ? null
            : new FieldMistake(
                nameof(SponsorSeat),
                $"is “{SponsorSeat}”; a campaign is sponsored from the board: write one of {string.Join(", ", on.Policies.Certification.BoardSeats)}"),
        Sponsor == Manager ? new FieldMistake(nameof(Manager), $"is {Manager}, who sponsors it") : null,
        FieldMistake.OutOfRange(nameof(Budget), Budget.Millions, 0, decimal.MaxValue),
        FieldMistake.OutOfRange(nameof(BudgetMonths), BudgetMonths, 1, 120),
        .. Owners.GroupBy(owner => owner?.Domain, StringComparer.Ordinal).Where(same => same.Key is null || same.Count() > 1)
            .Select(same => new FieldMistake(nameof(Owners), $"must name each domain once; look at “{same.Key}”")),
    ];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on)
    {
        var charter = new Charter(Sponsor, SponsorSeat, Manager, Owners, Budget, BudgetMonths, PlannedAuditOn, WarRoom);
        return campaign.Charter == charter ? Decision.Record() : Decision.Record(new CampaignChartered(Campaign, charter));
    }
}

/// <summary>Say how far our registration with the buyer has come.</summary>
[Command("note-registration", "Say how far our registration with the buyer has come, and that it is confirmed")]
public sealed record NoteRegistration(Id<Campaign> Campaign) : CampaignCommand(Campaign)
{
    public DateOnly? NonDisclosureOn { get; init; }

    public DateOnly? QuestionnaireSentOn { get; init; }

    public Id<Person>? ProcurementContact { get; init; }

    public Id<Person>? QualityContact { get; init; }

    /// <summary>The day the buyer confirmed it.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>How the buyer confirmed it.</summary>
    public string? Reference { get; init; }

    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        Stranger(nameof(ProcurementContact), ProcurementContact, customer),
        Stranger(nameof(QualityContact), QualityContact, customer),
        ConfirmedOn is { } confirmed ? FieldMistake.NotYet(nameof(ConfirmedOn), confirmed, on.Today) : null,
        ConfirmedOn is not null ? FieldMistake.Blank(nameof(Reference), Reference) : null,
    ];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on)
    {
        var known = campaign.Registration;
        var now = known with
        {
            NonDisclosureOn = NonDisclosureOn ?? known.NonDisclosureOn,
            QuestionnaireSentOn = QuestionnaireSentOn ?? known.QuestionnaireSentOn,
            ProcurementContact = ProcurementContact ?? known.ProcurementContact,
            QualityContact = QualityContact ?? known.QualityContact,
            ConfirmedOn = ConfirmedOn ?? known.ConfirmedOn,
            Reference = Reference ?? known.Reference,
        };
        if (now == known)
        {
            return Decision.Record();
        }

        var noted = new RegistrationNoted(Campaign, now);
        return now.ConfirmedOn is null || customer.Certification.ListingOf(campaign.Scope) is not null
            ? Decision.Record(noted)
            : Decision.Record(noted, new ListingSet(
                campaign.Scope.Key,
                new Listing(campaign.Scope, QualificationValue.Pending, Campaign, now.ConfirmedOn.Value, ValidTo: null)));
    }

    private static FieldMistake? Stranger(string field, Id<Person>? person, Customer customer) =>
        person is { } id && !customer.People.ContainsKey(id)
            ? new FieldMistake(field, $"is {id}, whom nobody has recorded at {customer.Details!.Name}")
            : null;
}

/// <summary>Let the campaign leave a stage when its exit gate is open.</summary>
[Command("advance-campaign", "Pass a stage of a campaign when its exit gate is open")]
public sealed record AdvanceCampaign(Id<Campaign> Campaign, string Stage) : CampaignCommand(Campaign)
{
    private const string Last = "B13";

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on)
    {
        var policy = on.Policies.Certification;
        var decision = campaign.Track.Advance(
            Stage,
            "campaign",
            () => on.Gates.Judge(campaign.Track.Find(Stage)!.Code, CampaignFacts.Of(customer, campaign, on.Today, policy)),
            criterion => policy.NeverWaived.Contains(criterion, StringComparer.Ordinal)
                ? null
                : customer.Approvals.Find(criterion, campaign.Process, on.Today));
        return decision is Decision.Recorded { Events: [StagePassed passed] }
            ? Decision.Record(
            [
                passed with { Process = campaign.Process },
                .. passed.Code == Last ? [Renewed(campaign, customer, on)] : Array.Empty<CustomerEvent>(),
            ])
            : decision;
    }

    private static CampaignEnded Renewed(Campaign campaign, Customer customer, Occasion on) => new(
        campaign.Id,
        campaign.Process,
        new CampaignEnd(
            CampaignEnding.Renewed,
            on.Today,
            $"{customer.Certification.ListingOf(campaign.Scope)!.Campaign} renewed the place for {campaign.Scope}"));
}
