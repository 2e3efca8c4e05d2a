using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Staff;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Teams;

/// <summary>METHOD ESC-06 to ESC-11: what the escalation rules are told of seats and of our people. Anna has Helvia's AR seat.</summary>
public sealed class When_a_team_is_watched
{
    private static readonly Customer Leaving = Asked(Staff.Helvia, "2026-05-04", new AnnounceLeaving(SeatRole.AR, Day("2026-07-31")));

    [Fact]
    public void ESC_06_a_holder_who_leaves_needs_a_handover_plan()
    {
        var process = Assert.Single(Leaving.Team.Processes);

        Assert.Equal(SeatCause.Leaving, process.Need.Cause);
        Assert.Equal(2, Ar(Leaving, "2026-05-06").LeavingUnplannedDays);
        Assert.Equal(3, Ar(Leaving, "2026-05-07").LeavingUnplannedDays);
        var planned = Asked(Leaving, "2026-05-07", new PlanHandover(process.Id, Day("2026-06-01"), Day("2026-07-24")));
        Assert.Equal(0, Ar(planned, "2026-05-07").LeavingUnplannedDays);
    }

    [Fact]
    public void saying_it_again_or_for_another_day_starts_no_new_clock()
    {
        NothingHappens(Ask(Leaving, "2026-05-06", new AnnounceLeaving(SeatRole.AR, Day("2026-07-31"))));
        var later = Asked(Leaving, "2026-05-06", new AnnounceLeaving(SeatRole.AR, Day("2026-08-31")));

        Assert.Equal(new KnownLeaving(new Seat(SeatRole.AR), Support.Helvia.Anna, Day("2026-08-31"), Day("2026-05-04")), Assert.Single(later.Team.Leavings));
        Assert.Single(later.Team.Processes);
    }

    [Fact]
    public void what_is_announced_of_a_holder_is_over_with_the_holder() => Assert.Equal(
        0, Ar(Asked(Leaving, "2026-05-05", new ReportSuddenLoss(SeatRole.AR, LossReason.Resignation)), "2026-05-20").LeavingUnplannedDays);

    [Fact]
    public void a_handover_ends_before_the_holder_is_gone()
    {
        IsRefused(
            Ask(Leaving, "2026-05-05", new PlanHandover(Process, Day("2026-07-01"), Day("2026-08-03"))),
            "after-the-last-day",
            "anna-keller leaves the AR seat on 2026-07-31; the handover ends before.");
        IsRefused(
            Ask(Leaving, "2026-05-05", new PlanHandover(Process, Day("2026-07-01"), Day("2026-05-01"))),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Ends is 2026-05-01, which is over.",
            "Begins is 2026-07-01, after the end.");
        IsRefused(
            Ask(Staff.Helvia, "2026-05-05", new AnnounceLeaving(SeatRole.Legal, Day("2026-08-03"))), "seat-empty", "Nobody holds the legal seat.");
        IsRefused(
            Ask(Staff.Helvia, "2026-05-05", new AnnounceLeaving(SeatRole.AR, Day("2026-05-04"))),
            "command-flawed",
            "It cannot be done as it is asked.",
            "LastDay is 2026-05-04, which is over; report the loss itself.");
    }

    // INV-25: the day that was announced ends nothing.
    [Fact]
    public void INV_25_the_last_day_that_was_announced_does_not_empty_the_seat()
    {
        var over = After(Leaving, Leaving.TimeCame(CustomerTimer.TeamDue, On("2026-08-03")));

        Assert.Equal(Support.Helvia.Anna, over.Team.Holder(SeatRole.AR));
    }

    [Fact]
    public void ESC_06_a_handover_that_takes_too_long_is_late()
    {
        var handing = HandingOver("2026-05-04"); // due a month later

        Assert.Equal(0, Ar(handing, "2026-06-03").HandoverDaysLate);
        Assert.Equal(1, Ar(handing, "2026-06-04").HandoverDaysLate);
    }

    [Fact]
    public void ESC_06_a_sudden_loss_without_anybody_acting_counts_days()
    {
        var lost = Asked(Staff.Helvia, "2026-05-04", new ReportSuddenLoss(SeatRole.AR, LossReason.Illness));
        var alone = After(lost, new SeatAssigned(Held(SeatRole.AR, SeatKind.Acting, null, "2026-05-04")));

        Assert.Equal(0, Ar(lost, "2026-05-11").LostUnmannedDays); // the backup acts
        Assert.Equal((1, 2), (Ar(alone, "2026-05-05").LostUnmannedDays, Ar(alone, "2026-05-06").LostUnmannedDays));
    }

    [Fact]
    public void ESC_08_a_seat_is_suspended_until_it_is_given_back_or_anew()
    {
        var suspended = Asked(
            Staff.Helvia, "2026-05-04", new AnswerConflictCheck(Support.Helvia.Anna, Day("2026-05-04"), Allowed: false), "compliance");

        Assert.Equal((false, true), (Ar(Staff.Helvia, "2026-05-04").Suspended, Ar(suspended, "2026-05-04").Suspended));
        Assert.False(Ar(After(suspended, new SeatRestored(new Seat(SeatRole.AR), Support.Helvia.Anna, Day("2023-08-01"))), "2026-05-05").Suspended);
    }

    [Fact]
    public void ESC_09_an_approved_successor_ends_the_clock()
    {
        Assert.Equal((33, false), (Ar(Staff.Helvia, "2026-05-04").TenureMonths, Ar(Staff.Helvia, "2026-05-04").RotationApproved));
        Assert.False(Ar(Choosing("2026-05-04", Free("bruno-frei")), "2026-05-04").RotationApproved);
        Assert.True(Ar(HandingOver("2026-05-04"), "2026-05-04").RotationApproved);
    }

    [Fact]
    public void ESC_10_a_high_load_is_counted_from_the_first_day_that_it_was_told()
    {
        var told = Asked(Staff.Helvia, "2026-05-04", Figures(0.95m));

        NothingHappens(Ask(told, "2026-05-20", Figures(0.95m)));
        Assert.Equal(42, Of(Asked(told, "2026-05-20", Figures(0.99m)), "2026-06-15").HighLoadDays);
        Assert.Equal((0, 0.9), (Of(Asked(told, "2026-05-20", Figures(0.9m)), "2026-06-15").HighLoadDays, Of(Asked(told, "2026-05-20", Figures(0.9m)), "2026-06-15").LoadShare));
        Assert.DoesNotContain(CustomerWatch.Of(Asked(told, "2026-05-20", new TellStaffFigures([])), On("2026-05-20")), thing => thing.Scope == Watched.Employee);
    }

    [Fact]
    public void every_seat_that_was_ever_held_is_watched() => Assert.Contains(
        "seat:deputy 1",
        CustomerWatch.Of(
            After(Staff.Helvia, new SeatAssigned(Held(SeatRole.Deputy, SeatKind.Primary, null, "2026-05-04") with { Number = 1 })), On("2026-05-04"))
            .Select(thing => thing.Id));

    private static TellStaffFigures Figures(decimal load) => new([new StaffFigures(Support.Helvia.Anna, "Anna Keller", load, 0, null)]);

    private static EscalationFacts Ar(Customer customer, string day) => CustomerWatch.Of(customer, On(day)).Single(thing => thing.Id == "seat:AR").Facts;

    private static EscalationFacts Of(Customer customer, string day) =>
        CustomerWatch.Of(customer, On(day)).Single(thing => thing.Scope == Watched.Employee).Facts;
}
