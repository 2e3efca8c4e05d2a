using System.Globalization;

namespace Planning.Flows.Scheduling;

/// <summary>Moments that repeat, in Elsa's dialect of CRON: six fields, seconds first, in UTC.</summary>
/// <remarks>
/// Seconds, minutes, hours, days of the month, months, days of the week (0 to 7, Sunday is 0 and 7). Lists, ranges (also
/// over the end: 22-2), steps, names of months and days, <c>?</c> for any day, <c>L</c>, <c>W</c> and <c>#</c>. Where both
/// days are given, both must hold. Cronos, which Elsa uses, does not restore; Quartz counts days from 1 and wants a
/// <c>?</c>, so every expression would have to be rewritten for it, and the engine has no packages.
/// </remarks>
internal sealed class CronExpression
{
    private const int Fields = 6;

    // The calendar repeats itself after 28 years at most, and after 40 where a century leaves a leap day out.
    private const int MostDays = 40 * 366;

    private static readonly Dictionary<string, string> Macros = new(StringComparer.OrdinalIgnoreCase)
    {
        ["@every_second"] = "* * * * * *",
        ["@every_minute"] = "0 * * * * *",
        ["@hourly"] = "0 0 * * * *",
        ["@daily"] = "0 0 0 * * *",
        ["@midnight"] = "0 0 0 * * *",
        ["@weekly"] = "0 0 0 * * 0",
        ["@monthly"] = "0 0 0 1 * *",
        ["@yearly"] = "0 0 0 1 1 *",
        ["@annually"] = "0 0 0 1 1 *",
    };

    private readonly CronField _seconds;
    private readonly CronField _minutes;
    private readonly CronField _hours;
    private readonly CronDays _days;

    private CronExpression(CronField seconds, CronField minutes, CronField hours, CronDays days) =>
        (_seconds, _minutes, _hours, _days) = (seconds, minutes, hours, days);

    /// <exception cref="FormatException">Says which field is wrong, and how to mend it.</exception>
    public static CronExpression Parse(string text)
    {
        var written = Macros.GetValueOrDefault(text.Trim(), text.Trim());
        var fields = written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != Fields)
        {
            throw new FormatException(
                string.Create(CultureInfo.InvariantCulture, $"\"{text}\" has {fields.Length} fields, not {Fields}. ")
                + "Write second, minute, hour, day of the month, month and day of the week, such as 0 30 8 * * MON-FRI.");
        }

        return new CronExpression(
            CronField.Parse(fields[0], CronUnit.Seconds),
            CronField.Parse(fields[1], CronUnit.Minutes),
            CronField.Parse(fields[2], CronUnit.Hours),
            CronDays.Parse(fields[3], fields[4], fields[5]));
    }

    /// <summary>The first moment after that one; null when there is none in 40 years, such as on 30 February.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var moment = after.ToUniversalTime();
        var from = new DateTime(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc).AddSeconds(1);
        var (day, time) = (DateOnly.FromDateTime(from), TimeOnly.FromDateTime(from));
        for (var tried = 0; tried < MostDays && day < DateOnly.MaxValue; tried++, day = day.AddDays(1), time = TimeOnly.MinValue)
        {
            if (_days.Contain(day) && NextTime(time) is { } found)
            {
                return new DateTimeOffset(day.ToDateTime(found), TimeSpan.Zero);
            }
        }

        return null;
    }

    private TimeOnly? NextTime(TimeOnly from)
    {
        for (var hour = _hours.Next(from.Hour); hour is { } h; hour = _hours.Next(h + 1))
        {
            var isSameHour = h == from.Hour;
            for (var minute = _minutes.Next(isSameHour ? from.Minute : 0); minute is { } m; minute = _minutes.Next(m + 1))
            {
                if (_seconds.Next(isSameHour && m == from.Minute ? from.Second : 0) is { } second)
                {
                    return new TimeOnly(h, m, second);
                }
            }
        }

        return null;
    }
}
