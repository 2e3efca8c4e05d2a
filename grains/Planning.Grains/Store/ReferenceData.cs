using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Grains.Store;

/// <summary>What is known of ourselves rather than of a customer.</summary>
/// <param name="VendorName">Nothing to keep the name that is known.</param>
public sealed record ReferenceData(
    string? VendorName, IReadOnlyList<Employee> Employees, IReadOnlyList<VendorFigures> Figures)
{
    public static ReferenceData None { get; } = new(null, [], []);
}

/// <summary>What can be asked across customers. Answers are as of the last commit.</summary>
public interface IPortfolio
{
    /// <param name="after">The id to go on after; nothing for the beginning.</param>
    /// <param name="take">1 to 1,000 rows, ordered by customer id.</param>
    Task<IReadOnlyList<CustomerRow>> ListAsync(string? after, int take, CancellationToken cancellationToken);

    /// <returns>How many customers are registered.</returns>
    Task<int> CountAsync(CancellationToken cancellationToken);

    Task<CustomerRow?> FindAsync(Id<Customer> customer, CancellationToken cancellationToken);

    /// <returns>What waits at these customers, in order of customer and urgency; at all customers for none named.</returns>
    Task<IReadOnlyList<WaitingRow>> WaitingAsync(string? customer, CancellationToken cancellationToken);

    /// <summary>The turns of a customer, newest first.</summary>
    /// <param name="before">The version to go on before; nothing for the newest.</param>
    Task<IReadOnlyList<HistoryRow>> HistoryAsync(
        Id<Customer> customer, long? before, int take, CancellationToken cancellationToken);

    /// <summary>The turns of a customer, oldest first.</summary>
    /// <param name="after">The version to go on after; 0 for the beginning.</param>
    Task<IReadOnlyList<HistoryRow>> TurnsAsync(Id<Customer> customer, long after, int take, CancellationToken cancellationToken);

    Task<IReadOnlyList<Employee>> EmployeesAsync(CancellationToken cancellationToken);

    Task<bool> IsEmployeeAsync(Id<Employee> employee, CancellationToken cancellationToken);

    /// <returns>Every seat that somebody holds, at every customer.</returns>
    Task<IReadOnlyList<SeatRow>> SeatsAsync(CancellationToken cancellationToken);

    /// <returns>Every scope for which a customer runs a short list, in the order of customers and scopes.</returns>
    Task<IReadOnlyList<ShortListRow>> ShortListAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<VendorFigures>> FiguresAsync(CancellationToken cancellationToken);

    /// <returns>Our own name; nothing before anybody gave it.</returns>
    Task<string?> VendorNameAsync(CancellationToken cancellationToken);

    /// <summary>Begins to read every registered customer as of now.</summary>
    IPortfolioReading Read();

    Task KeepAsync(ReferenceData reference, CancellationToken cancellationToken);
}

/// <param name="Customer">Nothing for a workflow that runs for none.</param>
public sealed record WaitingRow(string? Customer, string Kind, string Subject, string Role, string? Due);

public sealed record HistoryRow(long Version, string At, string Actor, string Message, string Kind, string Answer, string Events);
