using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Teams;

/// <summary>One of our own front-line people.</summary>
/// <param name="Level">1 to 5.</param>
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
    ImmutableArray<string> ConflictCities);
