using System.Buffers.Text;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Planning.Rules.Formulas;

namespace Planning.Rules.Facts;

/// <summary>Reads plain values from JSON text as <see cref="DataReader"/> does value by value, only without making
/// texts of figures and days.</summary>
internal static class JsonValues
{
    // Up to 15 digits a figure is the same whether it goes through a double or not.
    private const int ExactFigure = 16;

    public static FrozenDictionary<Type, object> Known { get; } = new Dictionary<Type, object>
    {
        [typeof(string)] = (JsonReading<string>)Text,
        [typeof(bool)] = (JsonReading<bool>)Flag,
        [typeof(int)] = (JsonReading<int>)Int,
        [typeof(long)] = (JsonReading<long>)Long,
        [typeof(double)] = (JsonReading<double>)Double,
        [typeof(decimal)] = (JsonReading<decimal>)Decimal,
        [typeof(DateOnly)] = (JsonReading<DateOnly>)Day,
        [typeof(DateTime)] = (JsonReading<DateTime>)Instant,
    }.ToFrozenDictionary();

    /// <summary>The way for whatever is rare: figures as texts, choices as numbers.</summary>
    public static bool TryReadAny<T>(ref Utf8JsonReader json, out T? value)
    {
        var found = RawFacts.Unwrap(JsonElement.ParseValue(ref json))!;
        if ((found is T ? found : DataReader.Plain(found, TypeNames.Bare(typeof(T)))) is T typed)
        {
            value = typed;
            return true;
        }

        value = default;
        return false;
    }

    private static bool Text(ref Utf8JsonReader json, object? whole, out string? value)
    {
        value = json.TokenType is JsonTokenType.String ? json.GetString() : null;
        return value is not null;
    }

    private static bool Flag(ref Utf8JsonReader json, object? whole, out bool value)
    {
        value = json.TokenType is JsonTokenType.True;
        return value || json.TokenType is JsonTokenType.False || TryReadAny(ref json, out value);
    }

    private static bool Int(ref Utf8JsonReader json, object? whole, out int value)
    {
        value = 0;
        return (json.TokenType is JsonTokenType.Number && json.TryGetInt32(out value))
            || TryReadAny(ref json, out value);
    }

    private static bool Long(ref Utf8JsonReader json, object? whole, out long value)
    {
        value = 0;
        return (json.TokenType is JsonTokenType.Number && json.TryGetInt64(out value))
            || TryReadAny(ref json, out value);
    }

    private static bool Double(ref Utf8JsonReader json, object? whole, out double value)
    {
        value = 0;
        return (json.TokenType is JsonTokenType.Number && json.TryGetDouble(out value) && !IsMinusZero(value))
            || TryReadAny(ref json, out value);
    }

    // -0 is a whole number and so a plain zero; -0.0 is not.
    private static bool IsMinusZero(double value) => value == 0 && double.IsNegative(value);

    private static bool Decimal(ref Utf8JsonReader json, object? whole, out decimal value)
    {
        if (json.TokenType is JsonTokenType.Number)
        {
            if (json.TryGetInt64(out var number))
            {
                value = number;
                return true;
            }

            var figure = json.ValueSpan;
            if (figure.Length <= ExactFigure && figure.Contains((byte)'.') && !figure.ContainsAny("eE"u8)
                && Utf8Parser.TryParse(figure.TrimEnd((byte)'0').TrimEnd((byte)'.'), out value, out _)
                && (value != 0 || figure[0] != '-'))
            {
                return true;
            }
        }

        return TryReadAny(ref json, out value);
    }

    private static bool Day(ref Utf8JsonReader json, object? whole, out DateOnly value)
    {
        if (IsPlainText(ref json, "2026-01-31".Length)
            && DateOnly.TryParseExact(
                Ascii(json.ValueSpan, stackalloc char[10]),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out value))
        {
            return true;
        }

        return TryReadAny(ref json, out value);
    }

    private static bool Instant(ref Utf8JsonReader json, object? whole, out DateTime value) =>
        (IsPlainText(ref json, "2026-01-31T00:00:00".Length)
            && DateTime.TryParseExact(
                Ascii(json.ValueSpan, stackalloc char[19]),
                "yyyy-MM-ddTHH:mm:ss",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out value))
        || TryReadAny(ref json, out value);

    private static bool IsPlainText(ref Utf8JsonReader json, int length) =>
        json.TokenType is JsonTokenType.String && !json.ValueIsEscaped && json.ValueSpan.Length == length;

    private static ReadOnlySpan<char> Ascii(ReadOnlySpan<byte> text, Span<char> into)
    {
        _ = System.Text.Ascii.ToUtf16(text, into, out var written);
        return into[..written];
    }
}
