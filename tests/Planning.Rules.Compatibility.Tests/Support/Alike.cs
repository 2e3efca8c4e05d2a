using System.Collections;
using System.Globalization;
using System.Text.Json;
using Planning.Rules.Facts;

namespace Planning.Rules.Compatibility.Tests.Support;

/// <summary>Compares a value of ours with one the reference recorded as JSON.</summary>
internal static class Alike
{
    public static bool Value(JsonElement recorded, object? ours) => (recorded.ValueKind, ours) switch
    {
        (JsonValueKind.Null or JsonValueKind.Undefined, _) =>
            ours is null or JsonElement { ValueKind: JsonValueKind.Null },
        (_, null) => false,
        (_, JsonElement element) => JsonElement.DeepEquals(recorded, element),
        (JsonValueKind.True or JsonValueKind.False, bool truth) => recorded.GetBoolean() == truth,
        (JsonValueKind.Number, IConvertible number and not (string or bool)) => Number(recorded, number),
        (JsonValueKind.String, _) => recorded.GetString() == Text(ours),
        (JsonValueKind.Object, DataRecord record) => Object(recorded, record.ToDictionary()),
        (JsonValueKind.Object, IReadOnlyDictionary<string, object?> record) => Object(recorded, record),
        (JsonValueKind.Object, IReadOnlyDictionary<string, JsonElement> record) =>
            Object(recorded, record.ToDictionary(pair => pair.Key, pair => (object?)pair.Value)),
        (JsonValueKind.Array, IEnumerable list) => List(recorded, [.. list.Cast<object?>()]),
        (JsonValueKind.Object, _) => Object(recorded, JsonSerializer.SerializeToElement(ours).EnumerateObject()
            .ToDictionary(member => member.Name, member => (object?)member.Value)),
        _ => false,
    };

    /// <param name="recorded">A type by its C# or .NET name; <c>anonymous</c> for a record a rule made.</param>
    public static bool Type(JsonElement recorded, object? ours) => recorded.ValueKind is not JsonValueKind.String
        || ours is null
        || recorded.GetString() switch
        {
            "int" => ours is int,
            "bool" => ours is bool,
            "string" => ours is string,
            "Double" => ours is double,
            "anonymous" => ours is not IConvertible,
            var name => ours.GetType().Name == name,
        };

    private static bool Number(JsonElement recorded, IConvertible ours)
    {
        var number = ours.ToDouble(CultureInfo.InvariantCulture);
        return Math.Abs(recorded.GetDouble() - number) <= 1e-12 * Math.Max(1, Math.Abs(number));
    }

    private static bool Object(JsonElement recorded, IReadOnlyDictionary<string, object?> ours) =>
        recorded.EnumerateObject().Count() == ours.Count
        && recorded.EnumerateObject().All(
            member => ours.TryGetValue(member.Name, out var value) && Value(member.Value, value));

    private static bool List(JsonElement recorded, object?[] ours) =>
        recorded.GetArrayLength() == ours.Length
        && recorded.EnumerateArray().Zip(ours, Value).All(same => same);

    private static string? Text(object ours) => ours switch
    {
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        double.PositiveInfinity => "Infinity",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => ours.ToString(),
    };
}
