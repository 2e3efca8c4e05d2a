using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Calendars;

/// <summary>A calendar quarter, the beat of tiering: <c>2026-Q3</c>.</summary>
/// <param name="Year">1 to 9998.</param>
/// <param name="Number">1 to 4.</param>
[JsonConverter(typeof(TextJsonConverter<Quarter>))]
public readonly record struct Quarter(int Year, int Number) : IParsable<Quarter>, IComparable<Quarter>
{
    public DateOnly StartsOn => new(Year, (Number * 3) - 2, 1);

    public DateOnly EndsOn => StartsOn.AddMonths(3).AddDays(-1);

    private int Index => (Year * 4) + Number - 1;

    public static bool operator <(Quarter left, Quarter right) => left.Index < right.Index;

    public static bool operator >(Quarter left, Quarter right) => left.Index > right.Index;

    public static bool operator <=(Quarter left, Quarter right) => left.Index <= right.Index;

    public static bool operator >=(Quarter left, Quarter right) => left.Index >= right.Index;

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    public static Quarter Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var quarter)
        ? quarter
        : throw new FormatException($"“{s}” is not a quarter; write it like 2026-Q3.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Quarter result) =>
        TryParse(s.AsSpan(), out result);

    public static bool TryParse(ReadOnlySpan<char> s, out Quarter result)
    {
        result = default;
        if (s is not [_, _, _, _, '-', 'Q' or 'q', var number and >= '1' and <= '4']
            || !int.TryParse(s[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1 or > 9998)
        {
            return false;
        }

        result = new Quarter(year, number - '0');
        return true;
    }

    /// <returns>The quarter <paramref name="count"/> quarters later, or earlier when negative.</returns>
    public Quarter Add(int count) => new((Index + count) / 4, ((Index + count) % 4) + 1);

    /// <returns>How many quarters lie from <paramref name="earlier"/> to this one; negative when it is later.</returns>
    public int Since(Quarter earlier) => Index - earlier.Index;

    public int CompareTo(Quarter other) => Index.CompareTo(other.Index);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}");
}
