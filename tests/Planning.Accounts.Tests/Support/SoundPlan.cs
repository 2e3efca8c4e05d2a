using System.Globalization;
using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Tests.Support;

/// <summary>A five-year plan that every gate lets pass, as commands. Other test projects use the same file.</summary>
/// <param name="Lead">Who holds the AR seat.</param>
/// <param name="Second">Somebody else on the team.</param>
/// <param name="Units">The units at the customer that are concerned, each with the person of it that the plan names.</param>
/// <param name="From">The first plan year.</param>
internal sealed record SoundPlan(string Lead, string Second, string Region, IReadOnlyList<(string Unit, string Person)> Units, int From = 2027)
{
    public int To => From + 4;

    private Id<Employee> Ar => Of<Employee>(Lead);

    private Id<Employee> Sr => Of<Employee>(Second);

    public static Money Euro(decimal millions) => new(millions, "EUR");

    /// <summary>A3.</summary>
    public WriteAmbition Ambition => new(new Ambition(
        To, "Our customers praise a network that never sleeps", "Two outages last winter", "Core and operations together")
    {
        Revenue = Euro(200),
        ShareOfWallet = 0.4m,
        Margin = 0.2m,
        Satisfaction = 88,
        Match = 85,
        StickinessNow = 1,
        StickinessTarget = 3,
        PositionNow = ChannelPosition.Fringe,
        PositionTarget = ChannelPosition.MainChannel,
    });

    /// <summary>A4: two objectives of 60 and 40, five years, a cell of whitespace worth one and a half times the growth.</summary>
    public IReadOnlyList<CustomerCommand> Objectives =>
    [
        new WriteObjective(Objective("core", ObjectiveKind.Share, 60, Ar) with { ForCustomer = "One core network for all of you" }),
        new WriteObjective(Objective("praise", ObjectiveKind.Satisfaction, 40, Sr)),
        .. Enumerable.Range(From - 1, 6).Select(year => new WriteYear(Year(year))),
        new WriteAnalysis(new AnalysisItem(Of<AnalysisItem>("floor"), AnalysisType.Floor, "Without the core we still live on services", 4)),
        new WriteWhitespace(new WhitespaceCell(
            Units[0].Unit, "Core", CellStatus.Open, Euro(90), NextAction: "Show the reference site in spring")),
        new WriteAction(new PlannedAction(
            Of<PlannedAction>("site"), "Visit the reference site", Sr, new DateOnly(From, 4, 30), "objective:core")),
    ];

    /// <summary>A5: somebody of every unit, supporters in two of them, four mechanisms.</summary>
    public IReadOnlyList<CustomerCommand> Relationship =>
    [
        .. Units.Select((unit, at) => new WriteKeyPerson(new KeyPerson(
            Of<Person>(unit.Person), 4, at == 0 ? Ar : Sr, "Talk about the road map", new DateOnly(From, 3, 31), Supporter: true))),
        new WriteUnitCoverage(new UnitCoverage(Units[0].Unit, 0.8m, "Monthly technical hour")),
        .. new[] { MechanismType.ExecutiveExchange, MechanismType.StrategyWorkshop, MechanismType.TechnologyWorkshop, MechanismType.JointPlanning }
            .Select((type, at) => new WriteMechanism(new Mechanism(
                Of<Mechanism>($"m-{at + 1}"), type, 2, Ar, new DateOnly(From, 2, 1), Of<Person>(Units[0].Person)))),
        new WriteMessageBrief(new MessageBrief(
            Of<MessageBrief>("supply"), "Supply", "We deliver from two continents", new DateOnly(From, 12, 31), Ar, "everybody")),
    ];

    /// <summary>A6.</summary>
    public IReadOnlyList<CustomerCommand> Resources =>
    [
        new WriteResources(new ResourceNeed([new SeatNeed("AR", 1, 4), new SeatNeed("SR", 1, 4), new SeatNeed("FR", 1, 4)], ["pricing"])),
        new GiveEnvelope(new RegionEnvelope(Region, Euro(12), 10, 4)
        {
            RegionBudget = Euro(60),
            RegionFte = 100,
            GivenBudget = Euro(30),
            GivenFte = 60,
        }),
    ];

    /// <summary>A7.</summary>
    public RecordValidation Validation(DateOnly on) => new(new ValidationMeeting(
        on, [.. Units.Select(unit => Of<Person>(unit.Person))], [Ar], "They want the core first"));

    public Objective Objective(string id, ObjectiveKind kind, int weight, Id<Employee> owner) => new(
        Of<Objective>(id), kind, $"Reach {id}", owner, weight,
        [new Measure("level", "points", 40, [.. Enumerable.Range(From, 5).Select(year => new YearTarget(year, 50 + year - From))])]);

    /// <summary>Revenue from 142 in Y0 to 192, ten more each year.</summary>
    public PlanYear Year(int year) => new(year)
    {
        Revenue = Euro(142 + (10 * (year - From + 1))),
        Margin = 0.19m,
        ShareOfWallet = 0.3m,
        Satisfaction = 86,
        Relationship = 3.5m,
        Match = 82,
        Budget = Euro(2),
        Fte = 8,
    };

    private static Id<TOf> Of<TOf>(string text) => Id<TOf>.Parse(text, CultureInfo.InvariantCulture);
}
