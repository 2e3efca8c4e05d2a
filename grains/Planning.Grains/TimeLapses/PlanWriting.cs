using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Plans;
using Planning.Accounts.Teams;

namespace Planning.Grains.TimeLapses;

/// <summary>What a team writes into its plan, as commands: as much as the gates ask for. From version to version it aims a little
/// higher.</summary>
internal sealed class PlanWriting(Customer customer, AccountPlan plan, DateOnly today, Id<Employee> lead, Id<Employee> second)
{
    private readonly int _step = plan.LastNumber % 5;

    private IEnumerable<CustomerUnit> Units => customer.Units.Values.Where(unit => unit.Relevance > 0);

    private decimal Revenue => Math.Max(1, Math.Round(customer.Metrics.Periods.OrderDescending()
        .Select(period => customer.Metrics.Value(Metric.RevenueTtm, period)).FirstOrDefault(value => value is not null) ?? 1, 1));

    public IEnumerable<CustomerCommand> Ambition =>
    [
        new WriteAmbition(new Ambition(plan.HorizonTo, "Their network never sleeps", "Two outages last winter", "One team for core and operations")
        {
            Revenue = Euro(Revenue * 1.1m),
            ShareOfWallet = 0.4m,
            Margin = 0.2m,
            Satisfaction = 85 + _step,
            Match = 80,
            StickinessNow = 1,
            StickinessTarget = 2,
            PositionNow = ChannelPosition.Fringe,
            PositionTarget = ChannelPosition.MainChannel,
        }),
    ];

    public IEnumerable<CustomerCommand> Objectives =>
    [
        .. ThreeObjectives,
        .. plan.Years.All.Select(year => new WriteYear(Year(year))),
        new WriteAnalysis(new AnalysisItem(Of<AnalysisItem>("floor"), AnalysisType.Floor, "Without the core we still live on services", 4)),
        .. Units.Take(1).Select(unit => new WriteWhitespace(new WhitespaceCell(
            unit.Name, "Core", CellStatus.Open, Euro(Revenue), NextAction: "Show the reference site"))),
    ];

    public IEnumerable<CustomerCommand> Relationship =>
    [
        .. Units.Select(unit => new WriteUnitCoverage(new UnitCoverage(unit.Name, 0.8m, "Monthly technical hour"))),
        .. KeyPeople,
        .. new[] { MechanismType.ExecutiveExchange, MechanismType.StrategyWorkshop, MechanismType.TechnologyWorkshop, MechanismType.JointPlanning }
            .Select((type, at) => new WriteMechanism(new Mechanism(
                Of<Mechanism>($"m-{at + 1}"), type, 2, lead, new DateOnly(plan.HorizonFrom, 2, 1), Somebody.First().Id))),
        new WriteMessageBrief(new MessageBrief(
            Of<MessageBrief>("supply"), "Supply", "We deliver from two continents", new DateOnly(plan.HorizonTo, 12, 31), lead, "everybody")),
    ];

    public IEnumerable<CustomerCommand> Resources =>
    [
        new WriteResources(new ResourceNeed([new SeatNeed("AR", 1, 4), new SeatNeed("SR", 1, 4), new SeatNeed("FR", 1, 4)], [])),
        new GiveEnvelope(new RegionEnvelope(customer.Details!.Region, Euro(12), 10, 4)
        {
            RegionBudget = Euro(6000),
            RegionFte = 10_000,
            GivenBudget = Euro(30),
            GivenFte = 60,
        }),
    ];

    public IEnumerable<CustomerCommand> Validation =>
    [
        new RecordValidation(new ValidationMeeting(today, [.. Somebody.Take(3).Select(person => person.Id)], [lead], "They want the core first")),
    ];

    /// <summary>All that a light plan needs.</summary>
    public IEnumerable<CustomerCommand> OnePage =>
    [
        .. Units.Select(unit => new WriteUnitCoverage(new UnitCoverage(unit.Name, 0.5m))),
        .. KeyPeople.Take(2),
        .. ThreeObjectives,
    ];

    private IEnumerable<CustomerCommand> ThreeObjectives =>
    [
        new WriteObjective(Objective("praise", ObjectiveKind.Satisfaction, 40, lead) with { ForCustomer = "Fewer outages" }),
        new WriteObjective(Objective("margin", ObjectiveKind.Margin, 30, second)),
        new WriteObjective(Objective("ties", ObjectiveKind.Relationship, 30, second)),
    ];

    // Those who weigh most, and somebody of every unit.
    private IEnumerable<CustomerCommand> KeyPeople => Units
        .Select(unit => Somebody.FirstOrDefault(person => person.Unit == unit.Name))
        .OfType<Person>()
        .Select((person, at) => new WriteKeyPerson(new KeyPerson(
            person.Id, 4, at % 2 == 0 ? lead : second, "Talk about the road map", new DateOnly(plan.HorizonFrom, 3, 31), Supporter: true)));

    private IEnumerable<Person> Somebody => customer.People.Values.Where(person => person.LeftOn is null)
        .OrderByDescending(person => Math.Max(person.InfluenceNow, person.InfluenceFuture)).ThenBy(person => person.Id);

    private Objective Objective(string id, ObjectiveKind kind, int weight, Id<Employee> owner) => new(
        Of<Objective>(id), kind, $"Better {id}", owner, weight,
        [new Measure("level", "points", 40, [.. plan.Years.Targeted.Select(year => new YearTarget(year, 50 + _step + year - plan.HorizonFrom))])]);

    private PlanYear Year(int year) => new(year)
    {
        Revenue = Euro(Math.Round(Revenue * (1 + (0.02m * (year - plan.HorizonFrom + 1))), 2)),
        Margin = 0.19m,
        ShareOfWallet = 0.3m,
        Satisfaction = 80 + _step,
        Relationship = 3.5m,
        Match = 75,
        Budget = Euro(2),
        Fte = 8,
    };

    private static Money Euro(decimal millions) => new(millions, "EUR");

    private static Id<TOf> Of<TOf>(string text) => Id<TOf>.Parse(text, null);
}
