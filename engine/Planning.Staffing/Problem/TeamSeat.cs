using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Staffing.Problem;

/// <summary>A seat of one customer that somebody is to hold (METHOD §3.3).</summary>
/// <param name="Load">Full-time equivalents that the seat takes of its holder.</param>
/// <param name="Profile">What it asks of whoever holds it; the first region is the customer's own.</param>
public sealed record TeamSeat(Id<Customer> Customer, Seat Seat, Tier Tier, decimal Load, SeatProfile Profile)
{
    /// <summary>What a backup gives to it; nothing where it needs none.</summary>
    public decimal? BackupLoad { get; init; }

    /// <summary>Coded cities in which nobody of ours may have a conflict; none where they may not be asked for.</summary>
    public ImmutableArray<string> Cities { get; init; } = [];

    /// <summary>Customers whose SR and FR seats the same person may not hold beside this one.</summary>
    public ImmutableArray<Id<Customer>> Rivals { get; init; } = [];

    /// <summary>Who holds it today; nobody for an empty seat.</summary>
    public Id<Employee>? Holder { get; init; }

    public Id<Employee>? Backup { get; init; }

    /// <summary>How long the holder has had it, in months.</summary>
    public int TenureMonths { get; init; }

    /// <summary>It stays with its holder whatever happens, as people have decided.</summary>
    public bool Locked { get; init; }

    /// <summary>Another seat of the triangle has changed within the half-year, so this one may not.</summary>
    public bool TriangleChanged { get; init; }

    /// <summary>Whom compliance has refused here.</summary>
    public ImmutableHashSet<Id<Employee>> Refused { get; init; } = [];

    /// <summary>Who left the customer so lately that nobody sends them back.</summary>
    public ImmutableHashSet<Id<Employee>> CoolingOff { get; init; } = [];

    /// <summary>Hard rules that are waived for one employee here; see <see cref="CandidateRule"/>.</summary>
    public ImmutableHashSet<(Id<Employee> Employee, string Rule)> Waived { get; init; } = [];

    /// <summary>The levels of all people at the customer whom an employee looks after today.</summary>
    public ImmutableDictionary<Id<Employee>, int> Ties { get; init; } = ImmutableDictionary<Id<Employee>, int>.Empty;

    /// <summary>As people call it, within the portfolio.</summary>
    public string Name => $"{Customer} {Seat}";
}

/// <summary>One of ours who may be seated.</summary>
/// <param name="Elsewhere">Full-time equivalents of seats that are not part of the problem.</param>
public sealed record Staffer(Employee Employee, decimal Elsewhere = 0)
{
    /// <summary>Seats that are not part of the problem: nobody has two S seats, or serves two rivals.</summary>
    public ImmutableArray<HeldSeat> Seats { get; init; } = [];
}

/// <summary>The people who look after the C customers of a region: they are not sent away below the floor.</summary>
/// <param name="Customers">How many C customers they have.</param>
/// <param name="Members">Who is in it.</param>
public sealed record StaffingPool(string Region, int Customers, ImmutableSortedSet<Id<Employee>> Members);
