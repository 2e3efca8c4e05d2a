using System.Collections.Immutable;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Support;

/// <summary>A campaign for Helvia's short list, and what people ask about it.</summary>
internal static class Campaigns
{
    public const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    public static readonly Scope Core = new("core networks", "CH", "Networks");
    public static readonly Id<Scheme> Scheme = Key<Scheme>("helvia-core");
    public static readonly Id<Campaign> Id = Key<Campaign>("core-2026");
    public static readonly Id<Criterion> Quality = Key<Criterion>("cr3-01");
    public static readonly Id<Criterion> Product = Key<Criterion>("cr4-01");
    public static readonly Id<Employee> Carla = Key<Employee>("carla-roth");

    public static Scheme RuleBook { get; } = new(
        Scheme,
        "Supplier qualification",
        Core,
        "4.1",
        [
            new Criterion(Quality, "Cr3", "A certified quality system", ["certificate"]),
            new Criterion(Product, "Cr4", "References of the product", []),
        ]);

    public static RegisterScheme Registered { get; } = new(RuleBook);

    public static OpenCampaign Opened { get; } = new(Id, "Core networks", Scheme);

    public static string Process { get; } = "helvia.campaign.core-2026";

    public static CharterCampaign Chartered { get; } = new(
        Id,
        Key<Employee>("e-hq-01"),
        "EXECUTIVE_VICE_PRESIDENT",
        Carla,
        [new DomainOwner("Cr3", Helvia.Anna), new DomainOwner("Cr4", Helvia.Bruno)],
        Amount("2.4 M EUR"),
        24,
        Day("2027-06-01"),
        [Day("2026-06-01")]);

    public static Evidence Iso9001 { get; } = new(
        Key<Evidence>("iso-9001"),
        "ISO 9001 certificate",
        "certificate",
        Hash,
        "SGS",
        Day("2025-01-15"),
        Day("2028-01-14"),
        ["en", "de"],
        Confidentiality.Customers,
        null,
        Helvia.Anna,
        PersonalDataRemoved: true);

    public static BuyerDocument Letter { get; } = new("Letter of qualification", Hash, "Helvia Procurement", Day("2026-05-04"));

    public static ListingCondition Continuity { get; } = new(
        Key<ListingCondition>("bcm"), "Show a continuity test", Carla, Day("2026-11-30"));

    public static PlanAudit Mock { get; } = new(
        Id, Key<AuditRound>("mock-1"), RoundKind.Mock, Day("2026-05-04"), Day("2026-05-06"), ["Audit House"]);

    public static PlanAudit OnSite { get; } = Mock with { Id = Key<AuditRound>("site-1"), Kind = RoundKind.OnSite };

    public static NoteFinding Major { get; } = new(
        Id, Key<Finding>("f-1"), Key<AuditRound>("site-1"), FindingClass.Major, "Supplier audits are missing", Day("2026-05-04"));

    /// <summary>Helvia with a scheme and a match that is good enough.</summary>
    public static Customer Known { get; } = Asked(
        After(Helvia.Known, new MetricRecorded(new MetricSnapshot(Metric.Match, Q("2026-Q1"), 82, null, Day("2026-03-31"), "workshop"))),
        "2026-05-04",
        Registered);

    /// <summary>With a campaign in its first stage.</summary>
    public static Customer Targeted { get; } = In(Asked(Known, "2026-05-04", Opened), "B0");

    /// <summary>With a charter, on site, before any finding.</summary>
    public static Customer Audited { get; } = In(
        Asked(Asked(Targeted, "2026-05-04", Chartered), "2026-05-04", OnSite), "B8", "B0", "B1", "B2", "B3", "B4", "B5", "B6", "B7");

    /// <summary>Waiting for the customer's word.</summary>
    public static Customer Pending { get; } = In(Audited, "B10", "B8", "B9");

    public static Campaign Of(Customer customer, string id = "core-2026") => customer.Certification.Campaigns[Key<Campaign>(id)];

    public static ScoreCriterion Marked(Id<Criterion> criterion, decimal score) =>
        new(Id, criterion, score, "Looked at the files", "File 7");

    /// <summary>Both criteria marked by two people.</summary>
    public static Customer Scored(Customer customer, decimal quality, decimal product) => new[] { "anna-keller", "bruno-frei" }.Aggregate(
        customer,
        (now, who) => Asked(
            Asked(now, "2026-05-04", Marked(Quality, quality), who), "2026-05-04", Marked(Product, product), who));

    public static RecordDecision Decided(QualificationValue value, params ListingCondition[] conditions) =>
        new(Id, value, Day("2026-05-04"), Letter, [.. conditions]);

    /// <summary>The customer after its campaign has passed some stages and entered another.</summary>
    public static Customer In(Customer customer, string stage, params string[] passed)
    {
        var campaign = customer.Certification.Campaigns[Id];
        return After(
            customer,
            [
                .. passed.Select(code => new StagePassed(code, code, "certification-gates 2026.1", []) { Process = campaign.Process }),
                new StageEntered(new Stage(stage, stage, "CAMPAIGN_MANAGER", "SPONSOR", Day("2026-05-04"), Day("2026-06-01")))
                {
                    Process = campaign.Process,
                },
            ]);
    }

    /// <summary>The customer after people asked for one thing after the other.</summary>
    public static Customer Story(Customer customer, params (string Day, string Who, CustomerCommand What)[] asked) =>
        asked.Aggregate(customer, (now, one) => Asked(now, one.Day, one.What, one.Who));

    public static CampaignFacts Facts(Customer customer, string day = "2026-05-04") =>
        CampaignFacts.Of(customer, Of(customer), Day(day), CertificationPolicy.Default);

    /// <summary>What is told when the time has come.</summary>
    public static IReadOnlyList<CustomerEvent> Told(Customer customer, string day) =>
        Events(customer.TimeCame(CustomerTimer.CertificationDue, On(day)));

    public static ImmutableArray<Id<Criterion>> All { get; } = [Quality, Product];
}
