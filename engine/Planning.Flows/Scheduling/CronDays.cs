using System.Globalization;

namespace Planning.Flows.Scheduling;

/// <summary>The days that an expression lets through: month, day of the month and day of the week hold together.</summary>
internal sealed class CronDays
{
    private const int Saturday = 6;
    private const int Sunday = 0;
    private const int Week = 7;

    private readonly CronField _months;
    private readonly List<Func<DateOnly, bool>> _daysOfMonth;
    private readonly List<Func<DateOnly, bool>> _daysOfWeek;

    private CronDays(CronField months, List<Func<DateOnly, bool>> daysOfMonth, List<Func<DateOnly, bool>> daysOfWeek) =>
        (_months, _daysOfMonth, _daysOfWeek) = (months, daysOfMonth, daysOfWeek);

    /// <exception cref="FormatException">Says which part is wrong.</exception>
    public static CronDays Parse(string daysOfMonth, string months, string daysOfWeek) => new(
        CronField.Parse(months, CronUnit.Months),
        [.. daysOfMonth.Split(',').Select(DayOfMonth)],
        [.. daysOfWeek.Split(',').Select(DayOfWeek)]);

    public bool Contain(DateOnly day) => _months.Contains(day.Month)
        && _daysOfMonth.Exists(holds => holds(day)) && _daysOfWeek.Exists(holds => holds(day));

    private static Func<DateOnly, bool> DayOfMonth(string part)
    {
        var text = part.ToUpperInvariant();
        if (text is "?")
        {
            return _ => true;
        }

        var isWorkday = text.EndsWith('W');
        var place = isWorkday ? text[..^1] : text;
        if (place.StartsWith('L'))
        {
            var before = place.Length == 1 ? 0 : Number(place, part, 'L', '-', 0, 30);
            return isWorkday
                ? day => day == Workday(Last(day).AddDays(-before))
                : day => day == Last(day).AddDays(-before);
        }

        if (isWorkday)
        {
            var wanted = CronUnit.Days.Value(place);
            return day => wanted <= Last(day).Day && day == Workday(new DateOnly(day.Year, day.Month, wanted));
        }

        var field = CronField.Parse(text, CronUnit.Days);
        return day => field.Contains(day.Day);
    }

    private static Func<DateOnly, bool> DayOfWeek(string part)
    {
        var text = part.ToUpperInvariant();
        if (text is "?")
        {
            return _ => true;
        }

        if (text.Split('#') is [var name, var ordinal])
        {
            var (wanted, nth) = (CronUnit.Weekdays.Value(name) % Week, Number(ordinal, part, ' ', ' ', 1, 5));
            return day => (int)day.DayOfWeek == wanted && (day.Day - 1) / Week == nth - 1;
        }

        if (text.Length > 1 && text.EndsWith('L'))
        {
            var wanted = CronUnit.Weekdays.Value(text[..^1]) % Week;
            return day => (int)day.DayOfWeek == wanted && day.AddDays(Week).Month != day.Month;
        }

        var field = CronField.Parse(text, CronUnit.Weekdays);
        return day => field.Contains((int)day.DayOfWeek);
    }

    private static int Number(string text, string part, char first, char second, int least, int most) =>
        int.TryParse(text.TrimStart(first).TrimStart(second), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
                ? number
                : throw new FormatException($"\"{part}\" is no day.");

    private static DateOnly Last(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    // The nearest day from Monday to Friday in the same month.
    private static DateOnly Workday(DateOnly day) => ((int)day.DayOfWeek, day.Day, day == Last(day)) switch
    {
        (Saturday, 1, _) => day.AddDays(2),
        (Saturday, _, _) => day.AddDays(-1),
        (Sunday, _, true) => day.AddDays(-2),
        (Sunday, _, _) => day.AddDays(1),
        _ => day,
    };
}
