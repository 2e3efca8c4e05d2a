using System.Text.Json;
using Planning.Rules.Dialect;

namespace Planning.Rules.Facts;

/// <summary>Reads one JSON value, never null, as one type.</summary>
/// <param name="json">At the first token of the value; afterwards at its last.</param>
/// <param name="whole">The <see cref="JsonElement"/> the text is of; null when it is of none.</param>
/// <returns>False when the value does not read as the type.</returns>
internal delegate bool JsonReading<T>(
    ref Utf8JsonReader json, object? whole, out T? value);

/// <summary>Finds how JSON is read as a type: records, lists of those, plain values.</summary>
internal static class JsonReadings
{
    public static JsonReading<T> For<T>(bool isComplete) => (JsonReading<T>)Find(typeof(T), isComplete);

    private static object Find(Type type, bool isComplete)
    {
        if (typeof(DataRecord).IsAssignableFrom(type))
        {
            return Make(nameof(Record), type, new RecordPlan(type, isComplete));
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            return Make(nameof(List), type.GetGenericArguments()[0], isComplete);
        }

        if (Nullable.GetUnderlyingType(type) is { } bare)
        {
            return Make(nameof(OrNull), bare, Find(bare, isComplete));
        }

        return JsonValues.Known.GetValueOrDefault(type)
            ?? Make(type.IsEnum ? nameof(Word) : nameof(Any), type);
    }

    private static object Make(string name, Type type, params object[] arguments) => typeof(JsonReadings)
        .GetMethod(name, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
        .MakeGenericMethod(type)
        .Invoke(null, arguments)!;

    private static JsonReading<T> Record<T>(RecordPlan plan)
        where T : DataRecord =>
        (ref json, whole, out value) =>
        {
            var fits = plan.TryRead(ref json, whole, out var record);
            value = (T?)record;
            return fits;
        };

    private static JsonReading<List<T?>> List<T>(bool isComplete)
    {
        var each = For<T>(isComplete);
        var refusesNull = isComplete && typeof(T).IsValueType && Nullable.GetUnderlyingType(typeof(T)) is null;
        return (ref json, whole, out list) =>
        {
            list = [];
            if (json.TokenType is not JsonTokenType.StartArray)
            {
                return false;
            }

            while (json.Read() && json.TokenType is not JsonTokenType.EndArray)
            {
                var item = default(T);
                if (json.TokenType is JsonTokenType.Null ? refusesNull : !each(ref json, whole, out item))
                {
                    return false;
                }

                // What is too long is told by whoever knows the place.
                if (list.Count == Limits.ListLength)
                {
                    return false;
                }

                list.Add(item);
            }

            return true;
        };
    }

    private static JsonReading<T?> OrNull<T>(JsonReading<T> bare)
        where T : struct =>
        (ref json, whole, out value) =>
        {
            var fits = bare(ref json, whole, out var known);
            value = known;
            return fits;
        };

    // Written as one of the names exactly, which is how choices nearly always come.
    private static JsonReading<T> Word<T>()
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().DistinctBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Select(name => (System.Text.Encoding.UTF8.GetBytes(name), Enum.Parse<T>(name))).ToArray();
        return (ref json, _, out value) =>
        {
            if (json.TokenType is JsonTokenType.String)
            {
                foreach (var (name, member) in names)
                {
                    if (json.ValueTextEquals(name))
                    {
                        value = member;
                        return true;
                    }
                }
            }

            return JsonValues.TryReadAny(ref json, out value);
        };
    }

    private static JsonReading<T> Any<T>() =>
        (ref json, _, out value) => JsonValues.TryReadAny(ref json, out value);
}
