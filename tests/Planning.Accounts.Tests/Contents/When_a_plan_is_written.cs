using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Drafts;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Contents;

public sealed class When_a_plan_is_written
{
    private static Objective Core => ((WriteObjective)Sound.Objectives[0]).Objective;

    [Fact]
    public void it_says_what_was_written()
    {
        Assert.Equal(["objective core", "objective praise"], Whole.Plan!.Draft.Of<Objective>().Select(objective => objective.Title));
        Assert.Equal(6, Whole.Plan.Draft.Of<PlanYear>().Count());
        Assert.Equal(4, Whole.Plan.Draft.Of<Mechanism>().Count());
        Assert.Equal(192, Whole.Plan.Draft.Year(2031)!.Revenue!.Value.Millions);
    }

    [Fact]
    public void the_same_again_changes_nothing() =>
        Assert.All(Commands, command => NothingHappens(Ask(Whole, "2026-05-05", command)));

    [Fact]
    public void an_entry_is_written_anew_in_its_place()
    {
        var anew = Asked(Whole, "2026-05-05", new WriteObjective(Core with { Weight = 70 }));
        Assert.Equal([70, 40], anew.Plan!.Draft.Of<Objective>().Select(objective => objective.Weight));
    }

    [Fact]
    public void an_entry_can_be_struck()
    {
        var struck = Asked(Whole, "2026-05-05", new StrikeEntry("objective:core"));
        Assert.Equal(["objective praise"], struck.Plan!.Draft.Of<Objective>().Select(objective => objective.Title));
        IsRefused(
            Ask(struck, "2026-05-05", new StrikeEntry("objective:core")), "entry-unknown", "The plan has no entry objective:core.");
    }

    [Fact]
    public void without_a_plan_nothing_can_be_written() => IsRefused(
        Ask(Helvia.Known, "2026-05-05", Sound.Ambition), "no-plan", "Helvia Telekom has no plan in a stage.");

    // INV-16
    [Fact]
    public void an_objective_belongs_to_somebody_on_the_team() => Flawed(
        new WriteObjective(Core with { Owner = Key<Employee>("dario-weiss"), Weight = 0 }),
        "Weight is 0; it must be from 1 to 100.",
        "Owner is dario-weiss, who is not on the team of the customer (INV-16).");

    // METHOD §3.1, must never 5
    [Fact]
    public void a_customer_that_is_harvested_gets_no_growth_objective()
    {
        var harvested = After(Empty, new PostureChanged(Posture.Invest, Posture.Harvest, Q("2026-Q2"), "T-10", "match 41 < 50"));
        IsRefused(
            Ask(harvested, "2026-05-05", new WriteObjective(Core)),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Kind is a growth objective; a customer of posture HARVEST has none.");
        Asked(harvested, "2026-05-05", new WriteObjective(Core with { Kind = ObjectiveKind.Relationship }));
    }

    [Fact]
    public void a_measure_has_targets_for_plan_years_only_and_once_each() => Flawed(
        new WriteObjective(Core with
        {
            Measures = [Core.Measures[0] with { Targets = [new YearTarget(2026, 1), new YearTarget(2027, 1), new YearTarget(2027, 2)] }],
        }),
        "Measures[0].Targets names 2027 2 times.",
        "Measures[0].Targets names 2026, which is no plan year.");

    [Fact]
    public void a_list_with_an_empty_place_is_a_mistake_and_no_accident() => Flawed(
        new WriteObjective(Core with { Measures = [null!] }), "Measures has an empty place.");

    [Fact]
    public void the_ambition_is_of_the_last_plan_year() => Flawed(
        new WriteAmbition(Sound.Ambition.Ambition with { Year = 2030, Satisfaction = 101 }),
        "Year is 2030; the plan's last year is 2031.",
        "Satisfaction is 101; it must be from 0 to 100.");

    [Fact]
    public void a_year_outside_the_plan_or_in_another_currency_is_refused()
    {
        Flawed(new WriteYear(Sound.Year(2025)), "Year is 2025; the plan has 2026 (Y0) to 2031.");
        IsRefused(
            Ask(Whole, "2026-05-05", new WriteYear(Sound.Year(2027) with { Revenue = Amount("150 M CHF"), Budget = null })),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Revenue is in CHF; the plan is in EUR.");
    }

    [Fact]
    public void people_and_units_must_be_known_at_the_customer()
    {
        Flawed(
            new WriteKeyPerson(new KeyPerson(Key<Person>("nobody"), 4, Helvia.Anna, "Call", Day("2027-03-01"))),
            "Person is nobody, who is nobody known at the customer.");
        Flawed(new WriteUnitCoverage(new UnitCoverage("Moon base", 0.5m)), "Unit is “Moon base”, which is no unit of the customer.");
    }

    // INV-15
    [Fact]
    public void a_region_gives_no_more_than_it_has_left()
    {
        var envelope = Sound.Resources.OfType<GiveEnvelope>().Single().Envelope;
        Flawed(
            new GiveEnvelope(envelope with { Budget = SoundPlan.Euro(31), Fte = 41 }),
            "Budget is 31 M EUR; of 60 M EUR the region has given 30 M EUR to other plans (INV-15).",
            "Fte is 41; of 100 FTE the region has given 60 to other plans (INV-15).");
        Asked(Empty, "2026-05-05", new GiveEnvelope(envelope with { Budget = SoundPlan.Euro(30), Fte = 40 }));
        Flawed(new GiveEnvelope(envelope with { Region = "Asia" }), "Region is Asia; the customer belongs to Europe.");
    }

    [Fact]
    public void people_that_the_region_lacks_may_be_hired_once_somebody_else_agreed()
    {
        var asked = Asked(Whole, "2026-05-05", new RequestHiring(1.5m, "Nobody speaks Romansh"));
        NothingHappens(Ask(asked, "2026-05-06", new RequestHiring(1.5m, "Nobody speaks Romansh")));
        Assert.False(Facts(asked).HiringApproved);
        IsRefused(
            Ask(asked, "2026-05-06", new Planning.Accounts.Approvals.DecideApproval("plan-hiring:plan-1", "REGION_HEAD", true)),
            "author-approves",
            "anna-keller asked for it, so somebody else decides: hire 1.5 FTE for the plan: Nobody speaks Romansh (INV-17).");
        Assert.True(Facts(Asked(
            asked, "2026-05-06", new Planning.Accounts.Approvals.DecideApproval("plan-hiring:plan-1", "REGION_HEAD", true), "e-cee-01")).HiringApproved);
    }

    private static void Flawed(CustomerCommand command, params string[] mistakes) => IsRefused(
        Ask(Empty, "2026-05-05", command), "command-flawed", "It cannot be done as it is asked.", mistakes);
}
