using System.Collections;
using Planning.Flows.Expressions;

namespace Planning.Flows.Instances;

/// <summary>Named values in the order they were first set, each in its one JSON-able shape (<see cref="Values"/>).</summary>
public sealed class ValueBag : IReadOnlyCollection<KeyValuePair<string, object?>>
{
    // Most bags stay empty, most others hold one or two; only large ones are worth a dictionary.
    private const int Few = 8;

    private List<KeyValuePair<string, object?>>? _values;
    private Dictionary<string, int>? _places;

    public ValueBag() { }

    public ValueBag(IEnumerable<KeyValuePair<string, object?>> values)
    {
        foreach (var (name, value) in values)
        {
            this[name] = value;
        }
    }

    public int Count => _values?.Count ?? 0;

    /// <summary>Null for a name that is not there.</summary>
    public object? this[string name]
    {
        get => PlaceOf(name) is var place and >= 0 ? _values![place].Value : null;
        set
        {
            var entry = KeyValuePair.Create(name, Values.Canonical(value));
            if (PlaceOf(name) is var place and >= 0)
            {
                _values![place] = entry;
                return;
            }

            (_values ??= new(1)).Add(entry);
            if (_places is not null)
            {
                _places[name] = _values.Count - 1;
            }
            else if (_values.Count > Few)
            {
                Index();
            }
        }
    }

    public bool Contains(string name) => PlaceOf(name) >= 0;

    public bool Remove(string name)
    {
        if (PlaceOf(name) is var place and >= 0)
        {
            _values!.RemoveAt(place);
            if (_places is not null)
            {
                Index();
            }

            return true;
        }

        return false;
    }

    /// <summary>The value as the type that is asked for; that type's default when there is none.</summary>
    public T? Get<T>(string name) => Values.As<T>(this[name]);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        _values?.GetEnumerator() ?? Enumerable.Empty<KeyValuePair<string, object?>>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PlaceOf(string name)
    {
        if (_places is not null)
        {
            return _places.GetValueOrDefault(name, -1);
        }

        for (var place = 0; place < Count; place++)
        {
            if (_values![place].Key == name)
            {
                return place;
            }
        }

        return -1;
    }

    private void Index()
    {
        _places = new Dictionary<string, int>(_values!.Count, StringComparer.Ordinal);
        foreach (var (place, value) in _values.Index())
        {
            _places[value.Key] = place;
        }
    }
}
