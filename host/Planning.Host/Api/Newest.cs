using Planning.Accounts.Customers;
using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;

namespace Planning.Host.Api;

/// <summary>Looks at a customer as it is, also when another process moved it on: an import or a tier run beside the host.</summary>
internal static class Newest
{
    public static async Task<CustomerState> LookAsync(
        CustomerGrains customers, IPortfolio portfolio, Id<Customer> id, CancellationToken cancellationToken)
    {
        var known = await customers.LookAsync(id, cancellationToken);
        var last = await portfolio.HistoryAsync(id, null, 1, cancellationToken);
        if (last is not [var turn] || turn.Version <= known.Version)
        {
            return known;
        }

        customers.Forget(id);
        return await customers.LookAsync(id, cancellationToken);
    }
}
