using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Certification;

/// <summary>The numbers of certification that a company sets for itself; the defaults are METHOD §3.2's.</summary>
/// <param name="Domains">The criteria library's domains with weights that add to 100.</param>
/// <param name="Marks">What a scheme's own marks overwrite.</param>
/// <param name="BoardSeats">The seats of ours that may sponsor a campaign.</param>
/// <param name="GoApprovers">Who says go, and who alone ends a campaign of ours.</param>
/// <param name="EvidenceMegabytes">The largest file that is kept as evidence; 1 MB is 1,000,000 bytes.</param>
/// <param name="NeverWaived">Criteria of the stages' gates that no waiver opens (INV-18, INV-19).</param>
public sealed record CertificationPolicy(
    ImmutableArray<Domain> Domains,
    SchemeMarks Marks,
    CampaignTerms Campaigns,
    RenewalMonths Renewal,
    ImmutableArray<string> BoardSeats,
    ImmutableArray<string> GoApprovers,
    int EvidenceMegabytes,
    ImmutableArray<string> NeverWaived)
{
    public static CertificationPolicy Default { get; } = new(
        [
            new("Cr1", "Company strategy and viability", 8, Gate: false),
            new("Cr2", "Finance and credit", 8, Gate: true),
            new("Cr3", "Quality system, ISO 9001 and TL 9000", 10, Gate: true),
            new("Cr4", "Product and solution quality, tests, references", 12, Gate: false),
            new("Cr5", "Development process", 8, Gate: false),
            new("Cr6", "Project management and delivery", 10, Gate: false),
            new("Cr7", "Supply chain and sub-suppliers", 8, Gate: false),
            new("Cr8", "Service and support", 8, Gate: false),
            new("Cr9", "Information and product security, ISO 27001 and NESAS", 10, Gate: true),
            new("Cr10", "Environment, ISO 14001", 4, Gate: false),
            new("Cr11", "Health and safety, ISO 45001", 4, Gate: true),
            new("Cr12", "Labour, human rights and ethics, SA8000 type", 6, Gate: true),
            new("Cr13", "Business continuity", 4, Gate: false),
        ],
        SchemeMarks.Default,
        CampaignTerms.Default,
        new RenewalMonths(Open: 12, SelfAssessed: 9, Submitted: 6, Decided: 3, ["REGION_HEAD", "STRATEGIC_CUSTOMER_BOARD"]),
        ["CHAIR", "CHIEF_EXECUTIVE", "EXECUTIVE_VICE_PRESIDENT", "BOARD_MEMBER"],
        ["STRATEGIC_CUSTOMER_BOARD"],
        EvidenceMegabytes: 25,
        ["B4-GATES", "B6-GATES", "B7-GATES", "B10-DOCUMENT", "B10-LISTED"]);

    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
    [
        Domains.Sum(domain => domain.Weight) is var sum && sum != 100
            ? new FieldMistake(nameof(Domains), FormattableString.Invariant($"adds up to {sum} by weight; it must be 100"))
            : null,
        Domains.DistinctBy(domain => domain.Code, StringComparer.Ordinal).Count() != Domains.Length
            ? new FieldMistake(nameof(Domains), "name a domain twice")
            : null,
        FieldMistake.OutOfRange(nameof(EvidenceMegabytes), EvidenceMegabytes, 1, 200),
        BoardSeats is [] ? new FieldMistake(nameof(BoardSeats), "is empty; name the seats a sponsor may hold") : null,
        GoApprovers is [] ? new FieldMistake(nameof(GoApprovers), "is empty; name who says go") : null,
        Renewal.Open > Renewal.SelfAssessed && Renewal.SelfAssessed > Renewal.Submitted
            && Renewal.Submitted > Renewal.Decided && Renewal.Decided > 0
            ? null
            : new FieldMistake(nameof(Renewal), "must count down: open before self-assessed before submitted before decided"),
        .. Marks.Mistakes(),
        .. Campaigns.Mistakes(),
    ]);

    public Domain? Find(string code) => Domains.FirstOrDefault(domain => domain.Code == code);
}

/// <summary>One of the fields that a buyer examines.</summary>
/// <param name="Weight">Of 100.</param>
/// <param name="Gate">Its criteria must reach the gate mark whatever the total.</param>
public sealed record Domain(string Code, string Title, decimal Weight, bool Gate);

