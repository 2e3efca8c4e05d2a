using Planning.Staffing.Problem;

namespace Planning.Staffing.Search;

/// <summary>Who has which place, and what that comes to. Never breaks a hard rule.</summary>
internal sealed class Seating
{
    private readonly Model _model;
    private readonly int[] _holders;
    private readonly Option[] _picks;
    private readonly List<int>[] _places;
    private readonly int[] _used;
    private readonly int[] _strategic;
    private readonly int[] _changes;
    private readonly int[] _poolLeft;

    public Seating(Model model, IReadOnlyList<int> poolLeft)
    {
        _model = model;
        _holders = new int[model.Places.Length];
        Array.Fill(_holders, Model.Nobody);
        _picks = new Option[model.Places.Length];
        _places = [.. model.People.Select(_ => new List<int>())];
        _used = new int[model.People.Length];
        _strategic = new int[model.People.Length];
        _changes = new int[model.ByCustomer.Length];
        _poolLeft = [.. poolLeft];
        Cost = model.Places.Sum(place => place.Empty) + Enumerable.Range(0, model.People.Length).Sum(person => model.CostOf(person, Load(person)));
    }

    private Seating(Seating other)
    {
        _model = other._model;
        _holders = [.. other._holders];
        _picks = [.. other._picks];
        _places = [.. other._places.Select(places => places.ToList())];
        _used = [.. other._used];
        _strategic = [.. other._strategic];
        _changes = [.. other._changes];
        _poolLeft = [.. other._poolLeft];
        Cost = other.Cost;
    }

    /// <summary>METHOD §3.3's objective.</summary>
    public double Cost { get; private set; }

    public IReadOnlyList<int> Holders => _holders;

    public int this[int place] => _holders[place];

    public Seating Copy() => new(this);

    /// <summary>In units, with seats outside the problem.</summary>
    public int Load(int person) => _model.People[person].Elsewhere + _used[person];

    public int Free(int person) => _model.People[person].Capacity - _used[person];

    /// <summary>Whether a person who may have an empty place may have it beside all other picks.</summary>
    public bool Allows(int place, int person) => Refusal(place, person) is null;

    /// <returns>The rule that refuses; nothing when none does.</returns>
    public string? Refusal(int place, int person)
    {
        var what = _model.Places[place];
        if (HasOtherAt(what.Customer, place, person))
        {
            return Accounts.Teams.CandidateRule.OneRole;
        }

        if (what.Load > Free(person))
        {
            return Accounts.Teams.CandidateRule.Load;
        }

        if (what.IsBackup)
        {
            return null;
        }

        if (what.IsStrategic && _strategic[person] > 0)
        {
            return Accounts.Teams.CandidateRule.OneS;
        }

        if (IsChange(what, person) && _changes[what.Customer] > 0)
        {
            return Accounts.Teams.CandidateRule.OneChange;
        }

        if (what.IsOfRivals && _model.Rivals[what.Customer].Any(rival => ServesAsRival(rival, person)))
        {
            return Accounts.Teams.CandidateRule.Rivals;
        }

        return !what.IsPool && _model.People[person].Pool is var pool && pool != Model.Nobody && _poolLeft[pool] < what.Load
            ? Accounts.Teams.CandidateRule.PoolFloor
            : null;
    }

    /// <summary>What the objective changes by when a person gets an empty place.</summary>
    public double Delta(int place, Option option) => option.Cost - _model.Places[place].Empty
        + _model.CostOf(option.Person, Load(option.Person) + _model.Places[place].Load)
        - _model.CostOf(option.Person, Load(option.Person));

    public void Place(int place, Option option)
    {
        Cost += Delta(place, option);
        Count(place, option.Person, 1);
        _holders[place] = option.Person;
        _picks[place] = option;
        _places[option.Person].Add(place);
    }

    public void Clear(int place)
    {
        var person = _holders[place];
        Count(place, person, -1);
        _holders[place] = Model.Nobody;
        _places[person].Remove(place);
        Cost -= Delta(place, _picks[place]);
    }

    /// <summary>What somebody has.</summary>
    public IReadOnlyList<int> PlacesOf(int person) => _places[person];

    /// <summary>The pick of a place that is not empty.</summary>
    public Option PickOf(int place) => _picks[place];

    private void Count(int place, int person, int by)
    {
        var what = _model.Places[place];
        _used[person] += by * what.Load;
        if (what.IsBackup)
        {
            return;
        }

        _strategic[person] += what.IsStrategic ? by : 0;
        _changes[what.Customer] += IsChange(what, person) ? by : 0;
        if (!what.IsPool && _model.People[person].Pool is var pool && pool != Model.Nobody)
        {
            _poolLeft[pool] -= by * what.Load;
        }
    }

    private static bool IsChange(Place place, int person) => place.InTriangle && place.Holder != person;

    private bool HasOtherAt(int customer, int place, int person)
    {
        foreach (var other in _model.ByCustomer[customer])
        {
            if (other != place && _holders[other] == person)
            {
                return true;
            }
        }

        return false;
    }

    private bool ServesAsRival(int customer, int person) =>
        Array.Exists(_model.ByCustomer[customer], place => _holders[place] == person && _model.Places[place].IsOfRivals);
}
