using System.Globalization;
using System.Text;
using Planning.Accounts.Calendars;
using Planning.Accounts.Certification;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Host.Imports;

/// <summary>Everything one import has found so far; each row is judged against it and added to it.</summary>
internal sealed class Intake(KnownPortfolio known, DateOnly today)
{
    private readonly Dictionary<Id<Customer>, CustomerDraft> _drafts = [];

    public DateOnly Today => today;

    public KnownPortfolio Known => known;

    public MistakeList Mistakes { get; } = new();

    public VendorImport? Vendor { get; set; }

    public string? ReportingCurrency { get; set; } = known.ReportingCurrency;

    public List<Employee> Employees { get; } = [];

    /// <summary>What every scheme of schemes.csv asks for.</summary>
    public List<Criterion> Criteria { get; } = [];

    /// <summary>The bytes of evidence.</summary>
    public List<byte[]> Files { get; } = [];

    public List<ImportedAct> Acts { get; } = [];

    public IEnumerable<CustomerDraft> Drafts => _drafts.Values;

    public Register<Id<Employee>> EmployeeRows { get; } = new("employees.csv");

    public Register<Id<Customer>> CustomerRows { get; } = new("customers.csv");

    public Register<(Id<Customer> Customer, string Unit)> UnitRows { get; } = new("units.csv");

    public Register<Id<Person>> PersonRows { get; } = new("people.csv");

    public Dictionary<(Id<Customer> Customer, string Name, string Title), (Id<Person> Id, int Row)> NamedPeople { get; } = [];

    public Register<(Id<Customer> Customer, Seat Seat, SeatKind Kind)> SeatRows { get; } = new("seats.csv");

    public Register<(Id<Customer> Customer, Quarter Period, Metric Metric)> MetricRows { get; } = new("metrics.csv");

    public Register<Id<Interaction>> InteractionRows { get; } = new("interactions.csv");

    /// <summary>Spelling that does not make two names different: case, accents, spaces.</summary>
    public static string Folded(string name) => string.Join(' ', string
        .Concat(name.Normalize(NormalizationForm.FormD).Where(c => !IsAccent(c)))
        .ToUpperInvariant()
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public CustomerDraft Draft(Id<Customer> id)
    {
        if (!_drafts.TryGetValue(id, out var draft))
        {
            draft = _drafts[id] = new CustomerDraft(id, known);
        }

        return draft;
    }

    /// <summary>The customer that a row is about.</summary>
    /// <returns>Nothing, with a mistake, when nobody knows the customer.</returns>
    public CustomerDraft? Customer(Row row, string column)
    {
        var id = row.Key<Customer>(column);
        if (id.Value is null)
        {
            return null;
        }

        if (_drafts.TryGetValue(id, out var draft) || CustomerRows.HasTaken(id) || known.IsCustomer(id))
        {
            return draft ?? Draft(id);
        }

        row.Refuse(column, CustomerRows.WhyNot(id, "is no known customer; add it to customers.csv"));
        return null;
    }

    /// <summary>Whether an employee may be named; a mistake of the row when not.</summary>
    public void RequireEmployee(Row row, string column, Id<Employee> id)
    {
        if (id.Value is not null && !EmployeeRows.HasTaken(id) && !known.IsEmployee(id))
        {
            row.Refuse(column, id.Value, EmployeeRows.WhyNot(id, "is no known employee; add the employee to employees.csv"));
        }
    }

    /// <summary>Notes what a row is about; a mistake of the row when an earlier row is about the same.</summary>
    /// <param name="one">What there is only one row for, as <c>each customer</c>.</param>
    public static void Enter<TKey>(Row row, string column, Register<TKey> register, TKey key, string one)
        where TKey : notnull
    {
        if (register.Enter(key, row.Source.Row) is { } earlier)
        {
            row.Refuse(column, FormattableString.Invariant($"is a duplicate of row {earlier}; {one} has one row"));
        }
    }

    private static bool IsAccent(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
