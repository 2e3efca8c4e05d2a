using System.Collections.Frozen;
using System.Reflection;
using Planning.Rules.Wording;

namespace Planning.Rules.Facts;

/// <summary>What rules may know: the inputs, their fields and, through those, every record and enum in reach.</summary>
/// <remarks>Immutable and safe to share between threads. Types of <c>System</c> are never facts: what may be
/// called on them is decided by the allow-list of the dialect.</remarks>
public sealed class FactSchema
{
    private readonly FrozenDictionary<Type, FrozenDictionary<string, PropertyInfo>> _records;
    private readonly FrozenDictionary<string, Type> _enums;

    public FactSchema(params IReadOnlyList<FactInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var twice = inputs.GroupBy(input => input.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Skip(1).Any());
        if (twice is not null)
        {
            throw new ArgumentException($"Two inputs are called {twice.Key}.", nameof(inputs));
        }

        Inputs = [.. inputs];
        var reach = new FactReach();
        foreach (var input in Inputs)
        {
            reach.Include(input.Type);
        }

        _records = reach.Records.ToFrozenDictionary(
            pair => pair.Key,
            pair => pair.Value.ToFrozenDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase));
        _enums = reach.Enums.GroupBy(type => type.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    public IReadOnlyList<FactInput> Inputs { get; }

    internal IEnumerable<string> EnumNames => _enums.Keys;

    internal PropertyInfo? Field(Type record, string name) =>
        _records.TryGetValue(record, out var fields) ? fields.GetValueOrDefault(name)
        : IsMade(record) ? DataRecord.FieldsOf(record).FirstOrDefault(field => Same(field.Name, name))
        : IsPair(record) ? Array.Find(record.GetProperties(), field => Same(field.Name, name))
        : null;

    internal IEnumerable<string> FieldNames(Type record) =>
        _records.TryGetValue(record, out var fields) ? fields.Values.Select(field => field.Name)
        : IsMade(record) ? DataRecord.FieldsOf(record).Select(field => field.Name)
        : IsPair(record) ? record.GetProperties().Select(field => field.Name)
        : [];

    internal bool IsRecord(Type type) => _records.ContainsKey(type) || IsMade(type);

    internal Label LabelOf(PropertyInfo field) => Inputs
        .Select(input => input.Labels.GetValueOrDefault($"{field.DeclaringType?.Name}.{field.Name}")
            ?? input.Labels.GetValueOrDefault(field.Name))
        .FirstOrDefault(label => label is not null) ?? Labels.Of(field);

    internal Type? EnumNamed(string name) => _enums.GetValueOrDefault(name);

    // A record that a rule makes itself is in no input's reach.
    private static bool IsMade(Type record) => typeof(DataRecord).IsAssignableFrom(record);

    // An entry of a dictionary has Key and Value, a group of a list has Key.
    private static bool IsPair(Type type) => type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            || type.GetGenericTypeDefinition() == typeof(IGrouping<,>));

    private static bool Same(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
