using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Staffing.Problem;

/// <summary>The problem in numbers. A place is a seat's holder or its backup; whatever an employee may never hold is not in it.</summary>
/// <remarks>Loads are whole units, so that sums are exact: a seat's is rounded up, a capacity down.</remarks>
internal sealed class Model
{
    /// <summary>Of a full-time equivalent: 115 C customers, and every load of METHOD's table, are whole units.</summary>
    public const int Unit = 4600;

    public const int Nobody = -1;

    // What people have decided goes before every other seat.
    private const int LockWeight = 1000;

    private readonly StaffingProblem _problem;
    private readonly Dictionary<Id<Employee>, int> _people = [];

    public Model(StaffingProblem problem)
    {
        _problem = problem;
        var rules = new HardRules(problem.Policy);
        foreach (var (at, staffer) in problem.Staff.Index())
        {
            _people.Add(staffer.Employee.Id, at);
        }

        var customers = new Dictionary<Id<Customer>, int>();
        foreach (var seat in problem.Seats)
        {
            customers.TryAdd(seat.Customer, customers.Count);
        }

        Places = [.. problem.Seats.Index().SelectMany(seat => PlacesOf(seat.Index, seat.Item, customers))];
        var pools = problem.Pools.Index().SelectMany(pool => pool.Item.Members.Select(member => (member, pool.Index)))
            .ToDictionary(member => member.member, member => member.Index);
        People = [.. problem.Staff.Select(staffer => Of(staffer, pools.GetValueOrDefault(staffer.Employee.Id, Nobody)))];
        SetTargets();
        ByCustomer = Group(customers.Count, Places.Index().Select(place => (place.Item.Customer, place.Index)));
        var apart =
            from seat in problem.Seats
            from rival in seat.Rivals.Where(customers.ContainsKey)
            from pair in new[] { (customers[seat.Customer], customers[rival]), (customers[rival], customers[seat.Customer]) }
            select pair;
        Rivals = Group(customers.Count, apart.Distinct());
        var options = new List<Option>[Places.Length];
        var licensed = Enum.GetValues<SeatRole>().ToDictionary(role => role, Licensed);
        Parallel.For(0, Places.Length, place => options[place] = Options(Places[place], licensed[SeatOf(place).Seat.Role], rules));
        OptionsOf = [.. options.Select(list => list.OrderBy(option => option.Cost).ThenBy(option => option.Person).ToArray())];
        ByPerson = new Choice[People.Length][];
        var of = Enumerable.Range(0, People.Length).Select(_ => new List<Choice>()).ToArray();
        foreach (var (place, list) in OptionsOf.Index())
        {
            foreach (var option in list)
            {
                of[option.Person].Add(new Choice(place, option.Cost));
            }
        }

        ByPerson = [.. of.Select(list => list.ToArray())];
    }

    public Place[] Places { get; }

    public Person[] People { get; }

    /// <summary>Who may have each place, cheapest first.</summary>
    public Option[][] OptionsOf { get; }

    /// <summary>What each may have, by place.</summary>
    public Choice[][] ByPerson { get; }

    /// <summary>The places of each customer.</summary>
    public int[][] ByCustomer { get; }

    /// <summary>Customers of the problem that are to be kept apart from each.</summary>
    public int[][] Rivals { get; }

    public int IndexOf(Id<Employee> employee) => _people.GetValueOrDefault(employee, Nobody);

    public TeamSeat SeatOf(int place) => _problem.Seats[Places[place].Seat];

    public Staffer StafferOf(int person) => _problem.Staff[person];

    /// <summary>What somebody costs who has that much to do, beside the places themselves: convex in the load.</summary>
    public double CostOf(int person, int units)
    {
        var one = People[person];
        var busy = units / (double)one.Whole;
        return (Overload * Math.Max(0, busy - Warn) * one.Whole / Unit) + (Imbalance * Math.Abs(busy - one.Target));
    }

    private double Overload => (double)_problem.Terms.Overload;

    private double Imbalance => (double)_problem.Terms.Imbalance;

    private double Warn => (double)_problem.Terms.WarnLoad;

    public static int Up(decimal load) => (int)Math.Ceiling(load * Unit);

    private IEnumerable<Place> PlacesOf(int at, TeamSeat seat, Dictionary<Id<Customer>, int> customers)
    {
        var priority = StaffingProblem.Priority(seat.Tier);
        var holder = seat.Holder is { } known ? IndexOf(known) : Nobody;
        yield return new Place(at, IsBackup: false, customers[seat.Customer], Up(seat.Load), holder, (double)(_problem.Terms.Unfilled * priority) * (seat.Locked ? LockWeight : 1))
        {
            IsStrategic = seat.Tier is Tier.S,
            IsOfRivals = seat.Seat.Role is SeatRole.SR or SeatRole.FR,
            IsPool = seat.Tier is Tier.C,
            Priority = priority,
            InTriangle = seat.Seat.InTriangle && holder != Nobody,
            Fixed = seat.Locked || (seat.TriangleChanged && holder != Nobody) ? holder : Nobody,
        };
        if (seat.BackupLoad is { } load)
        {
            var backup = seat.Backup is { } second ? IndexOf(second) : Nobody;
            yield return new Place(at, IsBackup: true, customers[seat.Customer], Up(load), backup, (double)(_problem.Terms.NoBackup * priority))
            {
                Priority = priority,
                Fixed = Nobody,
            };
        }
    }

