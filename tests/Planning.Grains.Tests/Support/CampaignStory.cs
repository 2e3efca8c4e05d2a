using System.Security.Cryptography;
using System.Text;
using Planning.Accounts.Approvals;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Teams;
using Planning.Grains.Turns;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Support;

/// <summary>Helvia's short list for core networks, from the scheme to the renewal of our place, all on one day.</summary>
internal static class CampaignStory
{
    public const string Process = "helvia.campaign.core";

    /// <summary>What certificate and letter are made of.</summary>
    public static byte[] File { get; } = Encoding.UTF8.GetBytes("ISO 9001");

    public static readonly DateOnly Today = Day("2026-12-07");
    public static readonly Scope Core = new("core networks", "CH", "Networks");
    public static readonly Id<Campaign> Id = Key<Campaign>("core");

    private static readonly Id<Criterion> Quality = Key<Criterion>("cr3-01");
    private static readonly Id<Criterion> Product = Key<Criterion>("cr4-01");
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(File));

    public static (string Actor, Request What)[] Begun { get; } =
    [
        ("anna", Helvia.Known),
        ("anna", new Request.TakeOver(new CustomerRecord(null)
        {
            Metrics = [new MetricSnapshot(Metric.Match, Q("2026-Q3"), 82, null, Day("2026-09-30"), "workshop")],
        })),
        Do("anna", new RegisterScheme(new Scheme(
            Key<Scheme>("core"),
            "Supplier qualification",
            Core,
            "4.1",
            [new Criterion(Quality, "Cr3", "A quality system", []), new Criterion(Product, "Cr4", "References", [])]))),
        Do("anna", new OpenCampaign(Id, "Core networks", Key<Scheme>("core"))),
    ];

    public static (string Actor, Request What)[] ToTheDecision { get; } =
    [
        Advance("B0"),
        Do("anna", new AskCampaignGo(Id, Million(40), "the CTO", "go")),
        Do("e-hq-01", new DecideApproval("campaign-go:core", "STRATEGIC_CUSTOMER_BOARD", Granted: true)),
        Advance("B0"),
        Do("anna", new CharterCampaign(
            Id,
            Key<Employee>("e-hq-01"),
            "CHAIR",
            Key<Employee>("carla"),
            [new DomainOwner("Cr3", Key<Employee>("anna")), new DomainOwner("Cr4", Key<Employee>("bruno"))],
            Million(2),
            24,
            Day("2027-06-01"),
            [])),
        Advance("B1"),
        Do("anna", new NoteRegistration(Id) { ConfirmedOn = Today, Reference = "portal" }),
        Advance("B2"),
        .. Assessed(Id),
        .. FromGapsToTheDecision(Id),
    ];

    public static (string Actor, Request What)[] OnTheList { get; } =
    [
        Do("dora", Decision(Id, Today.AddMonths(12))),
        Advance("B10"),
        Do("bids", new InformBidDesk(Core)),
        Do("bids", new NoteQuotationRequest(Core, Today, "RFQ 88")),
        Do("carla", new NoteLessons(Id, ["Begin with the sub-suppliers"])),
        Advance("B11"),
        Do("anna", new KeepScorecard(Core, Q("2026-Q3"), [new ScoredIndicator("Delivery on time, %", 95, 97, Met: true)])),
        Advance("B12"),
        Do("anna", new RenewListing(Core)),
    ];

    /// <summary>The whole way of a campaign and of the campaign that renews what it brought.</summary>
    public static IReadOnlyList<(string Actor, Request What)> Whole { get; } = WithRenewal([.. Begun, .. ToTheDecision, .. OnTheList]);

    public static (string Actor, Request What) Advance(string stage) => Advance(Id, stage);

    public static (string Actor, Request What) Do(string actor, CustomerCommand command) => (actor, new Request.Do(command));

    public static RecordDecision Decision(Id<Campaign> campaign, DateOnly validTo) => new(
        campaign, QualificationValue.Qualified, Today, new BuyerDocument("Letter", Hash, "Helvia Procurement", Today), [], validTo);

    private static (string Actor, Request What)[] WithRenewal((string Actor, Request What)[] until)
    {
        // The renewal is called after the turn it began in.
        var renewal = Key<Campaign>($"renewal-{until.Length}");
        return
        [
            .. until,
            .. Assessed(renewal),
            .. FromGapsToTheDecision(renewal),
            Do("dora", Decision(renewal, Today.AddMonths(36))),
            Advance(renewal, "B10"),
            Advance("B13"),
        ];
    }

    private static (string Actor, Request What)[] Assessed(Id<Campaign> campaign) =>
    [
        .. from who in new[] { "anna", "bruno" }
           from criterion in new[] { Quality, Product }
           select Do(who, new ScoreCriterion(campaign, criterion, 4.5m, "Looked at the files", "File 7")),
        Advance(campaign, "B3"),
        Do("dora", new CalibrateScores(campaign, [], "as the last audit said")),
        Advance(campaign, "B3"),
    ];

    private static (string Actor, Request What)[] FromGapsToTheDecision(Id<Campaign> campaign) =>
    [
        Do("anna", new FileEvidence(new Evidence(
            Key<Evidence>("iso"), "ISO 9001", "certificate", Hash, "SGS", Day("2026-01-15"), Day("2029-01-14"), ["en"],
            Confidentiality.Customers, null, Key<Employee>("anna"), PersonalDataRemoved: true))),
        Do("anna", new LinkEvidence(Key<Evidence>("iso"), Key<Scheme>("core"), [Quality, Product])),
        Advance(campaign, "B5"),
        Advance(campaign, "B4"),
        Do("anna", new PlanAudit(campaign, Key<AuditRound>("mock"), RoundKind.Mock, Today, Today, ["Audit House"])),
        Do("anna", new ReportAudit(campaign, Key<AuditRound>("mock"), Today, "report 1", 78)),
        Advance(campaign, "B6"),
        Do("anna", new SubmitCampaign(campaign, [])),
        Do("anna", new NoteSubmissionAccepted(campaign, Today, "mail 1")),
        Advance(campaign, "B7"),
        Do("anna", new PlanAudit(campaign, Key<AuditRound>("site"), RoundKind.OnSite, Today, Today, ["Helvia Quality"])),
        Do("anna", new NoteFinding(campaign, Key<Finding>("f-1"), Key<AuditRound>("site"), FindingClass.Major, "No supplier audits", Today)),
        Do("anna", new ReportAudit(campaign, Key<AuditRound>("site"), Today, "report 2")),
        Advance(campaign, "B8"),
        Do("anna", new AssignFinding(campaign, Key<Finding>("f-1"), Key<Employee>("bruno"), Today.AddDays(30))),
        Do("bruno", new PlanCorrection(campaign, Key<Finding>("f-1"), "no new orders", "no plan", "a yearly plan")),
        Do("bruno", new FixFinding(campaign, Key<Finding>("f-1"), "12 audits")),
        Advance(campaign, "B9"),
        Do("dora", new CloseFinding(campaign, Key<Finding>("f-1"), Mended: true, "seen", "letter 4")),
        Advance(campaign, "B9"),
    ];

    private static (string Actor, Request What) Advance(Id<Campaign> campaign, string stage) =>
        Do("carla", new AdvanceCampaign(campaign, stage));

    private static Money Million(decimal amount) => new(amount, "EUR");
}
