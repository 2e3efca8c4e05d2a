using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Teams;

/// <summary>An employee as somebody outside the customer sees them: facts and seats. It travels in the message.</summary>
/// <param name="Seats">Every seat that the employee holds anywhere.</param>
public sealed record Prospect(Employee Employee, ImmutableArray<HeldSeat> Seats)
{
    /// <summary>Full-time equivalents beside one customer.</summary>
    public decimal LoadBeside(Id<Customer> customer, TeamPolicy policy) =>
        Seats.Where(seat => seat.Customer != customer).Sum(seat => seat.Load(policy));
}

/// <param name="Share">Nothing for what the tier asks for.</param>
public sealed record HeldSeat(Id<Customer> Customer, Tier Tier, SeatRole Role, SeatKind Kind, decimal? Share)
{
    public decimal Load(TeamPolicy policy) => policy.Load(Tier, Role, Kind, Share);
}

/// <summary>The pool that looks after the C customers of a region.</summary>
/// <param name="Capacity">Full-time equivalents that its people have left beside other tiers.</param>
/// <param name="Customers">How many C customers it has.</param>
/// <param name="Members">Who is in it.</param>
public sealed record Pool(decimal Capacity, int Customers, ImmutableSortedSet<Id<Employee>> Members)
{
    public static Pool None { get; } = new(0, 0, []);
}
