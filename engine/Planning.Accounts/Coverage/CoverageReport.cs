using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Organisation;
using Planning.Accounts.Policies;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Coverage;

/// <summary>How a customer is covered on a day: every measure of METHOD §5, what it is made of, and what is wanted.</summary>
/// <remarks>Read from the tallies that are kept with each event: its cost grows with the people, not with the history.</remarks>
/// <param name="Level">Whose targets count: the tier, or a coverage level that raises it.</param>
/// <param name="People">Those who are there, by id.</param>
/// <param name="NotVisited">Why the customer counts as not visited; nothing when it does not.</param>
public sealed record CoverageReport(
    DateOnly On,
    Tier Level,
    int WindowDays,
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<UnitCoverage> Units,
    IReadOnlyList<PersonCoverage> People,
    string? NotVisited)
{
    /// <summary>The names of the measures of company and company.</summary>
    public static IReadOnlyList<string> Organisational { get; } =
        ["mechanism fulfilment", "level match", "joint value", "one voice", "organisation", "satisfaction", "stickiness layer"];

    public IEnumerable<PersonCoverage> Ignored => People.Where(person => person.Ignored is not null);

    public IEnumerable<PersonCoverage> Rising => People.Where(person => person.Rising is not null);

    public IEnumerable<PersonCoverage> Stale => People.Where(person => person.Stale is not null);

    /// <summary>The measure of that name.</summary>
    public Measure this[string name] => Measures.Single(measure => measure.Name == name);

    public static CoverageReport Of(Customer customer, MethodPolicies policies, DateOnly today)
    {
        var policy = policies.Coverage;
        var level = CoveragePolicy.LevelOf(customer.Standing, today);
        var targets = policy.Levels[level];
        var from = today.AddDays(-targets.WindowDays);
        ImmutableArray<PersonCoverage> people =
        [
            .. customer.People.Values.Where(person => person.LeftOn is null)
                .Select(person => PersonCoverage.Of(customer, person, targets, policy, today)),
        ];
        var byUnit = people.ToLookup(person => person.Unit, StringComparer.Ordinal);
        List<UnitCoverage> units = [.. customer.Units.Values.Select(unit => UnitCoverage.Of(unit, [.. byUnit[unit.Name]], from))];
        var universal = Breadth.Universal(units, targets);
        var keyPeople = Depth.KeyPeople(people, targets);
        var organisation = OrganisationMeasures.Of(customer, people, targets, policies.Organisation, today);
        return new CoverageReport(
            today,
            level,
            targets.WindowDays,
            [
                universal,
                Breadth.WeakestUnit(units, targets, policy.KeyPeople.WeakestFromRelevance),
                Breadth.Ignored(people, targets),
                Breadth.Equality(people, policy.Warnings),
                Breadth.ContactsInYear(customer.Contacts, policy.Touch, today),
                keyPeople,
                Depth.Eyes(people, customer, targets, policy.KeyPeople),
                Depth.Path(people, policy.KeyPeople),
                .. Protection.Of(people, targets),
                Protection.Freshness(people, today),
                Protection.Reciprocity(customer.Contacts, policy, today),
                .. organisation,
                Protection.Satisfaction(customer, policies.Organisation.Stickiness, today),
                Stickiness.Of(customer, policies.Organisation.Stickiness, today),
                Protection.Health(universal, keyPeople, organisation[^1], targets.Health),
            ],
            units,
            people,
            Breadth.NotVisited(customer.Contacts, policy.Touch, today));
    }
}
