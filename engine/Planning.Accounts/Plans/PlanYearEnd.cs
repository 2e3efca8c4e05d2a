using Planning.Accounts.Calendars;

namespace Planning.Accounts.Plans;

/// <summary>The days at which the next plan year is prepared, in the customer's working days (METHOD A11).</summary>
/// <param name="Opens">The roll-over begins.</param>
/// <param name="DraftBy">Something has been written for the new years.</param>
/// <param name="ReviewBy">The new version is handed in.</param>
/// <param name="Begins">The plan year begins; the new version is approved.</param>
/// <param name="LastCall">From here on the board knows.</param>
public sealed record PlanYearEnd(DateOnly Opens, DateOnly DraftBy, DateOnly ReviewBy, DateOnly Begins, DateOnly LastCall)
{
    /// <summary>How many of the days after the opening somebody has been told of; 0 to 4.</summary>
    public int Told { get; init; }

    /// <param name="year">The plan year that is prepared.</param>
    public static PlanYearEnd Of(int year, RolloverTimes times, WorkingCalendar calendar)
    {
        var begins = new DateOnly(year, 1, 1);
        return new PlanYearEnd(
            calendar.Back(begins, times.Opens),
            calendar.Back(begins, times.Draft),
            calendar.Back(begins, times.Review),
            begins,
            calendar.Add(begins, times.TellAfter));
    }

    /// <summary>The days in order, with what is late on them and who is told.</summary>
    internal IReadOnlyList<(DateOnly On, string Late, string Told)> Steps =>
    [
        (DraftBy, "nothing has been written for the new years", "ACCOUNT_HEAD"),
        (ReviewBy, "the new version has not been handed in", "ACCOUNT_HEAD"),
        (Begins, "the plan year begins without a new version; the last approved one stays in force", "REGION_HEAD"),
        (LastCall, "the plan year is under way without a new version", "STRATEGIC_CUSTOMER_BOARD"),
    ];
}

/// <summary>Working days before the plan year, and after its beginning (METHOD A11).</summary>
public sealed record RolloverTimes(int Opens, int Draft, int Review, int TellAfter);
