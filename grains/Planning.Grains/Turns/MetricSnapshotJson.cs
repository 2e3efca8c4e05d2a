using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Planning.Accounts.Calendars;
using Planning.Accounts.Metrics;
using Planning.Accounts.Wording;

namespace Planning.Grains.Turns;

/// <summary>A metric snapshot in the journal, by hand: a customer has hundreds, and loading one is mostly reading them.</summary>
/// <remarks>Writes what the serializer itself would write, and reads the members in any order.</remarks>
internal sealed class MetricSnapshotJson : JsonConverter<MetricSnapshot>
{
    private const string Day = "yyyy-MM-dd";

    // Longer than any word, quarter or day that is sound.
    private const int LongestText = 64;

    private string? _currency;
    private string? _source;

    public static MetricSnapshotJson Converter { get; } = new();

    public override MetricSnapshot Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Metric metric = default;
        Quarter period = default;
        decimal value = default;
        string? currency = null;
        DateOnly observedOn = default;
        string source = null!;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (Is(ref reader, "metric"u8))
            {
                metric = MetricOf(ref reader);
            }
            else if (Is(ref reader, "period"u8))
            {
                period = QuarterOf(ref reader);
            }
            else if (Is(ref reader, "value"u8))
            {
                value = reader.GetDecimal();
            }
            else if (Is(ref reader, "currency"u8))
            {
                currency = TextOf(ref reader, ref _currency);
            }
            else if (Is(ref reader, "observedOn"u8))
            {
                observedOn = DayOf(ref reader);
            }
            else if (Is(ref reader, "source"u8))
            {
                source = TextOf(ref reader, ref _source)!;
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return new MetricSnapshot(metric, period, value, currency, observedOn, source);
    }

    public override void Write(Utf8JsonWriter writer, MetricSnapshot value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("metric"u8, Words<Metric>.Of(value.Metric));
        writer.WriteString("period"u8, value.Period.ToString());
        writer.WriteNumber("value"u8, value.Value);
        if (value.Currency is { } currency)
        {
            writer.WriteString("currency"u8, currency);
        }

        writer.WriteString("observedOn"u8, value.ObservedOn.ToString(Day, CultureInfo.InvariantCulture));
        writer.WriteString("source"u8, value.Source);
        writer.WriteEndObject();
    }

    /// <summary>Goes on to the member's value when it has this name.</summary>
    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    private static Metric MetricOf(ref Utf8JsonReader reader)
    {
        Span<char> text = stackalloc char[LongestText];
        return Words<Metric>.TryParse(text[..Copy(ref reader, text)], out var metric)
            ? metric
            : throw new JsonException("This is no metric.");
    }

    private static Quarter QuarterOf(ref Utf8JsonReader reader)
    {
        Span<char> text = stackalloc char[LongestText];
        return Quarter.TryParse(text[..Copy(ref reader, text)], out var quarter)
            ? quarter
            : throw new JsonException("This is no quarter.");
    }

    private static DateOnly DayOf(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String && reader.ValueSpan.Length == Day.Length && reader.TryGetDateTime(out var day)
            ? DateOnly.FromDateTime(day)
            : throw new JsonException("This is no day.");

    // A customer's snapshots come from few sources, one after the other: the same text again is the same object.
    // Threads that race only read a text anew.
    private static string? TextOf(ref Utf8JsonReader reader, ref string? last) =>
        last is { } known && reader.TokenType is JsonTokenType.String && reader.ValueTextEquals(known)
            ? known
            : (last = reader.GetString());

    private static int Copy(ref Utf8JsonReader reader, scoped Span<char> into) =>
        reader.TokenType is JsonTokenType.String && reader.ValueSpan.Length <= into.Length ? reader.CopyString(into) : 0;
}
