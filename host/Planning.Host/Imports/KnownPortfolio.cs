using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Host.Imports;

/// <summary>What was taken in before, which the rows of a new file may name.</summary>
/// <remarks>Asked in the middle of a row, on the thread that reads. Of a customer that is known everything is asked once
/// per import; of one that nobody knows, or of an employee who is not in the files, whenever a row names it.</remarks>
internal sealed record KnownPortfolio
{
    /// <summary>Knows nobody: the first import of all.</summary>
    public static KnownPortfolio Nothing { get; } = new();

    /// <summary>ISO 4217; nothing before the first vendor.json.</summary>
    public string? ReportingCurrency { get; init; }

    public Func<Id<Customer>, bool> IsCustomer { get; init; } = static _ => false;

    public Func<Id<Employee>, bool> IsEmployee { get; init; } = static _ => false;

    public Func<Id<Customer>, IEnumerable<string>> UnitsOf { get; init; } = static _ => [];

    public Func<Id<Customer>, IEnumerable<Id<Person>>> PeopleOf { get; init; } = static _ => [];

    public Func<Id<Customer>, Team> TeamOf { get; init; } = static _ => Team.Empty;
}
