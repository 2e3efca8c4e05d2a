using Planning.Staffing.Problem;

namespace Planning.Staffing.Search;

/// <summary>Fills empty places in the best way there is, by trying all that can still be better: depth-first branch and bound.</summary>
/// <remarks>The bound of what is left is each place at its cheapest, and each person at the least that more work can cost.</remarks>
internal sealed class Repair(Model model)
{
    private int _nodes;
    private int _most;
    private double _best;
    private Option?[] _picked = [];
    private Option?[]? _found;
    private IReadOnlyList<int> _places = [];
    private double[] _rest = [];
    private Func<int, Option[]> _options = null!;

    /// <param name="places">All empty; they are empty again when nothing better is found.</param>
    /// <param name="options">Who may be asked for a place, cheapest first.</param>
    /// <param name="below">Only what comes to less counts.</param>
    /// <param name="nodes">How many picks are tried at most; with enough of them the answer is the best there is.</param>
    /// <returns>Whether all was tried, and whether something better was found; then the places are filled so.</returns>
    public (bool Whole, bool Better) Fill(Seating seating, IReadOnlyList<int> places, Func<int, Option[]> options, double below, int nodes)
    {
        _options = options;
        _places = [.. places.OrderBy(place => options(place).Length).ThenByDescending(place => model.Places[place].Priority).ThenBy(place => place)];
        _picked = new Option?[_places.Count];
        (_found, _best, _nodes, _most) = (null, below, 0, nodes);
        _rest = new double[_places.Count + 1];
        for (var at = _places.Count - 1; at >= 0; at--)
        {
            var place = _places[at];
            var list = options(place);
            _rest[at] = _rest[at + 1] + Math.Min(0, list is [] ? 0 : list[0].Cost - model.Places[place].Empty);
        }

        Go(seating, 0);
        if (_found is not null)
        {
            for (var at = 0; at < _places.Count; at++)
            {
                if (_found[at] is { } option)
                {
                    seating.Place(_places[at], option);
                }
            }
        }

        return (_nodes < _most, _found is not null);
    }

    private void Go(Seating seating, int at)
    {
        if (at == _places.Count)
        {
            if (seating.Cost < _best - 1e-9)
            {
                (_best, _found) = (seating.Cost, [.. _picked]);
            }

            return;
        }

        if (_nodes >= _most || seating.Cost - Slack(seating, at) + _rest[at] >= _best - 1e-9)
        {
            return;
        }

        var place = _places[at];
        foreach (var option in _options(place))
        {
            if (_nodes >= _most)
            {
                return;
            }

            if (seating.Allows(place, option.Person))
            {
                _nodes++;
                seating.Place(place, option);
                _picked[at] = option;
                Go(seating, at + 1);
                _picked[at] = null;
                seating.Clear(place);
            }
        }

        _nodes++;
        Go(seating, at + 1);
    }

    // By how much people can become cheaper when they get more to do: up to their even share it evens out.
    private double Slack(Seating seating, int at)
    {
        var slack = 0d;
        for (var left = at; left < _places.Count; left++)
        {
            var place = model.Places[_places[left]];
            var most = 0d;
            foreach (var option in _options(_places[left]))
            {
                var load = seating.Load(option.Person);
                most = Math.Max(most, model.CostOf(option.Person, load) - model.CostOf(option.Person, load + place.Load));
            }

            slack += most;
        }

        return slack;
    }
}
