using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Tests.Support;

/// <summary>The measures of coverage once more, the slow way: from everything that was ever logged, by METHOD §5's formulas as
/// they stand there. It shares no tally and no arithmetic with what it checks.</summary>
internal sealed class CountedAgain(Customer customer, IEnumerable<CustomerEvent> journal, DateOnly today)
{
    private static readonly CoveragePolicy Policy = CoveragePolicy.Default;

    private readonly List<Interaction> _touches =
    [
        .. journal.OfType<InteractionLogged>().Where(logged => !logged.TooSlight && logged.Interaction.TwoWay && !logged.Interaction.Mass)
            .Select(logged => logged.Interaction),
    ];

    private readonly int _window = Policy.Levels[CoveragePolicy.LevelOf(customer.Standing, today)].WindowDays;

    private IEnumerable<Person> There => customer.People.Values.Where(person => person.LeftOn is null);

    public IEnumerable<string> IgnoredPeople => There
        .Where(person => person.Role is not null && !Within(person, _window).Any()).Select(person => person.Id.Value);

    public double? Universal()
    {
        var units = customer.Units.Values.Where(unit => unit.Relevance > 0).Select(unit => (unit.Relevance, Covered: Covered(unit)))
            .Where(unit => unit.Covered is not null).ToList();
        return units is [] ? null : units.Sum(unit => unit.Relevance * unit.Covered!.Value) / units.Sum(unit => unit.Relevance);
    }

    public double? WeakestUnit() =>
        customer.Units.Values.Where(unit => unit.Relevance >= 2).Select(Covered).Where(covered => covered is not null).Min();

    public double? KeyPeople()
    {
        var key = There.Where(person => person.InfluenceNow >= 4 || person.InfluenceFuture >= 4
            || person.Role is ProcessRole.Decide or ProcessRole.Approve).ToList();
        var wanted = key.Sum(person => Weight(person) * person.TargetLevel);
        return wanted == 0 ? null : Math.Max(0, key.Sum(person => Weight(person) * Math.Min(Level(person), person.TargetLevel)) / wanted);
    }

    public double? Equality() => There.Where(person => person.Role is not null).GroupBy(person => person.Role)
        .Select(role => role.Select(person => Within(person, _window).Count()).ToList())
        .Where(counts => counts.Count > 1 && counts.Sum() > 0)
        .Select(counts => (double?)(counts.Sum(one => counts.Sum(other => Math.Abs(one - other)))
            / (2.0 * counts.Count * counts.Count * counts.Average())))
        .Max();

    public double? Reciprocity()
    {
        var year = _touches.Where(touch => touch.On >= today.AddDays(-365)).ToList();
        return year is [] ? null : year.Count(touch => touch.TheyStarted) / (double)year.Count;
    }

    public double? Dependence() => Held() is { Count: > 0 } held
        ? held.Values.Sum(sum => Math.Pow(sum / held.Values.Sum(), 2))
        : null;

    /// <summary>The smallest of all sets whose leaving halves the sum.</summary>
    public double? BusFactor()
    {
        var sums = Held().Values.ToList();
        return sums is []
            ? null
            : Enumerable.Range(0, 1 << sums.Count)
                .Where(set => 2 * sums.Where((_, at) => (set >> at & 1) == 1).Sum() >= sums.Sum() - 1e-9)
                .Min(set => System.Numerics.BitOperations.PopCount((uint)set));
    }

    private Dictionary<Id<Employee>, double> Held() => There
        .Where(person => Level(person) > 0 && Bearer(person) is not null)
        .GroupBy(person => Bearer(person)!.Value)
        .ToDictionary(bearer => bearer.Key, bearer => bearer.Sum(person => Weight(person) * Level(person)));

    private Id<Employee>? Bearer(Person person) => Within(person, 365).SelectMany(touch => touch.Employees)
        .GroupBy(employee => employee).OrderByDescending(same => same.Count()).ThenBy(same => same.Key.Value, StringComparer.Ordinal)
        .Select(same => (Id<Employee>?)same.Key).FirstOrDefault() ?? person.Owner;

    private double? Covered(CustomerUnit unit)
    {
        var known = There.Where(person => person.Unit == unit.Name).ToList();
        var heads = unit.HeadcountInProcess;
        return known.Count == 0
            ? heads is null or 0 ? null : 0
            : (heads is null or 0 ? 1 : Math.Min(1.0, known.Count / (double)heads))
                * known.Count(person => Within(person, _window).Any()) / known.Count;
    }

    private int Level(Person person)
    {
        var (level, on) = customer.Stakeholders.Of(person.Id).Found(person.Level);
        var freshest = Touches(person).Select(touch => (DateOnly?)touch.On).Append(on).Max();
        for (var since = freshest?.AddDays(_window); since <= today && level > 0; since = since?.AddDays(_window))
        {
            level--;
        }

        return level - (person.Stance is Stance.Opposes ? 2 : 0);
    }

    private static double Weight(Person person) =>
        Math.Max(1, (0.5 * person.InfluenceNow) + (0.3 * person.InfluenceFuture) + (person.Role is null ? 0 : 1));

    private IEnumerable<Interaction> Within(Person person, int days) =>
        Touches(person).Where(touch => touch.On >= today.AddDays(-days));

    private IEnumerable<Interaction> Touches(Person person) =>
        _touches.Where(touch => touch.People.Any(one => customer.Stakeholders.Resolve(one) == person.Id));
}
