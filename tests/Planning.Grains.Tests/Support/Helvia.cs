using Planning.Accounts.Approvals;
using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Plans;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Grains.Turns;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Support;

/// <summary>Helvia Telekom, an S customer in Switzerland, and what can be asked of it.</summary>
internal static class Helvia
{
    public static readonly Id<Customer> Id = Key<Customer>("helvia");

    public static VendorFigures Vendor(string quarter) => new(Q(quarter), new Money(1180, "EUR"), 0.19m, 560);

    /// <summary>An S customer with a mapped unit and somebody in the account seat, its group root not confirmed yet.</summary>
    public static CustomerRecord Record(string id = "helvia", Tier tier = Tier.S, string country = "CH") => new(new Registration(
        new CustomerDetails($"{id} Telekom", country, "telecom", "CEE", Lifecycle.Active, false, false, Key<Customer>(id), false),
        tier, Lane.Standard, Posture.Invest, Q("2022-Q3"), Q("2022-Q3")))
    {
        Units = [new CustomerUnit("Networks", UnitFunction.Engineering, 3, 90)],
        Seats =
        [
            new SeatAssignment(SeatRole.AR, SeatKind.Primary, Key<Employee>("anna"), Day("2026-02-01")),
            new SeatAssignment(SeatRole.AR, SeatKind.Backup, Key<Employee>("backup-0"), Day("2026-02-01")),
            new SeatAssignment(SeatRole.SR, SeatKind.Primary, Key<Employee>("sven"), Day("2026-02-01")),
            new SeatAssignment(SeatRole.FR, SeatKind.Primary, Key<Employee>("fritz"), Day("2026-02-01")),
        ],
    };

    public static Request Known { get; } = new Request.TakeOver(Record());

    public static Request Confirmed { get; } = new Request.ConfirmGroupRoot();

    public static Request Opened { get; } = new Request.OpenPlan();

    public static Request Reviewed(string quarter) => new Request.ReviewTier(Q(quarter), Vendor(quarter));

    public static Request Advanced(string stage) => new Request.AdvancePlan(stage);

    /// <summary>Another employee takes the backup seat: something new each time.</summary>
    public static Request Seated(int number) => new Request.TakeOver(new CustomerRecord(null)
    {
        Seats = [new SeatAssignment(SeatRole.AR, SeatKind.Backup, Key<Employee>($"backup-{number}"), Day("2026-01-01"))],
    });

    /// <summary>What the plan of Helvia says.</summary>
    public static SoundPlan Plan { get; } =
        new("anna", "bruno", "CEE", [("Networks", "reto-ammann"), ("Procurement", "selina-bruegger")]);

    /// <summary>A whole plan, from the first contact to its last stage. Versions of the workflow with fewer stages were told less.</summary>
    public static IReadOnlyList<Request> Story { get; } =
    [
        Known,
        Reviewed("2026-Q3"),
        Advanced("A0"),
        Confirmed,
        Advanced("A0"),
        .. Enum.GetValues<ProfileTopic>().Select(topic => new Request.SubmitArtefact(new Artefact.Profile(new ProfileSection(
            topic,
            "The franc is strong – für alle 瑞士.",
            Day("2026-09-01"),
            [
                new InsightSource(SourceClass.AnnualReport, "Annual report 2025", true),
                new InsightSource(SourceClass.Analyst, "Core networks in Europe", true),
                new InsightSource(SourceClass.Meeting, "Talk with R. Ammann", false),
            ])))),
        new Request.SubmitArtefact(new Artefact.Vendors([new VendorShare("Lanternfish", 0.95m, "Core", null)])),
        Advanced("A1"),
        Matched("anna", 80),
        Matched("bruno", 70),
        Advanced("A2"),
        new Request.TakeOver(Enlarged),
        new Request.Do(Plan.Ambition),
        Advanced("A3"),
        .. Plan.Objectives.Select(command => new Request.Do(command)),
        .. Plan.Relationship.Select(command => new Request.Do(command)),
        .. Signed("A4", "A5"),
        Advanced("A5"),
        Advanced("A4"),
        .. Plan.Resources.Select(command => new Request.Do(command)),
        .. Signed("A6"),
        Advanced("A6"),
        new Request.Do(Plan.Validation(Day("2026-10-01"))),
        Advanced("A7"),
        .. Looked,
        Advanced("A8"),
        Agreed("REGION_HEAD", false),
        Advanced("A8"),
        .. Approved,
        new Request.Do(new OpenAmendment("Their CTO has left")),
        new Request.Do(new WriteYear(Plan.Year(2028) with { Satisfaction = 90 })),
        .. Signed("A4", "A6"),
        .. Looked,
        Advanced("A10"),
        .. Approved,
        new Request.TimerDue(CustomerTimer.PlanDue),
    ];

    /// <summary>SR and FR put their names to what stages are about.</summary>
    public static IReadOnlyList<Request> Signed(params IReadOnlyList<string> stages) =>
    [
        .. from stage in stages
           from seat in new[] { SeatRole.SR, SeatRole.FR }
           select new Request.Do(new CoSign(stage, seat)),
    ];

    /// <summary>Finance, delivery and the red team have looked at the plan.</summary>
    public static IReadOnlyList<Request> Looked =>
    [
        new Request.Do(new GiveOpinion(OpinionFunction.Finance, true, "The margin holds")),
        new Request.Do(new GiveOpinion(OpinionFunction.Delivery, true, "We can deliver it")),
        new Request.Do(new GiveOpinion(OpinionFunction.RedTeam, false, "What if they merge?")),
    ];

    public static IReadOnlyList<Request> Approved => [Agreed("REGION_HEAD"), Agreed("STRATEGIC_CUSTOMER_BOARD")];

    public static Request Agreed(string role, bool granted = true) => new Request.Do(new DecideApproval(
        "plan:helvia-plan-2", role, granted, granted ? null : "Too much at once"));

    /// <summary>Who asks for what: the account team, unless it must be somebody else.</summary>
    public static string Asks(Request request) => request switch
    {
        Request.Do { Command: GiveOpinion opinion } => $"e-{opinion.Function}",
        Request.Do { Command: CoSign signed } => signed.Seat is SeatRole.SR ? "bruno" : "chiara",
        Request.Do { Command: DecideApproval decided } => $"e-{decided.Role}",
        _ => "anna",
    };

    // More people of theirs and ours.
    private static CustomerRecord Enlarged => new(null)
    {
        Units = [new CustomerUnit("Procurement", UnitFunction.Procurement, 2, 12)],
        People =
        [
            Somebody("reto-ammann", "Networks", 5), Somebody("selina-bruegger", "Procurement", 4),
        ],
        Seats =
        [
            new SeatAssignment(SeatRole.SR, SeatKind.Primary, Key<Employee>("bruno"), Day("2024-02-01")),
            new SeatAssignment(SeatRole.FR, SeatKind.Primary, Key<Employee>("chiara"), Day("2025-02-01")),
        ],
    };

    private static Person Somebody(string id, string unit, int influence) => new(
        Key<Person>(id), id, "Head", unit, ProcessRole.Decide, influence, influence, Stance.Supports, 3, 4, Key<Employee>("anna"));

    private static Request.SubmitArtefact Matched(string assessor, decimal score) => new(new Artefact.Match(new MatchAssessment(
        Key<Employee>(assessor),
        Day("2026-10-01"),
        5,
        new MatchFactors(score, score, score, score, score),
        ["capex plan", "supplier list", "road map", "partner policy", "audit"])));
}
