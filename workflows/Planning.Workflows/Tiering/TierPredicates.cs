using System.Collections.Frozen;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;

namespace Planning.Workflows.Tiering;

/// <summary>What is going on at a customer that postpones a tier move (METHOD §4.4, 4).</summary>
public static class TierPredicates
{
    /// <summary>30 working days before to 10 after the start of a plan-year.</summary>
    public const string PlanFreezeWindow = "plan_freeze_window";

    /// <summary>A campaign for the customer's short list is under way and not decided.</summary>
    public const string OpenCertification = "open_certification";

    /// <summary>Somebody hands a seat over to somebody else.</summary>
    public const string HandoverInProgress = "handover_in_progress";

    private const int DaysBefore = 30;
    private const int DaysAfter = 10;

    private static readonly FrozenSet<string> InWindowOnly = [PlanFreezeWindow];
    private static readonly FrozenSet<string> Nothing = [];

    public static IReadOnlySet<string> Of(Customer customer, Quarter period, WorkingCalendar calendar) =>
        With(customer, period, customer.Team.IsHandedOver(period.EndsOn), Of(period, calendar));

    /// <summary>What goes on at one customer beside what the calendar says.</summary>
    /// <param name="handover">Whether a seat was being handed over when the quarter ended.</param>
    public static IReadOnlySet<string> With(Customer customer, Quarter period, bool handover, IReadOnlySet<string> calendar)
    {
        var undecided = customer.Certification.Campaigns.Values.Any(campaign => campaign.IsUndecidedOn(period.EndsOn));
        if (!undecided && !handover)
        {
            return calendar;
        }

        return calendar
            .Concat(undecided ? [OpenCertification] : [])
            .Concat(handover ? [HandoverInProgress] : [])
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What the calendar says alone.</summary>
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
