using System.Buffers;
using Planning.Staffing.Problem;

namespace Planning.Staffing.Bound;

/// <summary>A proven lower bound of the objective: every place gets a price, and each person picks the places that pay best.</summary>
/// <remarks>Lagrangian relaxation of “one holder for each place” (A. M. Geoffrion, Mathematical Programming Study 2, 1974; for
/// generalised assignment M. L. Fisher, Management Science 27, 1981): what is left is a knapsack for each person, solved by dynamic
/// programming over hundredths of a full-time equivalent, loads rounded down so that the bound stays one. Prices are found by the
/// subgradient method (M. Held, P. Wolfe, H. Crowder, Mathematical Programming 6, 1974) with the average direction of P. M. Camerini,
/// L. Fratta and F. Maffioli (Mathematical Programming Study 3, 1975). Rules that tie customers or people together are left out, which
/// only lowers it.</remarks>
internal sealed class PriceBound
{
    private const int Grid = 100;
    private const double Averaging = 0.6;

    private readonly Model _model;
    private readonly bool _isWhole;
    private readonly int[] _load;
    private readonly int[] _capacity;
    private readonly double[] _gift;
    private readonly double[][] _cost;
    private readonly double[] _price;
    private readonly double[] _direction;
    private readonly int[][] _packed;
    private readonly double[] _value;

    public PriceBound(Model model)
    {
        _model = model;
        _isWhole = model.Places.All(place => place.Load * Grid % Model.Unit == 0);
        _load = [.. model.Places.Select(place => place.Load * Grid / Model.Unit)];
        _capacity = [.. model.People.Select(person => ((person.Capacity * Grid) + Model.Unit - 1) / Model.Unit)];
        _gift = [.. model.People.Index().Select(person => Gift(person.Index))];
        _cost = [.. model.People.Index().Select(person => Costs(person.Index))];
        _price = [.. model.OptionsOf.Index().Select(place => Start(place.Index, place.Item))];
        _direction = new double[_price.Length];
        _packed = new int[model.People.Length][];
        _value = new double[model.People.Length];
        Prices = [.. _price];
    }

    /// <summary>The best bound so far.</summary>
    public double Value { get; private set; } = double.NegativeInfinity;

    /// <summary>What each place is worth at the best bound.</summary>
    public double[] Prices { get; private set; }

    /// <summary>What each person would have at the last prices: several may have picked one place, or nobody.</summary>
    public IReadOnlyList<int[]> Packed => _packed;

    /// <summary>Raises the bound.</summary>
    /// <param name="above">The cost of any solution: how far there is to go.</param>
    /// <param name="after">Told after each step; false ends it.</param>
    public void Rise(int steps, double above, Func<int, bool> after)
    {
        var (scale, idle) = (1.0, 0);
        for (var step = 0; step < steps; step++)
        {
            var value = Evaluate();
            if (value > Value + 1e-9)
            {
                (Value, idle) = (value, 0);
                _price.CopyTo(Prices, 0);
            }
            else if (++idle >= 8)
            {
                (scale, idle) = (scale * 0.6, 0);
                Prices.CopyTo(_price, 0);
            }

            if (!after(step) || above - Value < 1e-6 || scale < 1e-4)
            {
                return;
            }

            Move(scale * Math.Max(above - value, 1e-3));
        }
    }

    private double Evaluate()
    {
        Parallel.For(0, _packed.Length, person => (_packed[person], _value[person]) = Pack(person));
        var value = 0d;
        for (var place = 0; place < _price.Length; place++)
        {
            value += Math.Min(_price[place], _model.Places[place].Empty);
        }

        for (var person = 0; person < _value.Length; person++)
        {
            value += _value[person];
        }

        return value;
    }

