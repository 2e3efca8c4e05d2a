using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;

namespace Planning.Accounts.Teams;

/// <summary>The seats of the iron triangle.</summary>
internal static class SeatWatch
{
    public static IEnumerable<Watched> Of(Customer customer, EscalationFacts common, Occasion on) =>
        Seat.Triangle.Select(role => Of(customer.Team, role, common, on));

    private static Watched Of(Team team, SeatRole role, EscalationFacts common, Occasion on)
    {
        var held = team.Holder(role) is not null;
        var primary = team.Find(role, SeatKind.Primary);
        return new Watched(Watched.Seat, role.ToString(), $"{role} seat", common with
        {
            Seat = role,
            Vacant = !held,
            VacantWorkingDays = held ? 0 : primary is null ? null : on.Calendar.WorkingDaysBetween(primary.Since, on.Today),
            TenureMonths = primary is { Employee: not null } ? Months(primary.Since, on.Today) : null,
        });
    }

    private static int Months(DateOnly from, DateOnly to) =>
        ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);
}
