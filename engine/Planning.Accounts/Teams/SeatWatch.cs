using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;

namespace Planning.Accounts.Teams;

/// <summary>The seats of the iron triangle and all others that were ever held, and those of ours whom the portfolio tells of.</summary>
internal static class SeatWatch
{
    public static IEnumerable<Watched> Of(Customer customer, EscalationFacts common, Occasion on) =>
    [
        .. Seat.Triangle.Select(role => new Seat(role))
            .Union(customer.Team.Seats.Where(held => held.Kind is SeatKind.Primary).Select(held => held.Seat))
            .Select(seat => Of(customer.Team, seat, common, on)),
        .. customer.Team.Figures.Select(figures => Of(figures, common, on)),
    ];

    private static Watched Of(Team team, Seat seat, EscalationFacts common, Occasion on)
    {
        var held = team.Holder(seat.Role, seat.Number) is not null;
        var primary = team.Find(seat, SeatKind.Primary);
        var process = team.ProcessOf(seat);
        var empty = held ? 0 : primary?.EmptyWorkingDays(on.Calendar, on.Today);
        return new Watched(Watched.Seat, seat.ToString(), $"{seat} seat", common with
        {
            Seat = seat.Role,
            Vacant = !held,
            VacantWorkingDays = empty,
            TenureMonths = primary is { Employee: not null } ? RotationClock.Months(primary.Since, on.Today) : null,
            RotationApproved = process is { TakenOn: null, Proposal.Approved: true },
            Suspended = team.Suspended.Any(suspended => suspended.Seat == seat),
            LeavingUnplannedDays = process?.Plan is null && team.LeavingOf(seat) is { } leaving
                ? on.Calendar.WorkingDaysBetween(leaving.KnownOn, on.Today)
                : 0,
            HandoverDaysLate = process is { IsHandingOver: true }
                ? process.Track.Open.Max(stage => CustomerWatch.Late(stage.Due, on) ?? 0)
                : 0,
            LostUnmannedDays = process is { TakenOn: null, Need.Cause: SeatCause.SuddenLoss or SeatCause.Conflict } ? empty : 0,
        });
    }

    private static Watched Of(StaffFigures figures, EscalationFacts common, Occasion on) => new(
        Watched.Employee,
        figures.Employee.Value,
        figures.Name,
        common with
        {
            LoadShare = (double)figures.Load,
            HighLoadDays = figures.HighSince is { } since ? on.Today.DayNumber - since.DayNumber : 0,
            PoolCustomers = figures.PoolCustomers,
            WeeklyVisits = (double?)figures.WeeklyVisits,
        });
}
