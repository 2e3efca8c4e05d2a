using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Invariants;

/// <summary>Looks at who holds which seat at one customer. Pure.</summary>
public static class TeamCheck
{
    /// <returns>What the method asks of a team and this one lacks, whoever brought it about.</returns>
    public static IEnumerable<Violation> Of(Customer customer, TeamPolicy policy, DateOnly today)
    {
        foreach (var seat in TeamNeeds.Required(customer, policy))
        {
            if (customer.Team.Holder(seat.Role, seat.Number) is null)
            {
                yield return customer.Breaks(
                    seat.Role is SeatRole.AR ? "INV-07" : "INV-08", $"nobody holds the {seat} seat, nor acts for it", AskedFor(customer, seat));
            }
        }

        var account = new Seat(SeatRole.AR);
        if (customer.Details?.Lifecycle is Lifecycle.Active && customer.Team.Find(account, SeatKind.Backup)?.Employee is null)
        {
            yield return customer.Breaks("INV-07", "nobody backs the AR seat", AskedFor(customer, account));
        }

        var holders = Seat.Triangle.Select(role => customer.Team.Holder(role)).OfType<Id<Employee>>().ToList();
        foreach (var twice in holders.GroupBy(holder => holder).Where(of => customer.Standing.Tier >= Tier.A && of.Count() > 1))
        {
            yield return customer.Breaks("INV-08", $"{twice.Key} holds {twice.Count()} seats of the triangle");
        }

        foreach (var held in customer.Team.Seats.Where(held => held is { Kind: SeatKind.Primary, Employee: not null }))
        {
            var employee = held.Employee!.Value;
            if (customer.Team.CheckOf(employee) is { Allowed: false }
                && !customer.Team.ConflictIsWaived(customer.Approvals, employee, today))
            {
                yield return customer.Breaks("INV-23", $"{employee} holds the {held.Seat} seat, which compliance has refused");
            }
        }
    }

    private static string? AskedFor(Customer customer, Seat seat) =>
        customer.Team.ProcessOf(seat) is { } process ? $"the seat is being filled ({process.Id})"
        : customer.Tells($"{seat} seat");
}
