using Planning.Accounts.Customers;
using Planning.Grains.Embedded;
using Planning.Host.Imports;

namespace Planning.Host.Commands;

/// <summary>Lets the rows of a file name what is known already.</summary>
internal static class KnownCustomers
{
    public static async Task<KnownPortfolio> OfAsync(EmbeddedRuntime runtime, CancellationToken cancellationToken)
    {
        var employees = (await runtime.Portfolio.EmployeesAsync(cancellationToken)).Select(employee => employee.Id).ToHashSet();
        var figures = await runtime.Portfolio.FiguresAsync(cancellationToken);

        // The reader asks in the middle of a row, on a thread of its own that may well wait.
        Customer Look(Id<Customer> customer) =>
            runtime.Customers.LookAsync(customer, cancellationToken).GetAwaiter().GetResult().Customer;
        return new KnownPortfolio
        {
            ReportingCurrency = figures is [.., var last] ? last.Revenue.Currency : null,
            IsCustomer = customer => runtime.Portfolio.FindAsync(customer, cancellationToken).GetAwaiter().GetResult() is not null,
            IsEmployee = employees.Contains,
            UnitsOf = customer => Look(customer).Units.Keys,
            PeopleOf = customer => Look(customer).People.Keys,
            TeamOf = customer => Look(customer).Team,
        };
    }
}
