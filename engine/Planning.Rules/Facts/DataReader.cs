using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Planning.Rules.Dialect;
using Planning.Rules.Formulas;

namespace Planning.Rules.Facts;

/// <summary>Reads data into the records that were made for their shape. Fields the record does not have are left
/// out.</summary>
/// <param name="isComplete">Whether a fact that cannot be null must be given; if not, it is its type's zero, as it is
/// in RulesEngine's lists.</param>
internal sealed class DataReader(bool isComplete)
{
    private static readonly JsonReaderOptions Text = new() { MaxDepth = Limits.JsonDepth };

    private readonly ConcurrentDictionary<Type, RecordPlan> _plans = [];

    /// <summary>Reads JSON text without making elements of it.</summary>
    /// <exception cref="ArgumentException">The text is not JSON, or a value does not read as the type its field
    /// has.</exception>
    public object? ReadJson(ReadOnlySpan<byte> text, Type to, string path)
    {
        try
        {
            var json = new Utf8JsonReader(text, Text);
            if (typeof(DataRecord).IsAssignableFrom(to) && json.Read()
                && PlanOf(to).TryRead(ref json, null, out var record) && !json.Read())
            {
                return record;
            }

            json = new Utf8JsonReader(text, Text);
            var element = JsonElement.ParseValue(ref json);
            _ = json.Read();
            return Read(element, to, path);
        }
        catch (Exception flaw) when (flaw is JsonException or InvalidOperationException)
        {
            throw new ArgumentException($"The fact {path} is not JSON: {flaw.Message}", nameof(text), flaw);
        }
    }

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

        if (typeof(DataRecord).IsAssignableFrom(to))
        {
            if (value is JsonElement { ValueKind: JsonValueKind.Object } json && TryRead(json, value, to) is { } sound)
            {
                return sound;
            }

            if (RawFacts.Members(value) is { } members)
            {
                return Record(value, members, to, Place(path, member));
            }
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

    private DataRecord? TryRead(JsonElement element, object source, Type to)
    {
        try
        {
            var json = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(element), RecordPlan.OfElements);
            return json.Read() && PlanOf(to).TryRead(ref json, source, out var record) ? record : null;
        }
        catch (InvalidOperationException)
        {
            // A text that is no Unicode: told by whoever reads it value by value.
            return null;
        }
    }

    private RecordPlan PlanOf(Type type)
    {
        if (_plans.TryGetValue(type, out var known))
        {
            return known;
        }

        // A plan keeps its type alive, which may be of data that come once.
        if (_plans.Count >= Limits.Shapes)
        {
            _plans.Clear();
        }

        return _plans.GetOrAdd(type, new RecordPlan(type, isComplete));
    }

    private static bool IsNeeded(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null;

    private static ArgumentException NotGiven(Type type, string path) => new(
        $"The fact {path} is not given, and {TypeNames.Say(type)} cannot be missing.", nameof(path));

    private static object RuntimeDefault(Type type) =>
        System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);

    /// <returns>Null when the value does not read as the type.</returns>
    public static object? Plain(object value, Type to)
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
        var plan = PlanOf(to);
        var record = plan.Create();
        record.Source = source;
        var given = new bool[plan.Fields.Count];
        foreach (var (name, value) in members)
        {
            if (plan.Find(name) is >= 0 and var place)
            {
                var field = plan.Fields[place];
                field.Write(record, Read(value, field.Type, path, name));
                given[place] = true;
            }
        }

        var missing = plan.Fields.Index().FirstOrDefault(one => one.Item.IsNeeded && !given[one.Index]).Item;
        return missing is null || !isComplete ? record : throw NotGiven(missing.Type, $"{path}.{missing.Name}");
    }

    private IList List(IEnumerable<object?> items, Type element, string path)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var item in items)
        {
            if (list.Count == Limits.ListLength)
            {
                throw new ArgumentException(
                    $"The fact {path} has more than {Limits.ListLength} elements.", nameof(items));
            }

            list.Add(Read(item, element, $"{path}[{list.Count}]"));
        }

        return list;
    }
}
