using System.Collections.Immutable;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Host.Imports;

/// <summary>What the files have said of one customer so far, and what was known of it before.</summary>
internal sealed class CustomerDraft(Id<Customer> id, KnownPortfolio known)
{
    private readonly Lazy<HashSet<string>> _unitNames = new(() => new(known.UnitsOf(id), StringComparer.Ordinal));
    private readonly Lazy<HashSet<Id<Person>>> _personIds = new(() => [.. known.PeopleOf(id)]);

    public Id<Customer> Id => id;

    public Sourced<Registration>? Registration { get; set; }

    public List<Sourced<CustomerUnit>> Units { get; } = [];

    public List<Sourced<Person>> People { get; } = [];

    public List<Sourced<SeatAssignment>> Seats { get; } = [];

    public List<Sourced<MetricSnapshot>> Metrics { get; } = [];

    public List<Sourced<Interaction>> Interactions { get; } = [];

    /// <summary>The units of the customer, those of this import included.</summary>
    public HashSet<string> UnitNames => _unitNames.Value;

    /// <summary>The people of the customer, those of this import included.</summary>
    public HashSet<Id<Person>> PersonIds => _personIds.Value;

    /// <returns>Nothing when no sound row is about the customer.</returns>
    public CustomerImport? Finish()
    {
        if (Registration is null && Units.Count + People.Count + Seats.Count + Metrics.Count + Interactions.Count == 0)
        {
            return null;
        }

        var record = new CustomerRecord(Registration?.What)
        {
            Units = What(Units),
            People = What(People),
            Seats = What(Seats),
            Metrics = What(Metrics),
            Interactions = What(Interactions),
        };
        return new CustomerImport(id, record, new ImportSources(
            Registration?.From, From(Units), From(People), From(Seats), From(Metrics), From(Interactions)));
    }

    private static ImmutableArray<T> What<T>(List<Sourced<T>> all) => [.. all.Select(one => one.What)];

    private static ImmutableArray<ImportRow> From<T>(List<Sourced<T>> all) => [.. all.Select(one => one.From)];
}

/// <summary>Something, and the row it was read from.</summary>
internal sealed record Sourced<T>(T What, ImportRow From);
