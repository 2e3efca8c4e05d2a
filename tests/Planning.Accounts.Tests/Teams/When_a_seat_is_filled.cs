using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Teams;

public sealed class When_a_seat_is_filled
{
    [Fact]
    public void its_holder_answers_for_it() =>
        Assert.Equal(Helvia.Anna, Team.Empty.With(Seat(SeatKind.Primary, Helvia.Anna)).Holder(SeatRole.AR));

    [Fact]
    public void its_holder_goes_before_who_acts_for_it() => Assert.Equal(
        Helvia.Anna,
        Team.Empty.With(Seat(SeatKind.Acting, Helvia.Bruno)).With(Seat(SeatKind.Primary, Helvia.Anna)).Holder(SeatRole.AR));

    [Fact]
    public void who_acts_for_it_answers_while_nobody_ever_held_it() =>
        Assert.Equal(Helvia.Bruno, Team.Empty.With(Seat(SeatKind.Acting, Helvia.Bruno)).Holder(SeatRole.AR));

    [Fact]
    public void who_acts_for_it_answers_while_it_is_vacant() => Assert.Equal(
        Helvia.Bruno,
        Team.Empty.With(Seat(SeatKind.Primary, null)).With(Seat(SeatKind.Acting, Helvia.Bruno)).Holder(SeatRole.AR));

    [Fact]
    public void nobody_answers_for_a_vacant_seat_with_only_a_backup() => Assert.Null(
        Team.Empty.With(Seat(SeatKind.Primary, null)).With(Seat(SeatKind.Backup, Helvia.Bruno)).Holder(SeatRole.AR));

    [Fact]
    public void nobody_answers_for_another_role() =>
        Assert.Null(Team.Empty.With(Seat(SeatKind.Primary, Helvia.Anna)).Holder(SeatRole.SR));

    [Fact]
    public void a_new_holder_replaces_the_old_one()
    {
        var team = Team.Empty.With(Seat(SeatKind.Primary, Helvia.Anna)).With(Seat(SeatKind.Primary, Helvia.Bruno));

        Assert.Equal(Helvia.Bruno, Assert.Single(team.Seats).Employee);
        Assert.True(team.Includes(Helvia.Bruno));
        Assert.False(team.Includes(Helvia.Anna));
    }

    [Fact]
    public void the_order_of_assignments_makes_no_other_team()
    {
        var solution = new SeatAssignment(SeatRole.SR, SeatKind.Primary, Helvia.Bruno, Day("2026-05-01"));

        Assert.Equal(
            Team.Empty.With(Helvia.AccountSeat).With(solution), Team.Empty.With(solution).With(Helvia.AccountSeat));
        Assert.NotEqual(Team.Empty.With(Helvia.AccountSeat), Team.Empty.With(solution));
    }

    private static SeatAssignment Seat(SeatKind kind, Id<Employee>? employee) =>
        new(SeatRole.AR, kind, employee, Day("2026-05-01"));
}
