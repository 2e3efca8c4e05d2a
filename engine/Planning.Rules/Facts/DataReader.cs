using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Planning.Rules.Formulas;

namespace Planning.Rules.Facts;

/// <summary>Reads data into the records that were made for their shape. Fields the record does not have are left
/// out.</summary>
/// <param name="isComplete">Whether a fact that cannot be null must be given; if not, it is its type's zero, as it is
/// in RulesEngine's lists.</param>
internal sealed class DataReader(bool isComplete)
{
    private readonly ConcurrentDictionary<Type, Plan> _plans = [];

    /// <exception cref="ArgumentException">A value does not read as the type its field has.</exception>
    public object? Read(object? data, Type to, string path, string? member = null)
    {
        var value = RawFacts.Unwrap(data);
        if (value is null)
        {
            return !IsNeeded(to) ? null : !isComplete ? RuntimeDefault(to) : throw NotGiven(to, Place(path, member));
        }

        if (to.IsInstanceOfType(value))
        {
            return value;
        }

        if (typeof(DataRecord).IsAssignableFrom(to) && RawFacts.Members(value) is { } members)
        {
            return Record(value, members, to, Place(path, member));
        }

        if (TypeNames.ElementOf(to) is { } element && RawFacts.Items(value) is { } items)
        {
            return List(items, element, Place(path, member));
        }

        return Plain(value, TypeNames.Bare(to))
            ?? throw new ArgumentException(
                $"The fact {Place(path, member)} must be {TypeNames.Say(to)}.", nameof(data));
    }

    // Put together only where it is told or goes deeper: most facts are plain and sound.
    private static string Place(string path, string? member) => member is null ? path : $"{path}.{member}";

    private static bool IsNeeded(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null;

    private static ArgumentException NotGiven(Type type, string path) => new(
        $"The fact {path} is not given, and {TypeNames.Say(type)} cannot be missing.", nameof(path));

    private static object RuntimeDefault(Type type) =>
        System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);

    private static object? Plain(object value, Type to)
    {
        if (value is string text)
        {
            return LiteralText.TryRead(text, to, out var read) ? read : null;
        }

        if (to.IsEnum && NumberTypes.IsNumber(value.GetType()))
        {
            return Enum.ToObject(to, value);
        }

        return NumberTypes.IsNumber(value.GetType()) && NumberTypes.IsNumber(to)
            && LiteralText.TryRead(Convert.ToString(value, CultureInfo.InvariantCulture)!, to, out var number)
            ? number
            : null;
    }

    private DataRecord Record(object source, IEnumerable<KeyValuePair<string, object?>> members, Type to, string path)
    {
        var plan = _plans.GetOrAdd(to, static type => new Plan(type));
        var record = plan.Create();
        record.Source = source;
        var needed = isComplete ? plan.Needed : 0;
        foreach (var (name, value) in members)
        {
            if (plan.Fields.TryGetValue(name, out var field))
            {
                field.Set(record, Read(value, field.Type, path, name));
                needed -= IsNeeded(field.Type) ? 1 : 0;
            }
        }

        if (needed > 0)
        {
            var given = members.Select(member => member.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var (name, field) = plan.Fields.First(one => IsNeeded(one.Value.Type) && !given.Contains(one.Key));
            throw NotGiven(field.Type, $"{path}.{name}");
        }

        return record;
    }

    private IList List(IEnumerable<object?> items, Type element, string path)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var item in items)
        {
            list.Add(Read(item, element, $"{path}[{list.Count}]"));
        }

        return list;
    }

    /// <summary>How one type of record is filled. Compiled once.</summary>
    private sealed class Plan(Type type)
    {
        public Func<DataRecord> Create { get; } =
            Expression.Lambda<Func<DataRecord>>(Expression.New(type)).Compile();

        public Dictionary<string, (Type Type, Action<DataRecord, object?> Set)> Fields { get; } =
            DataRecord.FieldsOf(type).ToDictionary(
                field => field.Name, field => (field.PropertyType, Setter(field)), StringComparer.OrdinalIgnoreCase);

        /// <summary>How many fields cannot be null.</summary>
        public int Needed { get; } = DataRecord.FieldsOf(type).Count(field => IsNeeded(field.PropertyType));

        private static Action<DataRecord, object?> Setter(PropertyInfo field)
        {
            var record = Expression.Parameter(typeof(DataRecord));
            var value = Expression.Parameter(typeof(object));
            var set = Expression.Assign(
                Expression.Property(Expression.Convert(record, field.DeclaringType!), field),
                Expression.Convert(value, field.PropertyType));
            return Expression.Lambda<Action<DataRecord, object?>>(set, record, value).Compile();
        }
    }
}
