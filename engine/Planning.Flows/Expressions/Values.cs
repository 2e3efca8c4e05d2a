using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Planning.Flows.Expressions;

/// <summary>
/// The few shapes a value has inside an instance: null, bool, string, long, decimal, double, or a
/// <see cref="JsonElement"/> for an object or array. They are what JSON text gives back, so that an instance that was
/// stored and loaded goes on exactly as one that stayed in memory.
/// </summary>
public static class Values
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";
    private const double LargestExactInteger = 9007199254740992;

    /// <summary>Brings any JSON-able value to its one shape.</summary>
    /// <exception cref="NotSupportedException">The value has no JSON form.</exception>
    public static object? Canonical(object? value) => value switch
    {
        null or bool or string or long or decimal => value,
        int or short or sbyte or byte or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong large => large <= long.MaxValue ? (long)large : (decimal)large,
        double number => Canonical(number),
        float number => Canonical((double)(decimal)number),
        DateTimeOffset instant => instant.ToString(InstantFormat, CultureInfo.InvariantCulture),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        Guid or Enum or Uri => value.ToString(),
        JsonElement element => FromJson(element),
        JsonNode node => FromJson(JsonSerializer.SerializeToElement(node)),
        _ => FromJson(JsonSerializer.SerializeToElement(value)),
    };

    /// <summary>The value that JSON text stands for.</summary>
    public static object? FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => Number(element),
        _ => element.Clone(),
    };

    /// <summary>The value as a node a caller may change without changing the instance.</summary>
    public static JsonNode? ToNode(object? canonical) => canonical switch
    {
        null => null,
        JsonElement { ValueKind: JsonValueKind.Array } array => JsonArray.Create(array),
        JsonElement element => JsonObject.Create(element),
        bool flag => JsonValue.Create(flag),
        string text => JsonValue.Create(text),
        long number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        _ => ToNode(Canonical(canonical)),
    };

    /// <summary>How the value reads when it is written to a line of text.</summary>
    public static string? ToText(object? canonical) => canonical switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "True" : "False",
        JsonElement element => element.GetRawText(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => canonical.ToString(),
    };

    /// <summary>The value as the .NET type that an activity asks for; the type's default when there is none.</summary>
    public static T? As<T>(object? canonical)
    {
        if (canonical is T same)
        {
            return same;
        }

        if (canonical is null)
        {
            return default;
        }

        var asked = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (asked.IsAssignableTo(typeof(JsonNode)))
        {
            return (T?)(object?)ToNode(canonical);
        }

        return (T?)(Scalar(canonical, asked) ?? Deserialize(canonical, asked));
    }

    private static object? Scalar(object value, Type asked) => asked switch
    {
        _ when asked == typeof(string) => ToText(value),
        _ when asked == typeof(bool) => Conversion.ToYesNo(value).Value,
        _ when asked.IsEnum && value is string text => Enum.Parse(asked, text, ignoreCase: true),
        _ when asked == typeof(TimeSpan) && value is string text => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
        _ when asked == typeof(DateOnly) && value is string text => DateOnly.Parse(text, CultureInfo.InvariantCulture),
        _ when asked == typeof(DateTimeOffset) && value is string text => Conversion.ReadInstant(text),
        _ when asked.IsPrimitive || asked == typeof(decimal) =>
            Convert.ChangeType(Conversion.ToNumber(value).Value ?? 0L, asked, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static object? Deserialize(object value, Type asked) => value is string text && asked != typeof(string)
        ? JsonSerializer.Deserialize(text, asked, JsonSerializerOptions.Web)
        : ToNode(value).Deserialize(asked, JsonSerializerOptions.Web);

    private static object Number(JsonElement element)
    {
        if (element.TryGetInt64(out var whole))
        {
            return whole;
        }

        var hasExponent = element.GetRawText().AsSpan().ContainsAny('e', 'E');
        return !hasExponent && element.TryGetDecimal(out var exact) ? exact : Canonical(element.GetDouble()) ?? 0L;
    }

    private static object? Canonical(double number)
    {
        if (!double.IsFinite(number))
        {
            return null;
        }

        if (number == Math.Floor(number) && Math.Abs(number) < LargestExactInteger)
        {
            return (long)number;
        }

        // Written without an exponent it would be read back as a decimal, so that is what it is.
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal)
            ? number
            : decimal.Parse(text, CultureInfo.InvariantCulture);
    }
}