    private static Person Of(Staffer staffer, int pool) => new(
        Math.Max(0, (int)Math.Floor((staffer.Employee.Capacity - staffer.Elsewhere) * Unit)),
        Math.Max(1, (int)Math.Floor(staffer.Employee.Capacity * Unit)),
        Up(staffer.Elsewhere),
        staffer.Seats.Any(held => held is { Tier: Tier.S, Kind: SeatKind.Primary }),
        pool);

    // What all would have to do if the work of their job and region were shared evenly.
    private void SetTargets()
    {
        var byHome = _problem.Seats.ToLookup(seat => seat.Profile.Regions is [var home, ..] ? home : "", StringComparer.Ordinal);
        foreach (var group in _problem.Staff.Index().GroupBy(staffer => (staffer.Item.Employee.Region, staffer.Item.Employee.JobRole)))
        {
            var work = byHome[group.Key.Region]
                .Where(seat => _problem.Policy.Licences.GetValueOrDefault(seat.Seat.Role, []).Contains(group.Key.JobRole))
                .Sum(seat => Up(seat.Load) + (seat.BackupLoad is { } load ? Up(load) : 0));
            var (elsewhere, whole) = (group.Sum(of => People[of.Index].Elsewhere), group.Sum(of => People[of.Index].Whole));
            foreach (var (at, _) in group)
            {
                People[at] = People[at] with { Target = Math.Min(1, (work + elsewhere) / (double)whole) };
            }
        }
    }

    // Most people work elsewhere or do another job: nobody asks them one by one.
    private Dictionary<string, int[]> Licensed(SeatRole role) => _problem.Staff.Index()
        .Where(staffer => _problem.Policy.MayHold(staffer.Item.Employee, role))
        .GroupBy(staffer => staffer.Item.Employee.Region, staffer => staffer.Index, StringComparer.Ordinal)
        .ToDictionary(region => region.Key, region => region.ToArray(), StringComparer.Ordinal);

    private List<Option> Options(Place place, Dictionary<string, int[]> licensed, HardRules rules)
    {
        var seat = _problem.Seats[place.Seat];
        var options = new List<Option>();
        var regions = seat.Profile.Regions is [] || !seat.Waived.IsEmpty ? licensed.Keys : seat.Profile.Regions.Where(licensed.ContainsKey);
        foreach (var person in regions.SelectMany(region => licensed[region]))
        {
            var staffer = _problem.Staff[person];
            if ((place.Fixed == Nobody || place.Fixed == person)
                && place.Load <= People[person].Capacity
                && !(place.IsStrategic && People[person].HasStrategic)
                && rules.FirstRefusal(seat, staffer, place.IsBackup) is null)
            {
                options.Add(new Option(person, (double)Cost(place, seat, staffer.Employee, person)));
            }
        }

        return options;
    }

    private decimal Cost(Place place, TeamSeat seat, Employee employee, int person) =>
        FitTerms.Of(seat, employee, _problem.Terms, _problem.Policy, place.IsBackup, place.Holder == person, place.Holder != Nobody)
            .Sum(term => term.Points);

    private static int[][] Group(int count, IEnumerable<(int Of, int Item)> items)
    {
        var groups = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        foreach (var (of, item) in items)
        {
            groups[of].Add(item);
        }

        return [.. groups.Select(group => group.ToArray())];
    }
}

/// <param name="Seat">The seat, by its number in the problem.</param>
/// <param name="Load">In units.</param>
/// <param name="Holder">Who has it today.</param>
/// <param name="Empty">What it costs to leave it empty.</param>
internal sealed record Place(int Seat, bool IsBackup, int Customer, int Load, int Holder, double Empty)
{
    public bool IsStrategic { get; init; }

    /// <summary>Whoever has it may not have such a place at a rival.</summary>
    public bool IsOfRivals { get; init; }

    public bool IsPool { get; init; }

    public int Priority { get; init; }

    /// <summary>Replacing its holder is a change of the triangle.</summary>
    public bool InTriangle { get; init; }

    /// <summary>The only one who may have it.</summary>
    public int Fixed { get; init; }
}

/// <param name="Capacity">Units that are left for places of the problem.</param>
/// <param name="Whole">Units in all.</param>
/// <param name="Elsewhere">Units that other seats take.</param>
/// <param name="Pool">The pool of C customers that the person is in.</param>
internal sealed record Person(int Capacity, int Whole, int Elsewhere, bool HasStrategic, int Pool)
{
    /// <summary>Part of the capacity that would be even with others.</summary>
    public double Target { get; init; }
}

/// <summary>Somebody who may have a place, and what that costs.</summary>
internal readonly record struct Option(int Person, double Cost);

/// <summary>A place that somebody may have, and what that costs.</summary>
internal readonly record struct Choice(int Place, double Cost);
