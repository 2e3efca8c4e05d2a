using System.Globalization;
using System.Text.Json;

namespace Planning.Flows.Expressions;

/// <summary>A value brought to the type that an input or variable declares.</summary>
/// <param name="Faithful">False when the conversion had to guess, as Elsa does: text that is no number becomes 0.</param>
/// <remarks>Running is lenient as Elsa is (contract §25.4); reading our own activities refuses what is not faithful.</remarks>
public readonly record struct Conversion(object? Value, bool Faithful = true)
{
    public static Conversion To(object? canonical, DataType type)
    {
        if (type.IsList)
        {
            return ToList(canonical);
        }

        return canonical is null ? new Conversion(null) : type.Kind switch
        {
            DataKind.Text => new Conversion(Values.ToText(canonical)),
            DataKind.YesNo => ToYesNo(canonical),
            DataKind.Integer => ToInteger(canonical),
            DataKind.Number => ToNumber(canonical),
            DataKind.Instant => ToInstant(canonical),
            DataKind.Day => Parsed(canonical, text =>
                DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : null),
            DataKind.Duration => Parsed(canonical, text =>
                TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null),
            DataKind.Json => ToJson(canonical),
            _ => new Conversion(canonical),
        };
    }

    internal static Conversion ToYesNo(object value) => value switch
    {
        bool => new Conversion(value),
        string text when bool.TryParse(text, out var flag) => new Conversion(flag),
        string text => new Conversion(false, text.Length == 0),
        long number => new Conversion(number != 0),
        decimal number => new Conversion(number != 0),
        double number => new Conversion(number != 0),
        _ => new Conversion(false, Faithful: false),
    };

    internal static Conversion ToNumber(object value) => value switch
    {
        long or decimal or double => new Conversion(value),
        bool flag => new Conversion(flag ? 1L : 0L, Faithful: false),
        string { Length: 0 } => new Conversion(null),
        string text when long.TryParse(text, CultureInfo.InvariantCulture, out var whole) => new Conversion(whole),
        string text when decimal.TryParse(text, CultureInfo.InvariantCulture, out var exact) => new Conversion(exact),
        string text when double.TryParse(text, CultureInfo.InvariantCulture, out var number)
            => new Conversion(Values.Canonical(number)),
        _ => new Conversion(0L, Faithful: false),
    };

    internal static DateTimeOffset ReadInstant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static Conversion ToInteger(object value)
    {
        var number = ToNumber(value);
        return number.Value switch
        {
            decimal exact when decimal.Abs(exact) < long.MaxValue =>
                new Conversion((long)decimal.Round(exact), number.Faithful && exact == decimal.Truncate(exact)),
            decimal or double => new Conversion(0L, Faithful: false),
            _ => number,
        };
    }

    private static Conversion ToInstant(object value) => Parsed(value, text =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null);

    private static Conversion Parsed(object value, Func<string, object?> parse) => value switch
    {
        string { Length: 0 } => new Conversion(null),
        string text when parse(text) is { } parsed => new Conversion(Values.Canonical(parsed)),
        _ => new Conversion(value, Faithful: false),
    };

    private static Conversion ToJson(object value) =>
        value is string text ? TryParse(text) ?? new Conversion(text, Faithful: false) : new Conversion(value);

    private static Conversion ToList(object? value) => value switch
    {
        null or "" => new Conversion(null),
        JsonElement { ValueKind: JsonValueKind.Array } => new Conversion(value),
        string text when TryParse(text) is { Value: JsonElement { ValueKind: JsonValueKind.Array } } list => list,
        _ => new Conversion(Values.Canonical(new[] { value })),
    };

    private static Conversion? TryParse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return new Conversion(Values.FromJson(document.RootElement));
        }
        catch (JsonException)
        {
            return null; // Text that is not JSON stays text; the caller says what that means.
        }
    }
}