/// <summary>What a scheme judges by.</summary>
/// <param name="Pass">0 to 100.</param>
/// <param name="Conditional">0 to 100, at most <paramref name="Pass"/>.</param>
/// <param name="Gate">0 to 5: what each criterion of a gate reaches.</param>
/// <param name="Margin">Points above the pass mark that our own score has before we submit.</param>
/// <param name="ConditionalMajors">How many major findings with an accepted plan leave a conditional pass.</param>
/// <param name="ValidityMonths">How long a qualification lives when the decision names no end.</param>
/// <param name="AppealDays">Calendar days after a decision; 0 where the rule book knows no appeal.</param>
/// <param name="Windows">Calendar days to close a finding of each class.</param>
public sealed record SchemeMarks(
    decimal Pass,
    decimal Conditional,
    decimal Gate,
    decimal Margin,
    int ConditionalMajors,
    int ValidityMonths,
    int AppealDays,
    FindingWindows Windows)
{
    public static SchemeMarks Default { get; } = new(
        Pass: 75,
        Conditional: 65,
        Gate: 3,
        Margin: 5,
        ConditionalMajors: 2,
        ValidityMonths: 36,
        AppealDays: 14,
        new FindingWindows(Observation: 180, Minor: 90, Major: 30, Critical: 10));

    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
        FieldMistake.OutOfRange(nameof(Pass), Pass, 0, 100),
        FieldMistake.OutOfRange(nameof(Conditional), Conditional, 0, Pass),
        FieldMistake.OutOfRange(nameof(Gate), Gate, 0, 5),
        FieldMistake.OutOfRange(nameof(Margin), Margin, 0, 100),
        FieldMistake.OutOfRange(nameof(ConditionalMajors), ConditionalMajors, 0, 100),
        FieldMistake.OutOfRange(nameof(ValidityMonths), ValidityMonths, 1, 120),
        FieldMistake.OutOfRange(nameof(AppealDays), AppealDays, 0, 365),
        Windows.All.Any(days => days is < 0 or > 730)
            ? new FieldMistake(nameof(Windows), "must be from 0 to 730 days each")
            : null);
}

/// <summary>Calendar days to close a finding, by its class (METHOD §3.2 B9).</summary>
public sealed record FindingWindows(int Observation, int Minor, int Major, int Critical)
{
    [JsonIgnore]
    public IEnumerable<int> All => [Observation, Minor, Major, Critical];

    public int Of(FindingClass found) => found switch
    {
        FindingClass.Observation => Observation,
        FindingClass.Minor => Minor,
        FindingClass.Major => Major,
        FindingClass.Critical => Critical,
        _ => throw new System.Diagnostics.UnreachableException($"Unknown class {found}"),
    };
}

[JsonConverter(typeof(WordJsonConverter<FindingClass>))]
public enum FindingClass
{
    [JsonStringEnumMemberName("observation")]
    Observation,
    [JsonStringEnumMemberName("minor")]
    Minor,
    [JsonStringEnumMemberName("major")]
    Major,
    [JsonStringEnumMemberName("critical")]
    Critical,
}

/// <summary>How a campaign is led.</summary>
/// <param name="OwnerWorkingDays">Until a major or critical finding has an owner and a last day (INV-22).</param>
/// <param name="AnswerWorkingDays">Until a question of the buyer is answered.</param>
/// <param name="ReportWorkingDays">Until a mock audit is reported.</param>
/// <param name="EffectDays">Calendar days after a finding was closed until its effect is looked at again.</param>
/// <param name="EvidenceMonths">How long after the planned audit evidence must still be valid.</param>
/// <param name="MinimumMatch">The strategic match that a campaign needs, 0 to 100.</param>
/// <param name="SurveillanceMonths">Months from one surveillance to the next.</param>
public sealed record CampaignTerms(
    int OwnerWorkingDays,
    int AnswerWorkingDays,
    int ReportWorkingDays,
    int EffectDays,
    int EvidenceMonths,
    decimal MinimumMatch,
    int SurveillanceMonths)
{
    public static CampaignTerms Default { get; } = new(
        OwnerWorkingDays: 2,
        AnswerWorkingDays: 3,
        ReportWorkingDays: 10,
        EffectDays: 90,
        EvidenceMonths: 6,
        MinimumMatch: 70,
        SurveillanceMonths: 12);

    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
        FieldMistake.OutOfRange(nameof(OwnerWorkingDays), OwnerWorkingDays, 0, 60),
        FieldMistake.OutOfRange(nameof(AnswerWorkingDays), AnswerWorkingDays, 0, 60),
        FieldMistake.OutOfRange(nameof(ReportWorkingDays), ReportWorkingDays, 0, 60),
        FieldMistake.OutOfRange(nameof(EffectDays), EffectDays, 1, 730),
        FieldMistake.OutOfRange(nameof(EvidenceMonths), EvidenceMonths, 0, 36),
        FieldMistake.OutOfRange(nameof(MinimumMatch), MinimumMatch, 0, 100),
        FieldMistake.OutOfRange(nameof(SurveillanceMonths), SurveillanceMonths, 1, 60));
}

/// <summary>How many months before a qualification ends its renewal has come how far.</summary>
/// <param name="Told">Who is told when it has not.</param>
public sealed record RenewalMonths(int Open, int SelfAssessed, int Submitted, int Decided, ImmutableArray<string> Told);
