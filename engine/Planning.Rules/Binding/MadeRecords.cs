using Planning.Rules.Dialect;
using Planning.Rules.Facts;

namespace Planning.Rules.Binding;

/// <summary>The types of the records that the rules of one file make: one for each shape.</summary>
internal sealed class MadeRecords
{
    private readonly Dictionary<Shape, Type> _known = [];

    /// <returns>Null when the file makes records of too many shapes.</returns>
    public Type? Of(IReadOnlyList<KeyValuePair<string, Type>> fields)
    {
        var shape = new Shape(fields);
        if (_known.TryGetValue(shape, out var known))
        {
            return known;
        }

        return _known.Count >= Limits.Shapes ? null : _known[shape] = RecordTypes.Made(fields);
    }

    private sealed class Shape(IReadOnlyList<KeyValuePair<string, Type>> fields) : IEquatable<Shape>
    {
        private readonly IReadOnlyList<KeyValuePair<string, Type>> _fields = fields;

        public bool Equals(Shape? other) => other is not null && _fields.SequenceEqual(other._fields);

        public override bool Equals(object? obj) => Equals(obj as Shape);

        public override int GetHashCode() => _fields.Aggregate(0, HashCode.Combine);
    }
}
