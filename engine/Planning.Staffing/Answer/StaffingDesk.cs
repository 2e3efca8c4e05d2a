using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Staffing.Problem;
using Planning.Staffing.Search;

namespace Planning.Staffing.Answer;

/// <summary>Plans for one problem, and answers what managers ask of a plan.</summary>
public sealed class StaffingDesk
{
    private const int Shown = 4;

    private readonly StaffingProblem _problem;
    private readonly Model _model;
    private readonly HardRules _rules;
    private readonly int[] _poolLeft;
    private readonly Dictionary<(Id<Customer>, Seat, bool), int> _places = [];

    /// <exception cref="ArgumentException">The problem has mistakes; the message has all of them.</exception>
    public StaffingDesk(StaffingProblem problem)
    {
        var mistakes = problem.Mistakes().Select(mistake => mistake.Sentence).ToList();
        if (mistakes is not [])
        {
            throw new ArgumentException(string.Join(' ', mistakes), nameof(problem));
        }

        _problem = problem;
        _model = new Model(problem);
        _rules = new HardRules(problem.Policy);
        _poolLeft = [.. problem.Pools.Select(Left)];
        foreach (var (at, place) in _model.Places.Index())
        {
            _places.Add((problem.Seats[place.Seat].Customer, problem.Seats[place.Seat].Seat, place.IsBackup), at);
        }
    }

    /// <inheritdoc cref="StaffingPlan.Of"/>
    public StaffingPlan Plan(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var solved = new Solver(_model, _poolLeft, new Effort()).Solve(null, progress, cancellationToken);
        return Answer(solved.Seating, solved.Bound, solved.Proven);
    }

    /// <summary>Leaves everything as it is but for the places that nobody has who may, and changes as little as can be to fill them.</summary>
    /// <remarks>After a resignation: the problem without that employee, whose seats have no holder among the staff.</remarks>
    public StaffingPlan Mend()
    {
        var seating = Today();
        new Solver(_model, _poolLeft, new Effort()).Mend(
            seating, [.. Enumerable.Range(0, _model.Places.Length).Where(place => seating[place] == Model.Nobody)]);
        return Answer(seating, double.NegativeInfinity, proven: false);
    }

    /// <summary>A plain greedy plan, to compare with: the dearest seat first, whoever is cheapest for it.</summary>
    public StaffingPlan Greedy() =>
        Answer(new Solver(_model, _poolLeft, new Effort()).Greedy(), double.NegativeInfinity, proven: false);

    /// <summary>What no plan can cost less than, by the prices alone.</summary>
    internal decimal BoundAlone()
    {
        var bound = new Bound.PriceBound(_model);
        bound.Rise(new Effort().PriceSteps, new Solver(_model, _poolLeft, new Effort()).Greedy().Cost, _ => true);
        return (decimal)bound.Value;
    }

    /// <exception cref="ArgumentException">The problem has no such place.</exception>
    public PickExplanation Explain(StaffingPlan plan, Id<Customer> customer, Seat seat, bool backup = false)
    {
        if (!_places.TryGetValue((customer, seat, backup), out var place))
        {
            throw new ArgumentException($"The problem has no {(backup ? "backup of the " : "")}{seat} seat of {customer}.", nameof(seat));
        }

        var seating = Seated(plan);
        var pick = seating[place];
        var cost = seating.Cost;
        if (pick != Model.Nobody)
        {
            seating.Clear(place);
        }

        var allowed = _model.OptionsOf[place].Where(option => option.Person != pick && seating.Allows(place, option.Person)).ToList();
        var next = allowed.Select(option => (option.Person, Cost: seating.Cost + seating.Delta(place, option)))
            .OrderBy(option => option.Cost).ThenBy(option => option.Person).Take(Shown);
        var fine = allowed.Select(option => option.Person).Append(pick).ToHashSet();
        return new PickExplanation(
            pick == Model.Nobody ? null : _model.StafferOf(pick).Employee.Id,
            pick == Model.Nobody ? [] : Terms(place, pick),
            [.. next.Select(option => new NextBest(
                _model.StafferOf(option.Person).Employee.Id, (decimal)Math.Round(option.Cost - cost, 4), Terms(place, option.Person)))],
            [.. Enumerable.Range(0, _model.People.Length).Where(person => !fine.Contains(person))
                .Select(person => new RefusedEmployee(_model.StafferOf(person).Employee.Id, FirstRefusal(seating, place, person)))],
            pick == Model.Nobody && allowed is [] ? Relaxations(seating, place) : []);
    }

