using Planning.Accounts.Calendars;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Calendars;

public sealed class When_working_days_are_counted
{
    private static readonly WorkingCalendar Swiss = new(
        "CH", [DayOfWeek.Saturday, DayOfWeek.Sunday], [Day("2026-05-14"), Day("2026-12-25"), Day("2027-01-01")]);

    private static readonly WorkingCalendar Kuwaiti = new("KW", [DayOfWeek.Friday, DayOfWeek.Saturday], []);

    [Theory]
    [InlineData("2026-05-04", 1, "2026-05-05")]
    [InlineData("2026-05-04", 4, "2026-05-08")]
    [InlineData("2026-05-04", 5, "2026-05-11")]
    [InlineData("2026-05-08", 1, "2026-05-11")]
    [InlineData("2026-05-09", 1, "2026-05-11")]
    [InlineData("2026-05-04", 25, "2026-06-08")]
    public void weekends_do_not_count(string from, int days, string to) =>
        Assert.Equal(Day(to), WorkingCalendar.MondayToFriday.Add(Day(from), days));

    [Theory]
    [InlineData("2026-05-13", 1, "2026-05-15")]
    [InlineData("2026-05-12", 2, "2026-05-15")]
    [InlineData("2026-05-14", 1, "2026-05-15")]
    public void holidays_do_not_count(string from, int days, string to) => Assert.Equal(Day(to), Swiss.Add(Day(from), days));

    [Theory]
    [InlineData("2026-05-07", 1, "2026-05-10")]
    [InlineData("2026-05-08", 1, "2026-05-10")]
    [InlineData("2026-05-10", 4, "2026-05-14")]
    [InlineData("2026-05-10", 5, "2026-05-17")]
    public void where_friday_and_saturday_are_free_sunday_is_worked(string from, int days, string to) =>
        Assert.Equal(Day(to), Kuwaiti.Add(Day(from), days));

    [Theory]
    [InlineData("2026-05-13", "2026-05-13")]
    [InlineData("2026-05-14", "2026-05-15")]
    [InlineData("2026-05-16", "2026-05-18")]
    public void no_days_give_the_day_itself_or_the_next_working_day(string from, string to) =>
        Assert.Equal(Day(to), Swiss.Add(Day(from), 0));

    [Fact]
    public void the_count_goes_on_over_new_year() => Assert.Equal(Day("2027-01-04"), Swiss.Add(Day("2026-12-24"), 5));

    [Theory]
    [InlineData("2028-02-28", 1, "2028-02-29")]
    [InlineData("2028-02-28", 2, "2028-03-01")]
    [InlineData("2026-02-27", 1, "2026-03-02")]
    public void a_leap_day_is_a_day_like_others(string from, int days, string to) =>
        Assert.Equal(Day(to), WorkingCalendar.MondayToFriday.Add(Day(from), days));

    [Fact]
    public void eighty_days_before_a_plan_year_are_counted_day_by_day() =>
        Assert.Equal(Day("2026-08-24"), WorkingCalendar.MondayToFriday.Add(Day("2026-05-04"), 80));

    [Fact]
    public void counting_backwards_is_a_mistake_of_ours() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Swiss.Add(Day("2026-05-04"), -1));

    [Fact]
    public void a_calendar_without_working_days_says_so()
    {
        var never = new WorkingCalendar("never", [.. Enum.GetValues<DayOfWeek>()], []);
        var refusal = Assert.Throws<InvalidOperationException>(() => never.Add(Day("2026-05-04"), 1));
        Assert.Equal("The calendar never has no working day.", refusal.Message);
    }

    [Fact]
    public void a_country_has_its_own_calendar_or_works_monday_to_friday()
    {
        var calendars = WorkingCalendars.MondayToFriday with
        {
            ByCountry = WorkingCalendars.MondayToFriday.ByCountry.Add("KW", Kuwaiti),
        };
        Assert.Same(Kuwaiti, calendars.Of("KW"));
        Assert.Same(WorkingCalendar.MondayToFriday, calendars.Of("CH"));
    }

    [Fact]
    public void a_day_is_worked_unless_it_is_weekend_or_holiday()
    {
        Assert.True(Swiss.IsWorkingDay(Day("2026-05-15")));
        Assert.False(Swiss.IsWorkingDay(Day("2026-05-14")));
        Assert.False(Swiss.IsWorkingDay(Day("2026-05-16")));
        Assert.True(Kuwaiti.IsWorkingDay(Day("2026-05-10")));
        Assert.False(Kuwaiti.IsWorkingDay(Day("2026-05-08")));
    }
}
