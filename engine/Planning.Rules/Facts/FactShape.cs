using System.Text;
using Planning.Rules.Dialect;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Facts;

/// <summary>What data that comes without a .NET type looks like: JSON, or dictionaries inside dictionaries.</summary>
/// <remarks>Given by whoever knows the data, or taken from an example with <see cref="Of"/>.</remarks>
public abstract record FactShape
{
    private FactShape() { }

    /// <summary>One value: a number, a text, a day; <c>object</c> where nothing is known.</summary>
    public sealed record Value(Type Type) : FactShape;

    /// <summary>A list whose elements all look alike.</summary>
    public sealed record List(FactShape Each) : FactShape;

    /// <summary>Named fields.</summary>
    /// <param name="IsOpen">Under RulesEngine's null policy a field that is not here is null, not a mistake.</param>
    public sealed record Record(IReadOnlyDictionary<string, FactShape> Fields, bool IsOpen = false) : FactShape;

    /// <returns>The shape of data: of <c>JsonElement</c>, <c>JsonNode</c>, dictionaries by name, lists of those, and
    /// plain values.</returns>
    /// <exception cref="ArgumentException">The data nest too deep or have too many fields.</exception>
    public static FactShape Of(object? data, bool isOpen = false, NullPolicy nulls = NullPolicy.Unknown) =>
        new ShapeReader(isOpen, nulls).Read(data);

    /// <summary>Equal for shapes that are alike.</summary>
    internal string Key => WriteKey(new StringBuilder()).ToString();

    private StringBuilder WriteKey(StringBuilder key)
    {
        switch (this)
        {
            case Value value:
                return key.Append(NameOf(value.Type)).Append(';');
            case List list:
                return list.Each.WriteKey(key.Append('[')).Append(']');
            case Record record:
                key.Append(record.IsOpen ? "{?" : "{");
                foreach (var (name, field) in record.Fields)
                {
                    field.WriteKey(key.Append(name.Length).Append(':').Append(name));
                }

                return key.Append('}');
            default:
                throw new System.Diagnostics.UnreachableException($"Unknown shape {GetType().Name}.");
        }
    }

    // The names of the runtime's own types are nobody else's: data are full of them, and the long form is long.
    private static string? NameOf(Type type) =>
        type is { IsGenericType: false } && type.Assembly == typeof(object).Assembly
            ? type.FullName
            : type.AssemblyQualifiedName;

    /// <returns>The shape both fit.</returns>
    internal static FactShape Merge(FactShape left, FactShape right, bool missingIsNull)
    {
        switch (left, right)
        {
            case (Value { Type: var one }, Value { Type: var other }) when one == other:
                return left;
            case (Value { Type: var nothing }, var known) when nothing == typeof(object):
                return OrNull(known, missingIsNull);
            case (var known, Value { Type: var nothing }) when nothing == typeof(object):
                return OrNull(known, missingIsNull);
            case (Value one, Value other):
                return new Value(Common(one.Type, other.Type));
            case (List one, List other):
                return new List(Merge(one.Each, other.Each, missingIsNull));
            case (Record one, Record other):
                return Merge(one, other, missingIsNull);
            default:
                return new Value(typeof(object));
        }
    }

    private static Type Common(Type left, Type right)
    {
        var (one, other) = (TypeNames.Bare(left), TypeNames.Bare(right));
        var common = one == other ? one : NumberTypes.Common(one, other) ?? typeof(object);
        return one == left && other == right ? common : TypeNames.OrNull(common);
    }

    private static Record Merge(Record left, Record right, bool missingIsNull)
    {
        var fields = new Dictionary<string, FactShape>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, field) in left.Fields)
        {
            fields[name] = right.Fields.TryGetValue(name, out var same)
                ? Merge(field, same, missingIsNull)
                : OrNull(field, missingIsNull);
        }

        foreach (var (name, field) in right.Fields.Where(field => !fields.ContainsKey(field.Key)))
        {
            fields[name] = OrNull(field, missingIsNull);
        }

        if (fields.Count > Limits.FactFields)
        {
            throw new ArgumentException(
                $"The elements of a list of the facts have more than {Limits.FactFields} fields.", nameof(right));
        }

        return new Record(fields, left.IsOpen || right.IsOpen);
    }

    private static FactShape OrNull(FactShape shape, bool missingIsNull) =>
        missingIsNull && shape is Value value ? new Value(TypeNames.OrNull(value.Type)) : shape;
}
