using Planning.Accounts.Customers;
using Planning.Accounts.Invariants;
using Planning.Accounts.Policies;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Staff;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Teams;

/// <summary>At Helvia Anna has had the AR seat since 1 August 2023, Dora SR since September 2024, Emil FR since May 2025.</summary>
public sealed class When_time_goes_by_in_a_team
{
    private static readonly Customer Noticed = Passed(Staff.Helvia, "2026-05-04");

    [Fact]
    public void after_30_months_a_successor_is_looked_for()
    {
        Assert.Equal("2026-02-01", Due(Staff.Helvia));
        Assert.Equal(RotationStep.Notice, Assert.Single(Noticed.Team.Notices).Step);
        Assert.Equal(SeatCause.Rotation, Assert.Single(Noticed.Team.Processes).Need.Cause);
    }

    [Fact]
    public void after_36_it_is_due_and_after_48_nobody_stays_longer()
    {
        Assert.Equal("2026-08-01", Due(Noticed));
        var due = Passed(Noticed, "2026-08-01");
        Assert.Equal(RotationStep.Due, Assert.Single(due.Team.Notices).Step);
        Assert.Equal("2027-08-01", Due(due));
        Assert.Equal(RotationStep.Stop, Passed(due, "2027-08-01").Team.Notices.Single(notice => notice.Seat.Role is SeatRole.AR).Step);
    }

    [Fact]
    public void solution_and_fulfilment_have_42_48_and_60_months() => Assert.Equal(
        ["2028-03-02", "2028-09-02", "2029-09-02"],
        Enum.GetValues<RotationStep>().Select(step => Text(RotationClock.DayOf(
            Staff.Helvia.Team.Find(SeatRole.SR, SeatKind.Primary)!, step, TeamPolicy.Default))));

    // Must never happen (C) 1: a seat without owner over a weekend unseen; S/A customer with only AR. INV-08.
    [Fact]
    public void an_empty_seat_is_seen_on_its_first_day()
    {
        var vacant = After(Noticed, new SeatAssigned(Held(SeatRole.SR, SeatKind.Primary, null, "2026-05-08")));
        var seen = Passed(vacant, "2026-05-08");

        Assert.Equal("2026-05-08", Due(vacant));
        Assert.Equal(SeatCause.Vacancy, seen.Team.ProcessOf(new Seat(SeatRole.SR))!.Need.Cause);
        Assert.Contains(seen.Team.Duties, duty => duty.What == "Name somebody to act for the SR seat");
    }

    [Fact]
    public void a_customer_that_has_only_an_account_responsible_is_seen_too()
    {
        var alone = Passed(Planning.Accounts.Tests.Support.Helvia.Known, "2026-05-04");

        Assert.Equal(["AR", "SR", "FR"], alone.Team.Processes.Select(process => process.Seat.ToString()).Order(new ByRole()));
        Assert.Contains(
            TeamCheck.Of(Planning.Accounts.Tests.Support.Helvia.Known, TeamPolicy.Default, Day("2026-05-04")),
            violation => (violation.Invariant, violation.What) == ("INV-08", "nobody holds the SR seat, nor acts for it"));
    }

    // INV-07: one account responsible, and one backup.
    [Fact]
    public void an_account_seat_without_backup_is_a_duty()
    {
        var bare = After(Noticed, new SeatAssigned(Held(SeatRole.AR, SeatKind.Backup, null, "2026-05-04")));

        Assert.Equal("Name a backup for the AR seat", Passed(bare, "2026-05-04").Team.Duties[0].What);
        Assert.Equal("nobody backs the AR seat", Assert.Single(TeamCheck.Of(bare, TeamPolicy.Default, Day("2026-05-04"))).What);
        Assert.Empty(TeamCheck.Of(Noticed, TeamPolicy.Default, Day("2026-05-04")));
    }

    [Fact]
    public void a_customer_that_buys_nothing_needs_no_team()
    {
        var prospect = After(Staff.Helvia, new DetailsChanged(Staff.Helvia.Details! with { Lifecycle = Lifecycle.Prospect }));
        var empty = After(prospect, new SeatAssigned(Held(SeatRole.SR, SeatKind.Primary, null, "2026-05-08")));

        Assert.DoesNotContain(
            Events(empty.TimeCame(CustomerTimer.TeamDue, On("2026-05-08"))).OfType<SeatNeedRaised>(),
            raised => raised.Need.Cause is SeatCause.Vacancy);
    }