    private void Move(double gap)
    {
        var lacking = new double[_price.Length];
        for (var place = 0; place < lacking.Length; place++)
        {
            lacking[place] = _price[place] >= _model.Places[place].Empty ? 0 : 1;
        }

        foreach (var picks in _packed)
        {
            foreach (var place in picks)
            {
                lacking[place]--;
            }
        }

        var length = 0d;
        for (var place = 0; place < lacking.Length; place++)
        {
            _direction[place] = (lacking[place] * (1 - Averaging)) + (_direction[place] * Averaging);
            length += _direction[place] * _direction[place];
        }

        if (length < 1e-12)
        {
            return;
        }

        for (var place = 0; place < lacking.Length; place++)
        {
            _price[place] = Math.Min(_model.Places[place].Empty, _price[place] + (gap / length * _direction[place]));
        }
    }

    // The places that pay somebody best at these prices, at most one of each, within the capacity.
    private (int[] Picks, double Value) Pack(int person)
    {
        var capacity = _capacity[person];
        var gains = ArrayPool<(int Place, int Load, double Gain)>.Shared.Rent(_model.ByPerson[person].Length);
        var count = 0;
        foreach (var choice in _model.ByPerson[person])
        {
            var gain = _price[choice.Place] - choice.Cost;
            if (gain > -_gift[person] * _load[choice.Place])
            {
                gains[count++] = (choice.Place, _load[choice.Place], gain);
            }
        }

        var words = ((count * (capacity + 1)) + 63) / 64;
        var taken = ArrayPool<ulong>.Shared.Rent(words);
        taken.AsSpan(0, words).Clear();
        Span<double> best = stackalloc double[capacity + 1];
        best.Fill(double.NegativeInfinity);
        best[0] = 0;
        for (var item = 0; item < count; item++)
        {
            var (_, load, gain) = gains[item];
            for (var room = capacity; room >= load; room--)
            {
                if (best[room - load] + gain is var with && with > best[room])
                {
                    best[room] = with;
                    var bit = (item * (capacity + 1)) + room;
                    taken[bit / 64] |= 1UL << (bit % 64);
                }
            }
        }

        var (most, at) = (double.PositiveInfinity, 0);
        for (var room = 0; room <= capacity; room++)
        {
            if (best[room] > double.NegativeInfinity && _cost[person][room] - best[room] is var value && value < most)
            {
                (most, at) = (value, room);
            }
        }

        var picks = new List<int>();
        for (var (item, room) = (count - 1, at); item >= 0; item--)
        {
            var bit = (item * (capacity + 1)) + room;
            if ((taken[bit / 64] & (1UL << (bit % 64))) != 0)
            {
                picks.Add(gains[item].Place);
                room -= gains[item].Load;
            }
        }

        ArrayPool<(int Place, int Load, double Gain)>.Shared.Return(gains);
        ArrayPool<ulong>.Shared.Return(taken);
        return ([.. picks], most);
    }

    // More to do can make somebody cheaper, up to the even share: by so much for each step of the grid, at most.
    private double Gift(int person)
    {
        var (elsewhere, capacity) = (_model.People[person].Elsewhere, _model.People[person].Capacity);
        return capacity == 0 ? 0 : Math.Max(0, _model.CostOf(person, elsewhere) - _model.CostOf(person, elsewhere + 1)) * Model.Unit / Grid * 1.02;
    }

    // What somebody costs at each step of the grid: at most what any load that is rounded down to it costs.
    private double[] Costs(int person)
    {
        var one = _model.People[person];
        var costs = new double[_capacity[person] + 1];
        for (var room = 0; room < costs.Length; room++)
        {
            costs[room] = _model.CostOf(person, one.Elsewhere + (room * Model.Unit / Grid));
        }

        // Where loads are not whole hundredths, the true load may be anything above.
        for (var room = costs.Length - 2; !_isWhole && room >= 0; room--)
        {
            costs[room] = Math.Min(costs[room], costs[room + 1]);
        }

        return costs;
    }

    private double Start(int place, Option[] options) =>
        Math.Min(_model.Places[place].Empty, options is [] ? _model.Places[place].Empty : options[0].Cost);
}
