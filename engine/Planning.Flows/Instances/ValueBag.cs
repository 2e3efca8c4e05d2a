using System.Collections;
using Planning.Flows.Expressions;

namespace Planning.Flows.Instances;

/// <summary>Named values in the order they were first set, each in its one JSON-able shape (<see cref="Values"/>).</summary>
public sealed class ValueBag : IReadOnlyCollection<KeyValuePair<string, object?>>
{
    private readonly OrderedDictionary<string, object?> _values = new(StringComparer.Ordinal);

    public ValueBag() { }

    public ValueBag(IEnumerable<KeyValuePair<string, object?>> values)
    {
        foreach (var (name, value) in values)
        {
            this[name] = value;
        }
    }

    public int Count => _values.Count;

    /// <summary>Null for a name that is not there.</summary>
    public object? this[string name]
    {
        get => _values.GetValueOrDefault(name);
        set => _values[name] = Values.Canonical(value);
    }

    public bool Contains(string name) => _values.ContainsKey(name);

    public bool Remove(string name) => _values.Remove(name);

    /// <summary>The value as the type that is asked for; that type's default when there is none.</summary>
    public T? Get<T>(string name) => Values.As<T>(this[name]);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
