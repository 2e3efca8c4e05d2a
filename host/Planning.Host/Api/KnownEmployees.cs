using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Grains.Store;

namespace Planning.Host.Api;

/// <summary>A request may only name people of ours who exist: an invented assessor must not pass a gate.</summary>
internal static class KnownEmployees
{
    /// <exception cref="BadHttpRequestException">Some are nobody; the message names all of them.</exception>
    public static async Task RequireAsync(
        IPortfolio portfolio, IEnumerable<Id<Employee>?> named, CancellationToken cancellationToken)
    {
        var unknown = new List<string>();
        foreach (var employee in named.OfType<Id<Employee>>().Distinct())
        {
            if (!await portfolio.IsEmployeeAsync(employee, cancellationToken))
            {
                unknown.Add(employee.Value);
            }
        }

        if (unknown is not [])
        {
            throw new BadHttpRequestException(
                $"Nobody of ours has the id {string.Join(" or ", unknown)}; import employees.csv with them first.");
        }
    }
}