    [Fact]
    public void twenty_key_people_need_a_deputy()
    {
        var many = After(Noticed, Enumerable.Range(1, 20).Select(number => new PersonRecorded(
            Planning.Accounts.Tests.Support.Helvia.Reto with { Id = Key<Planning.Accounts.People.Person>($"many-{number}") })));

        Assert.Equal("deputy 1", Passed(many, "2026-05-04").Team.Processes[^1].Seat.ToString());
    }

    // Must never happen (C) 8: rotation in the middle of a crisis, or an endless freeze.
    [Fact]
    public void nobody_rotates_while_the_team_is_frozen()
    {
        var frozen = Asked(
            HandingOver("2026-05-04"), "2026-05-05", new FreezeTeam("acceptance of the core", Day("2026-06-30")));

        IsRefused(
            Ask(frozen, "2026-06-30", new AdvanceSeat(Process, "C6")),
            "team-frozen",
            "Nobody rotates until 2026-06-30: acceptance of the core.");
        Assert.IsType<Decision.Recorded>(Ask(frozen, "2026-07-01", new AdvanceSeat(Process, "C6")));
        Assert.IsType<Decision.Recorded>(
            Ask(Asked(frozen, "2026-06-01", new ThawTeam()), "2026-06-01", new AdvanceSeat(Process, "C6")));
    }

    [Fact]
    public void an_empty_seat_is_filled_in_a_crisis_too()
    {
        var lost = Asked(
            Asked(Staff.Helvia, "2026-05-04", new FreezeTeam("crisis", Day("2026-06-30"))),
            "2026-05-05",
            new ReportSuddenLoss(SeatRole.AR, LossReason.Illness));
        var looking = InStage(lost, "C1", "2026-05-05", lost.Team.Processes[0].Id);

        Assert.IsType<Decision.Recorded>(Ask(looking, "2026-05-05", new AdvanceSeat(lost.Team.Processes[0].Id, "C1")));
    }

    [Theory]
    [InlineData("2026-11-04", true)]
    [InlineData("2026-11-05", false)]
    public void a_freeze_ends_within_six_months(string until, bool may) =>
        Assert.Equal(may, Ask(Staff.Helvia, "2026-05-04", new FreezeTeam("crisis", Day(until))) is Decision.Recorded);

    [Theory]
    [InlineData("2026-11-20", false)] // two weeks after the last one: still the same
    [InlineData("2027-02-05", true)]
    public void one_freeze_after_the_other_is_no_way_round(string day, bool may)
    {
        var frozen = Asked(Staff.Helvia, "2026-05-04", new FreezeTeam("crisis", Day("2026-11-04")));

        Assert.Equal(may, Ask(frozen, day, new FreezeTeam("final bid", Day(day).AddDays(30))) is Decision.Recorded);
    }

    // Must never happen (C) 3: all three of a triangle rotate together.
    [Fact]
    public void the_gate_sees_who_changed_and_who_stays()
    {
        var rotating = Noticed.Team.Processes[0];
        var both = After(
            Noticed,
            new SeatAssigned(Held(SeatRole.SR, SeatKind.Primary, Key<Employee>("new-1"), "2026-03-01")),
            new SeatAssigned(Held(SeatRole.FR, SeatKind.Primary, Key<Employee>("new-2"), "2026-04-01")));

        Assert.Equal((0, 36), Others(Noticed, rotating));
        Assert.Equal((2, 46), Others(both, rotating));
        Assert.Equal((0, 27), Others(Asked(Noticed, "2026-05-04", new RaiseSeatNeed(SeatRole.FR, SeatCause.Leaving)), rotating));
    }

    private static (int Changed, int Stay) Others(Customer customer, SeatProcess process)
    {
        var facts = SeatFacts.Of(customer, process, On("2026-05-04"));
        return (facts.OthersChanged, facts.OthersStayMonths);
    }

    private static Customer Passed(Customer customer, string day) => After(customer, customer.TimeCame(CustomerTimer.TeamDue, On(day)));

    private static string? Due(Customer customer) => customer.Timers(MethodPolicies.Default)
        .Where(timer => timer.Name == CustomerTimer.TeamDue)
        .Select(timer => Text(DateOnly.FromDateTime(timer.Due.UtcDateTime)))
        .SingleOrDefault();

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private sealed class ByRole : IComparer<string>
    {
        public int Compare(string? x, string? y) => Array.IndexOf(["AR", "SR", "FR"], x).CompareTo(Array.IndexOf(["AR", "SR", "FR"], y));
    }
}
