using Planning.Staffing.Bound;
using Planning.Staffing.Problem;

namespace Planning.Staffing.Search;

/// <summary>Finds who is to have which place, and how far from the best that can be at most.</summary>
/// <remarks>Prices first (see <see cref="PriceBound"/>), seatings made of what people would pick at them, then large neighbourhood
/// search (P. Shaw, CP 1998): some people's places are taken back and filled again in the best way (see <see cref="Repair"/>).
/// A small problem is solved to the end. All is counted in steps and never in time, so the same problem has the same answer.</remarks>
internal sealed class Solver(Model model, IReadOnlyList<int> poolLeft, Effort effort)
{
    private const int SmallestRepair = 400;

    private readonly Repair _repair = new(model);
    private readonly Exchange _exchange = new(model);
    private Dice _dice = new(0x9E3779B97F4A7C15);

    /// <param name="from">Picks to begin with; nothing to begin with none.</param>
    /// <param name="progress">Told parts of the work, 0 to 1.</param>
    public Solved Solve(Seating? from, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var best = from ?? Greedy();
        var bound = new PriceBound(model);
        bound.Rise(effort.PriceSteps, best.Cost, step =>
        {
            if (step % effort.StepsBetweenSeatings == 0 && FromPacked(bound) is var seating && seating.Cost < best.Cost)
            {
                best = seating;
            }

            progress?.Report(0.5 * step / effort.PriceSteps);
            return !cancellationToken.IsCancellationRequested;
        });
        Improve(best, bound.Prices, progress, cancellationToken);
        var whole = model.Places.Length <= effort.SmallProblem
            && Exactly(best, cancellationToken);
        return new Solved(best, whole ? best.Cost : Math.Min(best.Cost, bound.Value), whole);
    }

    /// <summary>Fills the places in need, changing as little as can be.</summary>
    public void Mend(Seating seating, IReadOnlyList<int> places)
    {
        foreach (var place in Ordered(places))
        {
            if (seating[place] == Model.Nobody && !Insert(seating, place))
            {
                Neighbourhood(seating, place, effort.MendNodes);
            }
        }
    }

    /// <summary>The dearest place first, whoever is cheapest for it.</summary>
    public Seating Greedy() => Inserted(new Seating(model, poolLeft), AllPlaces());

    private Seating FromPacked(PriceBound bound)
    {
        var seating = new Seating(model, poolLeft);
        var picks = bound.Packed.Index().SelectMany(person => person.Item.Select(place => (Place: place, Person: person.Index)))
            .OrderByDescending(pick => model.Places[pick.Place].Priority)
            .ThenBy(pick => pick.Place)
            .ThenBy(pick => pick.Person);
        foreach (var (place, person) in picks)
        {
            if (seating[place] == Model.Nobody && seating.Allows(place, person))
            {
                seating.Place(place, Array.Find(model.OptionsOf[place], option => option.Person == person));
            }
        }

        return Inserted(seating, AllPlaces());
    }

    private Seating Inserted(Seating seating, IEnumerable<int> places)
    {
        foreach (var place in Ordered(places))
        {
            if (seating[place] == Model.Nobody)
            {
                Insert(seating, place);
            }
        }

        return seating;
    }

    private bool Insert(Seating seating, int place)
    {
        var (found, least) = (default(Option?), 0d);
        foreach (var option in model.OptionsOf[place])
        {
            if (seating.Delta(place, option) is var delta && delta < least && seating.Allows(place, option.Person))
            {
                (found, least) = (option, delta);
            }
        }

        if (found is { } pick)
        {
            seating.Place(place, pick);
        }

        return found is not null;
    }

    private void Improve(Seating seating, double[] prices, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        for (var round = 0; round < effort.Rounds; round++)
        {
            _exchange.Sweep(seating, effort.Sweeps, cancellationToken);
            var before = seating.Cost;
            var seeds = AllPlaces().Select(place => (Place: place, Loss: Loss(seating, place, prices)))
            .Where(seed => seed.Loss > 1e-6)
            .OrderByDescending(seed => seed.Loss).ThenBy(seed => seed.Place)
            .Take(effort.SeedsInRound).ToList();
            foreach (var (at, (place, _)) in seeds.Index())
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    return;
                }

                Neighbourhood(seating, place, seating[place] == Model.Nobody ? effort.MendNodes : SmallestRepair);
                progress?.Report(0.5 + (0.5 * (round + (at / (double)seeds.Count)) / effort.Rounds));
            }

