using System.Collections.Immutable;
using Planning.Accounts.Calendars;
using Planning.Accounts.Coverage;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Customers;

/// <summary>What somebody outside knows of one customer and wants taken over: an import, or one API call.</summary>
/// <param name="Registration">Who it is; needed the first time.</param>
public sealed record CustomerRecord(Registration? Registration)
{
    public ImmutableArray<CustomerUnit> Units { get; init; } = [];

    public ImmutableArray<Person> People { get; init; } = [];

    public ImmutableArray<SeatAssignment> Seats { get; init; } = [];

    public ImmutableArray<MetricSnapshot> Metrics { get; init; } = [];

    public ImmutableArray<Interaction> Interactions { get; init; } = [];
}

/// <summary>A customer's details and the standing it has when it becomes known to us.</summary>
/// <remarks>The standing counts only for a customer that is new; afterwards tiers move by rules and decisions (INV-02).</remarks>
public sealed record Registration(
    CustomerDetails Details, Tier Tier, Lane Lane, Posture Posture, Quarter TierSince, Quarter PostureSince);
