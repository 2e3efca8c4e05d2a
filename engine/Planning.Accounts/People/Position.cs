using Planning.Accounts.Customers;

namespace Planning.Accounts.People;

/// <summary>A place that somebody holds or held. Movers keep theirs, also those at other customers (METHOD §2.1).</summary>
/// <param name="From">Nothing when nobody knows since when.</param>
/// <param name="Until">The last day; nothing for the place held now.</param>
public sealed record Position(Id<Customer> Customer, string Unit, string Title, DateOnly? From, DateOnly? Until);
