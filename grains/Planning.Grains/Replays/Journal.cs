using System.Globalization;
using System.Runtime.CompilerServices;
using Planning.Accounts.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;

namespace Planning.Grains.Replays;

/// <summary>The journal from its beginning, page by page.</summary>
internal static class Journal
{
    private const int Page = 1000;

    /// <summary>Every registered customer, in the order of their ids.</summary>
    public static async IAsyncEnumerable<Id<Customer>> CustomersAsync(
        this IPortfolio portfolio, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = await portfolio.ListAsync(null, Page, cancellationToken);
        while (page is [.., var last])
        {
            foreach (var row in page)
            {
                yield return Id<Customer>.Parse(row.Customer, CultureInfo.InvariantCulture);
            }

            page = await portfolio.ListAsync(last.Customer, Page, cancellationToken);
        }
    }

    /// <summary>Every turn of a customer, with the customer as it stood before.</summary>
    public static async IAsyncEnumerable<(Customer Before, HistoryRow Turn, IReadOnlyList<CustomerEvent> Events)> JournalAsync(
        this IPortfolio portfolio, Id<Customer> id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var customer = Customer.Unknown(id);
        var page = await portfolio.TurnsAsync(id, 0, Page, cancellationToken);
        while (page is [.., var last])
        {
            foreach (var turn in page)
            {
                var events = History.Events(turn);
                yield return (customer, turn, events);
                customer = events.Aggregate(customer, (so, happened) => so.Apply(happened));
            }

            page = await portfolio.TurnsAsync(id, last.Version, Page, cancellationToken);
        }
    }
}
