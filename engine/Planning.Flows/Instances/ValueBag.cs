using System.Collections;
using Planning.Flows.Expressions;

namespace Planning.Flows.Instances;

/// <summary>Named values in the order they were first set, each in its one JSON-able shape (<see cref="Values"/>).</summary>
public sealed class ValueBag : IReadOnlyCollection<KeyValuePair<string, object?>>
{
    private OrderedDictionary<string, object?>? _values; // Most bags stay empty.

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
        get => _values?.GetValueOrDefault(name);
        set => (_values ??= new(StringComparer.Ordinal))[name] = Values.Canonical(value);
    }

    public bool Contains(string name) => _values?.ContainsKey(name) is true;

    public bool Remove(string name) => _values?.Remove(name) is true;

    /// <summary>The value as the type that is asked for; that type's default when there is none.</summary>
    public T? Get<T>(string name) => Values.As<T>(this[name]);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        _values?.GetEnumerator() ?? Enumerable.Empty<KeyValuePair<string, object?>>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
