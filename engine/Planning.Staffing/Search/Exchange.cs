using Planning.Staffing.Problem;

namespace Planning.Staffing.Search;

/// <summary>Betters a seating by short chains: somebody who fits a place better gets it, who has to give up another place for it,
/// which goes to whoever is best for that one (ejection chains; M. Yagiura, T. Ibaraki, F. Glover, INFORMS Journal on Computing 16,
/// 2004).</summary>
internal sealed class Exchange(Model model)
{
    private const double Least = 1e-7;

    private readonly List<int> _given = [];

    /// <summary>Goes over all places until none can be bettered.</summary>
    public void Sweep(Seating seating, int sweeps, CancellationToken cancellationToken)
    {
        for (var sweep = 0; sweep < sweeps; sweep++)
        {
            var before = seating.Cost;
            for (var place = 0; place < model.Places.Length && !cancellationToken.IsCancellationRequested; place++)
            {
                Better(seating, place);
                if (seating[place] == Model.Nobody)
                {
                    Vacate(seating, place);
                }
            }

            if (before - seating.Cost < Least)
            {
                return;
            }
        }
    }

    /// <summary>Fills an empty place with somebody who gives up everything else for it, where others can take that.</summary>
    /// <returns>Whether the place is filled now.</returns>
    public bool Vacate(Seating seating, int place)
    {
        var before = seating.Cost;
        foreach (var option in model.OptionsOf[place].OrderBy(option => model.People[option.Person].Capacity - seating.Free(option.Person)))
        {
            var given = seating.PlacesOf(option.Person).Select(other => (Place: other, Pick: seating.PickOf(other))).ToList();
            given.ForEach(other => seating.Clear(other.Place));
            var homes = new List<int>();
            if (seating.Allows(place, option.Person))
            {
                seating.Place(place, option);
                foreach (var other in given.OrderByDescending(other => model.Places[other.Place].Empty).ThenByDescending(other => model.Places[other.Place].Load))
                {
                    if (Home(seating, other.Place, Model.Nobody, seating.Cost) is { } home)
                    {
                        seating.Place(other.Place, home);
                        homes.Add(other.Place);
                    }
                }

                if (seating.Cost < before - Least)
                {
                    return true;
                }

                homes.ForEach(seating.Clear);
                seating.Clear(place);
            }

            given.ForEach(other => seating.Place(other.Place, other.Pick));
        }

        return false;
    }

    private void Better(Seating seating, int place)
    {
        var before = seating.Cost;
        Option? had = seating[place] == Model.Nobody ? null : seating.PickOf(place);
        if (had is not null)
        {
            seating.Clear(place);
        }

        foreach (var option in model.OptionsOf[place])
        {
            if (option.Person == had?.Person)
            {
                continue;
            }

            if (seating.Allows(place, option.Person))
            {
                if (seating.Cost + seating.Delta(place, option) < before - Least)
                {
                    seating.Place(place, option);
                    return;
                }
            }

            if ((had is null || option.Cost < had.Value.Cost - Least) && Push(seating, place, option, before))
            {
                return;
            }
        }

        if (had is { } back)
        {
            seating.Place(place, back);
        }
    }

    // Gives the place to somebody who gives up another for it.
    private bool Push(Seating seating, int place, Option option, double before)
    {
        _given.Clear();
        _given.AddRange(seating.PlacesOf(option.Person));
        foreach (var given in _given)
        {
            var pick = seating.PickOf(given);
            seating.Clear(given);
            if (seating.Allows(place, option.Person))
            {
                seating.Place(place, option);
                if (Home(seating, given, option.Person, before) is { } home)
                {
                    seating.Place(given, home);
                    return true;
                }

                seating.Clear(place);
            }

            seating.Place(given, pick);
        }

        return false;
    }

    private Option? Home(Seating seating, int place, int but, double before)
    {
        var (found, least) = (default(Option?), before - Least);
        foreach (var option in model.OptionsOf[place])
        {
            if (option.Person != but && seating.Cost + seating.Delta(place, option) is var cost && cost < least && seating.Allows(place, option.Person))
            {
                (found, least) = (option, cost);
            }
        }

        return found;
    }
}