    /// <summary>The places that two plans fill otherwise.</summary>
    public static ImmutableArray<SeatMove> Moves(StaffingPlan from, StaffingPlan to) =>
    [
        .. from.Picks.Zip(to.Picks).SelectMany(pair => new[]
        {
            new SeatMove(pair.First.Customer, pair.First.Seat, false, pair.First.Holder, pair.Second.Holder),
            new SeatMove(pair.First.Customer, pair.First.Seat, true, pair.First.Backup, pair.Second.Backup),
        }).Where(move => move.From != move.To),
    ];

    private Seating Today()
    {
        var seating = new Seating(_model, _poolLeft);
        foreach (var (at, place) in _model.Places.Index().Where(place => place.Item.Holder != Model.Nobody))
        {
            Seat(seating, at, place.Holder);
        }

        return seating;
    }

    private Seating Seated(StaffingPlan plan)
    {
        var seating = new Seating(_model, _poolLeft);
        foreach (var pick in plan.Picks)
        {
            Seat(seating, _places[(pick.Customer, pick.Seat, false)], pick.Holder is { } holder ? _model.IndexOf(holder) : Model.Nobody);
            if (pick.Backup is { } backup)
            {
                Seat(seating, _places[(pick.Customer, pick.Seat, true)], _model.IndexOf(backup));
            }
        }

        return seating;
    }

    private void Seat(Seating seating, int place, int person)
    {
        var option = Array.FindIndex(_model.OptionsOf[place], option => option.Person == person);
        if (option >= 0 && seating.Allows(place, person))
        {
            seating.Place(place, _model.OptionsOf[place][option]);
        }
    }

    private StaffingPlan Answer(Seating seating, double bound, bool proven) => new(
        [.. _problem.Seats.Select(seat => new SeatPick(
            seat.Customer,
            seat.Seat,
            Of(seating, _places[(seat.Customer, seat.Seat, false)]),
            seat.BackupLoad is null ? null : Of(seating, _places[(seat.Customer, seat.Seat, true)])))],
        (decimal)Math.Round(seating.Cost, 4),
        double.IsNegativeInfinity(bound) ? decimal.MinValue : (decimal)Math.Round(bound, 4),
        proven);

    private Id<Employee>? Of(Seating seating, int place) =>
        seating[place] is >= 0 and var person ? _model.StafferOf(person).Employee.Id : null;

    private ImmutableArray<FitTerm> Terms(int place, int person)
    {
        var what = _model.Places[place];
        return
        [
            .. FitTerms.Of(
                _model.SeatOf(place), _model.StafferOf(person).Employee, _problem.Terms, _problem.Policy, what.IsBackup,
                what.Holder == person, what.Holder != Model.Nobody),
        ];
    }

    private string FirstRefusal(Seating seating, int place, int person) =>
        _rules.FirstRefusal(_model.SeatOf(place), _model.StafferOf(person), _model.Places[place].IsBackup)
        ?? seating.Refusal(place, person)
        ?? (_model.People[person].HasStrategic && _model.Places[place].IsStrategic ? CandidateRule.OneS
            : _model.Places[place].Load > _model.People[person].Capacity ? CandidateRule.Load
            : CandidateRule.OneChange);

    // Whoever needs the fewest waivers; of those, whoever needs the ones that are given most readily.
    private ImmutableArray<Relaxation> Relaxations(Seating seating, int place)
    {
        var seat = _model.SeatOf(place);
        var order = _problem.Policy.Waivable;
        var found = (
            from person in Enumerable.Range(0, _model.People.Length)
            let rules = _rules.Refusals(seat, _model.StafferOf(person), _model.Places[place].IsBackup).OrderBy(order.IndexOf).ToImmutableArray()
            where rules is not [] && rules.All(order.Contains) && _model.Places[place].Load <= seating.Free(person)
                && seating.Allows(place, person)
            select new Relaxation(_model.StafferOf(person).Employee.Id, rules)).ToList();
        var fewest = found.Select(relaxation => relaxation.Rules.Length).DefaultIfEmpty().Min();
        return
        [
            .. found.Where(relaxation => relaxation.Rules.Length == fewest)
                .OrderBy(relaxation => string.Concat(relaxation.Rules.Select(rule => (char)('a' + order.IndexOf(rule)))), StringComparer.Ordinal)
                .ThenBy(relaxation => relaxation.Employee)
                .Take(Shown),
        ];
    }

    private int Left(StaffingPool pool) => Math.Max(
        0,
        pool.Members.Select(_model.IndexOf).Where(person => person >= 0).Sum(person => _model.People[person].Capacity)
            - Model.Up(pool.Customers / (decimal)(_problem.Policy.Tiers[Accounts.Tiers.Tier.C].Pool ?? 1)));
}
