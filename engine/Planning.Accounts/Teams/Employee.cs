using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Teams;

/// <summary>One of our own front-line people.</summary>
/// <param name="Level">1 to 5.</param>
/// <param name="Languages">The native one first.</param>
/// <param name="Capacity">Full-time equivalents, above 0 to 1.</param>
/// <param name="ConflictCities">Coded cities only, never the family reason (INV-27).</param>
public sealed record Employee(
    Id<Employee> Id,
    string Name,
    string Region,
    string Unit,
    string JobRole,
    int Level,
    ImmutableArray<string> Languages,
    ImmutableArray<string> Industries,
    decimal Capacity,
    ImmutableArray<string> ConflictCities)
{
    /// <summary>Seats that the job role alone does not open.</summary>
    public ImmutableArray<SeatRole> Licences { get; init; } = [];

    /// <summary>Product domains.</summary>
    public ImmutableArray<string> Domains { get; init; } = [];

    /// <summary>Security clearances, by name.</summary>
    public ImmutableArray<string> Clearances { get; init; } = [];

    /// <summary>Who agrees to a new seat for this person; nothing when nobody has named one.</summary>
    public Id<Employee>? Manager { get; init; }
}
