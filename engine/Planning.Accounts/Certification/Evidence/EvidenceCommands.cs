using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Certification;

/// <summary>File a piece of evidence for all campaigns at this customer.</summary>
[Command("file-evidence", "File a piece of evidence with its hash, validity and confidentiality")]
public sealed record FileEvidence(Evidence Evidence) : CustomerCommand
{
    /// <summary>What it proves; more can be said later.</summary>
    public ImmutableArray<ProvenCriteria> Proves { get; init; } = [];

    public override IEnumerable<Id<Employee>> Employees => [Evidence.Owner];

    public override IEnumerable<NamedFile> Files =>
        [new(Evidence.Title, Evidence.Hash, Evidence.Confidentiality is Confidentiality.Confidential)];

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
    [
        FieldMistake.Blank("Title", Evidence.Title),
        FieldMistake.Blank("Type", Evidence.Type),
        FieldMistake.Blank("Issuer", Evidence.Issuer),
        Certification.Evidence.BadHash("Hash", Evidence.Hash),
        FieldMistake.NotYet("IssuedOn", Evidence.IssuedOn, on.Today),
        Evidence.ValidTo < Evidence.IssuedOn ? new FieldMistake("ValidTo", "lies before the day it was issued") : null,
        Evidence.Languages is [] ? new FieldMistake("Languages", "is empty; name the languages it is written in") : null,
        Evidence.PersonalDataRemoved
            ? null
            : new FieldMistake("PersonalDataRemoved", "is false; take out the data of single workers before it is filed"),
        Evidence.Confidentiality is Confidentiality.Confidential == Evidence.ConfidentialTo is not null
            ? null
            : new FieldMistake("ConfidentialTo", "is named for confidential evidence and for no other"),
        Evidence.Replaces is { } older && !customer.Certification.Vault.ContainsKey(older)
            ? new FieldMistake("Replaces", $"is {older}, which is not in the vault")
            : null,
        customer.Certification.Vault.TryGetValue(Evidence.Id, out var known) && known.Evidence != Evidence
            ? new FieldMistake("Id", $"is {Evidence.Id}, which is another piece already; what was filed stays as it is")
            : null,
        .. Links.SelectMany(link => link.Mistakes(customer, on)),
    ]);

    public override Decision Decide(Customer customer, Occasion on) => Evidence switch
    {
        { ConfidentialTo: { } owner } when owner != customer.Id => Decision.Refuse(
            "confidential-elsewhere", $"“{Evidence.Title}” is confidential to {owner}; it is never shown for {customer.Id}."),
        _ when customer.Certification.Vault.ContainsKey(Evidence.Id) => Decision.Record(
            [.. Links.Select(link => link.Decide(customer, on)).OfType<Decision.Recorded>().SelectMany(one => one.Events)]),
        _ => Decision.Record(
        [
            new EvidenceFiled(Evidence.Id, Evidence, ExpiryWatch.First(Evidence.ValidTo, on)),
            .. Proves.Select(link => new EvidenceLinked(Evidence.Id, link.Scheme, [.. link.Criteria.Distinct()])),
        ]),
    };

    private IEnumerable<LinkEvidence> Links => Proves.Select(link => new LinkEvidence(Evidence.Id, link.Scheme, link.Criteria));
}

/// <summary>Criteria of a scheme that a piece of evidence proves.</summary>
public sealed record ProvenCriteria(Id<Scheme> Scheme, ImmutableArray<Id<Criterion>> Criteria);

