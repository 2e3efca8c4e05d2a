using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Teams;

/// <summary>What the method asks of a team and this one lacks, whoever brought it about (METHOD §2.2). Pure.</summary>
public static class TeamCheck
{
    /// <returns>A sentence for each violation, with the invariant.</returns>
    public static IEnumerable<string> Violations(Customer customer, TeamPolicy policy, DateOnly today)
    {
        if (customer.Details?.Lifecycle is not Lifecycle.Active)
        {
            yield break;
        }

        var team = customer.Team;
        if (team.Find(SeatRole.AR, SeatKind.Primary)?.Employee is null)
        {
            yield return "Nobody holds the AR seat (INV-07).";
        }

        if (team.Find(SeatRole.AR, SeatKind.Backup)?.Employee is null)
        {
            yield return "The AR seat has no backup (INV-07).";
        }

        foreach (var seat in TeamNeeds.Required(customer, policy).Where(seat => team.Holder(seat.Role, seat.Number) is null))
        {
            yield return $"The {seat} seat is empty and nobody acts for it (INV-08).";
        }

        var triangle = team.Seats.Where(held => held is { Kind: SeatKind.Primary, Employee: not null } && held.Seat.InTriangle).ToList();
        if (customer.Standing.Tier is Tier.S or Tier.A && triangle.DistinctBy(held => held.Employee).Count() < triangle.Count)
        {
            yield return "One person holds more than one of the three seats (INV-08).";
        }

        foreach (var held in team.Seats.Where(held => held is { Kind: SeatKind.Primary, Employee: not null }
            && team.CheckOf(held.Employee.Value) is { Allowed: false }
            && !team.ConflictIsWaived(customer.Approvals, held.Employee.Value, today)))
        {
            yield return $"{held.Employee} holds the {held.Seat} seat against a conflict that is not waived (INV-23).";
        }
    }
}
