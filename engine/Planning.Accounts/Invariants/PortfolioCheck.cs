using Planning.Accounts.Customers;
using Planning.Accounts.Policies;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Invariants;

/// <summary>Looks at what customers and employees come to together, and at what the company works by. Pure.</summary>
public static class PortfolioCheck
{
    /// <param name="loads">Part of the capacity that all seats of an employee take.</param>
    public static IEnumerable<Violation> Of(
        IEnumerable<Employee> employees, IEnumerable<(Id<Employee> Employee, decimal Load)> loads, MethodPolicies policies) =>
    [
        .. loads.Where(load => load.Load > 1).Select(load => new Violation(
            "INV-24", null, FormattableString.Invariant($"{load.Employee} is loaded to {load.Load:0.##} of the capacity"))),
        .. from employee in employees
           from city in employee.ConflictCities
           where !CustomerDetails.IsCodedCity(city)
           select new Violation("INV-27", null, $"a conflict city of {employee.Id} is no code"),
        .. policies.Coverage.Attention.Floor > 0
            ? Array.Empty<Violation>()
            : [new Violation("INV-05", null, "the floor of attention is 0")],
        .. policies.Coverage.Mistakes().Where(mistake => mistake.Message.Contains("INV-06", StringComparison.Ordinal))
            .Select(mistake => new Violation("INV-06", null, mistake.Sentence.TrimEnd('.'))),
    ];
}
