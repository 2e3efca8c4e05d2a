using Planning.Accounts.Customers;

namespace Planning.Accounts.Teams;

/// <summary>Compliance's word on one employee at this customer: allowed or not, and never why (INV-27).</summary>
/// <param name="DeclaredOn">The day of the declaration that compliance has read.</param>
/// <param name="On">The day of the answer.</param>
public sealed record ConflictCheck(Id<Employee> Employee, DateOnly DeclaredOn, bool Allowed, DateOnly On, string By);

/// <summary>Somebody who held a seat here, and left it.</summary>
public sealed record FormerHolder(Id<Employee> Employee, Seat Seat, DateOnly Until);

/// <summary>A seat that was taken from its holder because of a conflict, until that is waived or the seat is given anew.</summary>
/// <param name="Since">Since when the holder had had it.</param>
public sealed record SuspendedSeat(Seat Seat, Id<Employee> Employee, DateOnly Since, DateOnly On);

/// <summary>A time without rotation: a crisis, an acceptance, an audit week, a final bid.</summary>
/// <param name="From">The first day, also when it was prolonged.</param>
/// <param name="Until">Its last day.</param>
public sealed record TeamFreeze(string Reason, DateOnly From, DateOnly Until)
{
    public bool InForceOn(DateOnly day) => From <= day && day <= Until;
}

/// <summary>Something that is to be done about the team by a day.</summary>
/// <param name="Id">Unique at the customer.</param>
/// <param name="Role">Who does it.</param>
public sealed record TeamDuty(string Id, string What, string Role, DateOnly Due)
{
    public bool LateNoted { get; init; }
}

/// <summary>How far somebody has come towards the end of their time in a seat.</summary>
public sealed record RotationNotice(Seat Seat, Id<Employee> Employee, RotationStep Step);

/// <summary>Somebody who will leave a seat.</summary>
/// <param name="KnownOn">The day we learnt it.</param>
public sealed record KnownLeaving(Seat Seat, Id<Employee> Employee, DateOnly LastDay, DateOnly KnownOn);

/// <summary>From when to when predecessor and successor work side by side.</summary>
public sealed record HandoverPlan(DateOnly Begins, DateOnly Ends, string By);

/// <summary>What the portfolio knows of one of ours.</summary>
/// <param name="Load">Part of the capacity that all seats take; above 1 breaks INV-24.</param>
/// <param name="PoolCustomers">C customers whose account seat the employee holds.</param>
/// <param name="WeeklyVisits">Distinct C customers met in a week, the mean of four whole weeks; nothing outside a pool.</param>
public sealed record StaffFigures(Id<Employee> Employee, string Name, decimal Load, int PoolCustomers, decimal? WeeklyVisits)
{
    /// <summary>Since when the load is above the warning; nothing while it is not.</summary>
    public DateOnly? HighSince { get; init; }
}
