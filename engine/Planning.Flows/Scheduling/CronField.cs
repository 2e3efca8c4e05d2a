using System.Globalization;

namespace Planning.Flows.Scheduling;

/// <param name="Name">What a mistake in it is told with.</param>
/// <param name="Names">Words for the values from the least on; empty for none.</param>
internal sealed record CronUnit(string Name, int Least, int Most, params IReadOnlyList<string> Names)
{
    public static CronUnit Seconds { get; } = new("seconds", 0, 59);

    public static CronUnit Minutes { get; } = new("minutes", 0, 59);

    public static CronUnit Hours { get; } = new("hours", 0, 23);

    public static CronUnit Days { get; } = new("days of the month", 1, 31);

    public static CronUnit Months { get; } = new("months", 1, 12,
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    public static CronUnit Weekdays { get; } =
        new("days of the week", 0, 7, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT") { Cycle = 7 };

    /// <summary>After how many values the first one comes again; Sunday is 0 and 7.</summary>
    public int Cycle { get; init; } = Most - Least + 1;

    /// <exception cref="FormatException">The text is no value of this unit.</exception>
    public int Value(string text)
    {
        for (var index = 0; index < Names.Count; index++)
        {
            if (string.Equals(Names[index], text, StringComparison.OrdinalIgnoreCase))
            {
                return Least + index;
            }
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= Least && value <= Most
            ? value
            : throw new FormatException(
                string.Create(CultureInfo.InvariantCulture, $"\"{text}\" is none of the {Name}. They go from {Least} to {Most}."));
    }
}

/// <summary>The values that one field lets through.</summary>
internal sealed record CronField(ulong Bits)
{
    /// <exception cref="FormatException">Says which part is wrong.</exception>
    public static CronField Parse(string text, CronUnit unit)
    {
        var bits = 0UL;
        foreach (var part in text.Split(','))
        {
            bits |= Part(part, unit);
        }

        return new CronField(bits);
    }

    public bool Contains(int value) => (Bits & (1UL << value)) != 0;

    /// <returns>The least value that is not less; null when there is none.</returns>
    public int? Next(int from)
    {
        var rest = from >= 64 ? 0 : Bits >> from << from;
        return rest == 0 ? null : System.Numerics.BitOperations.TrailingZeroCount(rest);
    }

    private static ulong Part(string part, CronUnit unit)
    {
        var pieces = part.Split('/');
        if (pieces is [] or [_, _, _, ..] || pieces[0].Length == 0)
        {
            throw new FormatException($"\"{part}\" cannot be read in the {unit.Name}.");
        }

        var step = pieces is [_, var written] ? Step(written, unit) : 1;
        var (first, last) = Range(pieces[0], unit, isStepped: pieces.Length == 2);
        var bits = 0UL;
        for (var value = first; value <= (first <= last ? last : last + unit.Cycle); value += step)
        {
            // A range over the end goes on at the beginning.
            bits |= 1UL << (value >= unit.Least + unit.Cycle ? value - unit.Cycle : value);
        }

        return bits;
    }

    private static (int First, int Last) Range(string text, CronUnit unit, bool isStepped)
    {
        if (text == "*")
        {
            return (unit.Least, unit.Most);
        }

        return text.Split('-') switch
        {
            [var one] when isStepped => (unit.Value(one), unit.Most),
            [var one] => (unit.Value(one), unit.Value(one)),
            [var from, var to] => (unit.Value(from), unit.Value(to)),
            _ => throw new FormatException($"\"{text}\" cannot be read in the {unit.Name}. Write a range like 1-5."),
        };
    }

    private static int Step(string text, CronUnit unit) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step >= 1 && step <= unit.Most
            ? step
            : throw new FormatException($"\"{text}\" is no step in the {unit.Name}.");
}
