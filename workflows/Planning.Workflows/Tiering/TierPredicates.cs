using System.Collections.Frozen;
using Planning.Accounts.Calendars;

namespace Planning.Workflows.Tiering;

/// <summary>What is going on at a customer that postpones a tier move (METHOD §4.4, 4).</summary>
public static class TierPredicates
{
    /// <summary>30 working days before to 10 after the start of a plan-year.</summary>
    public const string PlanFreezeWindow = "plan_freeze_window";

    private const int DaysBefore = 30;
    private const int DaysAfter = 10;

    private static readonly FrozenSet<string> InWindowOnly = [PlanFreezeWindow];
    private static readonly FrozenSet<string> Nothing = [];

    public static IReadOnlySet<string> Of(Quarter period, WorkingCalendar calendar)
    {
        var on = period.EndsOn;
        var frozen = InWindow(on, on.Year, calendar) || InWindow(on, on.Year + 1, calendar);
        return frozen ? InWindowOnly : Nothing;
    }

    private static bool InWindow(DateOnly day, int planYear, WorkingCalendar calendar)
    {
        var start = new DateOnly(planYear, 1, 1);
        return day <= calendar.Add(start, DaysAfter) && calendar.Add(day, DaysBefore) >= start;
    }
}