/// <summary>Say which criteria of a scheme a piece of evidence proves.</summary>
[Command("link-evidence", "Say which criteria of a scheme a piece of evidence proves")]
public sealed record LinkEvidence(Id<Evidence> Evidence, Id<Scheme> Scheme, ImmutableArray<Id<Criterion>> Criteria)
    : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
    [
        customer.Certification.Schemes.TryGetValue(Scheme, out var scheme)
            ? null
            : new FieldMistake(nameof(Scheme), $"is {Scheme}, which nobody has registered"),
        .. scheme is null
            ? []
            : from criterion in Criteria
              where scheme.Find(criterion) is null
              select new FieldMistake(nameof(Criteria), $"name {criterion}, which {Scheme} does not ask for"),
        Criteria is [] ? new FieldMistake(nameof(Criteria), "is empty") : null,
    ]);

    public override Decision Decide(Customer customer, Occasion on)
    {
        if (!customer.Certification.Vault.TryGetValue(Evidence, out var filed))
        {
            return Decision.Refuse("evidence-unknown", $"There is no evidence {Evidence} in the vault.");
        }

        ImmutableArray<Id<Criterion>> more =
        [
            .. Criteria.Distinct().Where(criterion => !filed.Proves.Contains(FiledEvidence.Link(Scheme, criterion))),
        ];
        return more is [] ? Decision.Record() : Decision.Record(new EvidenceLinked(Evidence, Scheme, more));
    }
}

/// <summary>Hand the campaign in to the buyer with evidence that is valid today; it is frozen by hash (INV-20).</summary>
/// <param name="Evidence">Which pieces; empty for all that prove something for the campaign and are valid.</param>
[Command("submit-campaign", "Hand a campaign in to the buyer with its evidence, frozen by hash")]
public sealed record SubmitCampaign(Id<Campaign> Campaign, ImmutableArray<Id<Evidence>> Evidence)
    : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
        Evidence.Select(id => customer.Certification.Vault.GetValueOrDefault(id) switch
        {
            null => new FieldMistake(nameof(Evidence), $"name {id}, which is not in the vault"),
            var filed when filed.Evidence.IsValidOn(on.Today) => null,
            _ => new FieldMistake(nameof(Evidence), FormattableString.Invariant(
                $"name {id}, which is not valid on {on.Today:yyyy-MM-dd} (INV-20)")),
        });

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on)
    {
        if (campaign.Submission is not null)
        {
            return Decision.Record();
        }

        if (campaign.Track.Find("B7") is null)
        {
            return Decision.Refuse("not-ready", $"The campaign {Campaign} is not ready to be handed in: it is not in stage B7.");
        }

        var scheme = SchemeOf(campaign, customer);
        var pieces = Evidence is [] ? Proof(scheme, customer, on.Today) : [.. Evidence.Distinct().Order()];
        return pieces is []
            ? Decision.Refuse("no-evidence", $"There is no valid evidence for the campaign {Campaign} in the vault.")
            : Decision.Record(new CampaignSubmitted(Campaign, new Submission(
                on.Today,
                on.Actor,
                decimal.Round(CampaignScore.Of(campaign, scheme, on.Policies.Certification).Total, 2),
                [
                    .. from id in pieces
                       let filed = customer.Certification.Vault[id].Evidence
                       select new SubmittedEvidence(id, filed.Hash, filed.ValidTo),
                ])));
    }

    private static ImmutableArray<Id<Evidence>> Proof(Scheme scheme, Customer customer, DateOnly today) =>
    [
        .. from filed in customer.Certification.Vault
           where filed.Value.ReplacedBy is null && filed.Value.Evidence.IsValidOn(today)
               && filed.Value.ProvesOf(scheme.Id)
           select filed.Key,
    ];
}

[Command("note-submission-accepted", "Note that the buyer accepted the submission as complete")]
public sealed record NoteSubmissionAccepted(Id<Campaign> Campaign, DateOnly On, string Reference)
    : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        FieldMistake.Blank(nameof(Reference), Reference),
        FieldMistake.NotYet(nameof(On), On, on.Today),
    ];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on) => campaign.Submission switch
    {
        null => Decision.Refuse("not-submitted", $"The campaign {Campaign} is not handed in."),
        { AcceptedOn: not null } => Decision.Record(),
        _ => Decision.Record(new SubmissionAccepted(Campaign, On, Reference)),
    };
}
