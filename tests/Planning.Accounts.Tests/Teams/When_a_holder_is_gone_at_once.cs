using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Staff;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Teams;

public sealed class When_a_holder_is_gone_at_once
{
    private const string Monday = "2026-05-04";

    private static readonly Id<Employee> Anna = Planning.Accounts.Tests.Support.Helvia.Anna;

    private static readonly Customer Lost =
        Asked(Staff.Helvia, Monday, new ReportSuddenLoss(SeatRole.AR, LossReason.Resignation));

    [Fact]
    public void the_backup_acts_from_the_same_moment() => Assert.Equal(Carla, Lost.Team.Holder(SeatRole.AR));

    // Must never happen (C) 2: the trust bearer leaves and nobody else at our side knows the key people.
    [Fact]
    public void access_is_reviewed_the_same_day_and_the_sponsor_calls_the_top_three_within_two_working_days() => Assert.Equal(
        [
            new Waiting("duty", "Review what anna-keller has access to", "ACCOUNT_HEAD", Day("2026-05-04")),
            new Waiting("duty", "Call Key 1, Key 2, Key 3", "SPONSOR", Day("2026-05-06")),
        ],
        Waiting.Of(Lost).Where(waiting => waiting.Kind == "duty"));

    [Fact]
    public void somebody_is_looked_for_at_once() => Assert.Equal(
        (SeatCause.SuddenLoss, null), (Assert.Single(Lost.Team.Processes).Need.Cause, Lost.Team.Processes[0].Need.Before));

    [Fact]
    public void reporting_it_again_changes_nothing() =>
        NothingHappens(Ask(Lost, Monday, new ReportSuddenLoss(SeatRole.AR, LossReason.Resignation)));

    [Fact]
    public void without_a_backup_somebody_is_named_within_a_working_day()
    {
        var lost = Asked(Staff.Helvia, Monday, new ReportSuddenLoss(SeatRole.SR, LossReason.Illness));
        var duty = lost.Team.Duties[0];

        Assert.Equal(("Name somebody to act for the SR seat", Day("2026-05-05")), (duty.What, duty.Due));
        IsRefused(
            Ask(lost, Monday, new FinishTeamDuty(duty.Id, "He will manage")),
            "name-somebody",
            "It is done by naming somebody: Name somebody to act for the SR seat.");

        var named = Asked(lost, Monday, new NameStandIn(SeatRole.SR, null, SeatKind.Acting, new Prospect(Employee("sven", "SR"), [])));
        Assert.Equal("sven", named.Team.Holder(SeatRole.SR)!.Value.Value);
        Assert.DoesNotContain(named.Team.Duties, open => open.Id == duty.Id);
    }

    [Fact]
    public void whoever_stands_in_must_keep_the_hard_rules_too() => IsRefused(
        Ask(Lost, Monday, new NameStandIn(SeatRole.AR, null, SeatKind.Backup, new Prospect(Employee("sven", "SR"), []))),
        "stand-in-refused",
        "sven cannot stand in for the AR seat (ROLE-LICENCE): SR opens no AR seat.");

    [Fact]
    public void a_duty_that_is_late_is_told_once()
    {
        var told = After(Lost, Lost.TimeCame(CustomerTimer.TeamDue, On("2026-05-05")));

        Assert.True(told.Team.Duties[0].LateNoted);
        NothingHappens(told.TimeCame(CustomerTimer.TeamDue, On("2026-05-06")));
        Assert.Empty(Asked(told, "2026-05-06", new FinishTeamDuty(told.Team.Duties[0].Id, "ticket 12"))
            .Team.Duties.Where(duty => duty.Id == told.Team.Duties[0].Id));
    }

    // INV-23: nobody holds a primary seat against an active unwaived conflict.
    [Fact]
    public void a_conflict_that_is_found_takes_the_seat_at_once()
    {
        var suspended = Asked(Staff.Helvia, Monday, new AnswerConflictCheck(Anna, Day("2026-05-01"), Allowed: false), "compliance");

        Assert.Null(suspended.Team.Find(SeatRole.AR, SeatKind.Primary)!.Employee);
        Assert.Equal(Carla, suspended.Team.Holder(SeatRole.AR));
        Assert.Equal(SeatCause.Conflict, Assert.Single(suspended.Team.Processes).Need.Cause);
        IsRefused(
            suspended.TakeOver(new CustomerRecord(null) { Seats = [Planning.Accounts.Tests.Support.Helvia.AccountSeat] }, Day(Monday)),
            "record-flawed",
            "The record of helvia cannot be taken over as it is.",
            "Seats.Employee anna-keller may not hold a seat here: a conflict of interest is not waived (INV-23).");
    }

    [Fact]
    public void a_waiver_gives_the_seat_back_and_its_end_takes_it_again()
    {
        var suspended = Asked(Staff.Helvia, Monday, new AnswerConflictCheck(Anna, Day("2026-05-01"), Allowed: false), "compliance");
        var waived = Waived(suspended, "2026-12-31");

        Assert.Equal((Anna, Day("2023-08-01")), (waived.Team.Holder(SeatRole.AR), waived.Team.Find(SeatRole.AR, SeatKind.Primary)!.Since));
        Assert.Null(waived.Team.Find(SeatRole.AR, SeatKind.Acting));
        Assert.DoesNotContain(
            Events(waived.TimeCame(CustomerTimer.TeamDue, On("2026-12-31"))), happened => happened is SeatSuspended);
        Assert.Equal(Carla, After(waived, waived.TimeCame(CustomerTimer.TeamDue, On("2027-01-01"))).Team.Holder(SeatRole.AR));
    }

    private static Customer Waived(Customer customer, string until)
    {
        var asked = Asked(customer, Monday, new RequestWaiver(
            Key<Waiver>("w-9"), "conflict", CandidateRule.Conflict, "anna-keller", "The bid ends in December",
            "A second person in all commercial meetings", Day(until)), "e-cee-02");
        var first = Asked(asked, Monday, new DecideApproval("waiver:w-9", "REGION_HEAD", Granted: true), "e-cee-01");
        return Asked(first, Monday, new DecideApproval("waiver:w-9", "COMPLIANCE", Granted: true), "compliance");
    }
}
