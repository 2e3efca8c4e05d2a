using System.Text.Json;
using Planning.Rules.Dialect;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Facts;

/// <summary>Takes the shape of data from the data themselves.</summary>
internal sealed class ShapeReader(bool isOpen, NullPolicy nulls)
{
    private static readonly FactShape.Value Text = new(typeof(string));

    private int _fields;

    public FactShape Read(object? data) => Read(data, 0);

    private FactShape Read(object? data, int depth)
    {
        if (depth > Limits.JsonDepth)
        {
            throw new ArgumentException($"The facts nest deeper than {Limits.JsonDepth} levels.", nameof(data));
        }

        if (data is JsonElement { ValueKind: JsonValueKind.String })
        {
            return Text;
        }

        var value = RawFacts.Unwrap(data);
        if (RawFacts.Members(value) is { } members)
        {
            var count = value is JsonElement record ? record.GetPropertyCount() : 0;
            return Record(members, Math.Min(count, Limits.FactFields), depth);
        }

        return RawFacts.Items(value) is { } items && (RawFacts.IsData(value) || value is IEnumerable<object?>)
            ? new FactShape.List(Each(items, depth))
            : new FactShape.Value(value?.GetType() ?? typeof(object));
    }

    private FactShape.Record Record(IEnumerable<KeyValuePair<string, object?>> members, int count, int depth)
    {
        var fields = new Dictionary<string, FactShape>(count, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in members)
        {
            if (++_fields > Limits.FactFields)
            {
                throw new ArgumentException($"The facts have more than {Limits.FactFields} fields.", nameof(members));
            }

            if (name.Length > 0 && name[0] != '\0')
            {
                fields.TryAdd(name, Read(value, depth + 1));
            }
        }

        return new FactShape.Record(fields, isOpen);
    }

    private FactShape Each(IEnumerable<object?> items, int depth)
    {
        FactShape? each = null;
        var length = 0;
        foreach (var item in items)
        {
            if (++length > Limits.ListLength)
            {
                throw new ArgumentException(
                    $"A list of the facts has more than {Limits.ListLength} elements.", nameof(items));
            }

            var before = _fields;
            var shape = Read(item, depth + 1);
            _fields = before;
            each = each is null ? shape : FactShape.Merge(each, shape, nulls is NullPolicy.Unknown);
        }

        return each ?? new FactShape.Value(typeof(object));
    }
}
