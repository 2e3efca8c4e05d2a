using System.Collections.Immutable;

namespace Planning.Accounts.Calendars;

/// <summary>Which days a customer works; stage durations and approval times count these days only (METHOD §3).</summary>
/// <param name="Name">What people call it, usually the country code.</param>
/// <param name="Weekend">Days of the week that are never worked; fewer than seven.</param>
/// <param name="Holidays">Single days that are not worked.</param>
public sealed record WorkingCalendar(
    string Name, ImmutableSortedSet<DayOfWeek> Weekend, ImmutableSortedSet<DateOnly> Holidays)
{
    public static WorkingCalendar MondayToFriday { get; } =
        new("default", [DayOfWeek.Saturday, DayOfWeek.Sunday], []);

    /// <summary>How far the country's clocks are before UTC, in winter: whole or half hours, summer time left out.</summary>
    public TimeSpan Offset { get; init; }

    public bool IsWorkingDay(DateOnly day) => !Weekend.Contains(day.DayOfWeek) && !Holidays.Contains(day);

    /// <summary>How many working days lie after one day up to another, which counts; 0 when it is not later.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly upTo)
    {
        var days = 0;
        for (var day = after.AddDays(1); day <= upTo; day = day.AddDays(1))
        {
            days += IsWorkingDay(day) ? 1 : 0;
        }

        return days;
    }

    /// <param name="from">The day to count from; it is not counted itself.</param>
    /// <param name="workingDays">0 or more. Zero gives <paramref name="from"/>, or the next working day.</param>
    public DateOnly Add(DateOnly from, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        if (Weekend.Count >= 7)
        {
            throw new InvalidOperationException($"The calendar {Name} has no working day.");
        }

        var day = from;
        for (var left = workingDays; left > 0 || !IsWorkingDay(day);)
        {
            day = day.AddDays(1);
            left -= IsWorkingDay(day) && left > 0 ? 1 : 0;
        }

        return day;
    }

    /// <param name="from">The day to count back from; it is not counted itself.</param>
    /// <param name="workingDays">0 or more.</param>
    public DateOnly Back(DateOnly from, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = from;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(-1);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }
}