            if (before - seating.Cost < 1e-6)
            {
                return;
            }
        }
    }

    // How much more a place costs than it is worth at the best prices.
    private double Loss(Seating seating, int place, double[] prices) => seating[place] == Model.Nobody
        ? model.OptionsOf[place] is [] ? 0 : model.Places[place].Empty
        : seating.PickOf(place).Cost - Math.Min(prices[place], model.OptionsOf[place][0].Cost);

    // Takes back what a few people have who could have the place, and fills it all again.
    private void Neighbourhood(Seating seating, int seed, int nodes)
    {
        var options = model.OptionsOf[seed];
        if (options is [])
        {
            return;
        }

        var people = new HashSet<int>();
        if (seating[seed] != Model.Nobody)
        {
            people.Add(seating[seed]);
        }

        for (var tries = 0; people.Count < effort.PeopleInRepair && tries < effort.PeopleInRepair * 3; tries++)
        {
            people.Add(options[tries % 2 == 0 ? Math.Min(tries / 2, options.Length - 1) : _dice.Below(options.Length)].Person);
        }

        var places = new List<int> { seed };
        foreach (var place in people.SelectMany(person => model.ByPerson[person]).Select(choice => choice.Place).Distinct())
        {
            if (places.Count < effort.PlacesInRepair && place != seed
                && (people.Contains(seating[place]) || (seating[place] == Model.Nobody && model.OptionsOf[place] is not [])))
            {
                places.Add(place);
            }
        }

        var (before, taken) = (seating.Cost, new List<(int Place, Option Pick)>());
        foreach (var place in places.Where(place => seating[place] != Model.Nobody))
        {
            taken.Add((place, seating.PickOf(place)));
            seating.Clear(place);
        }

        if (!_repair.Fill(seating, places, place => Among(place, people), before, nodes).Better)
        {
            taken.ForEach(pick => seating.Place(pick.Place, pick.Pick));
        }
    }

    // The people of the neighbourhood, and the cheapest others.
    private Option[] Among(int place, HashSet<int> people) =>
        [.. model.OptionsOf[place].Index().Where(option => option.Index < effort.OthersInRepair || people.Contains(option.Item.Person)).Select(option => option.Item)];

    private bool Exactly(Seating seating, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return false;
        }

        var (before, taken) = (seating.Cost, AllPlaces().Where(place => seating[place] != Model.Nobody).Select(place => (place, seating.PickOf(place))).ToList());
        taken.ForEach(pick => seating.Clear(pick.place));
        var (whole, better) = _repair.Fill(seating, [.. AllPlaces()], place => model.OptionsOf[place], before, effort.ExactNodes);
        if (!better)
        {
            taken.ForEach(pick => seating.Place(pick.place, pick.Item2));
        }

        return whole;
    }

    private IEnumerable<int> AllPlaces() => Enumerable.Range(0, model.Places.Length);

    // The dearest to leave empty first, then those that the fewest people may have, then the heaviest.
    private IEnumerable<int> Ordered(IEnumerable<int> places) => places
        .OrderByDescending(place => model.Places[place].Empty)
        .ThenByDescending(place => model.Places[place].Load)
        .ThenBy(place => model.OptionsOf[place].Length)
        .ThenBy(place => place);
}

/// <param name="Bound">Nothing can cost less.</param>
/// <param name="Proven">All was tried: it is the best there is.</param>
internal sealed record Solved(Seating Seating, double Bound, bool Proven);

/// <summary>How much is tried, in steps.</summary>
internal sealed record Effort
{
    public int PriceSteps { get; init; } = 250;

    public int StepsBetweenSeatings { get; init; } = 25;

    /// <summary>How many places the search tries to better in a round.</summary>
    public int SeedsInRound { get; init; } = 1_000;

    public int Rounds { get; init; } = 2;

    /// <summary>How often all places are gone over in a round.</summary>
    public int Sweeps { get; init; } = 8;

    public int PeopleInRepair { get; init; } = 3;

    public int PlacesInRepair { get; init; } = 8;

    public int OthersInRepair { get; init; } = 3;

    /// <summary>Picks that are tried to fill a place that is empty.</summary>
    public int MendNodes { get; init; } = 20_000;

    /// <summary>With so few places all is tried.</summary>
    public int SmallProblem { get; init; } = 24;

    public int ExactNodes { get; init; } = 20_000_000;
}

/// <summary>Chance that is the same every time (S. Vigna's splitmix64).</summary>
internal struct Dice(ulong seed)
{
    private ulong _state = seed;

    public int Below(int count)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)count);
    }
}
