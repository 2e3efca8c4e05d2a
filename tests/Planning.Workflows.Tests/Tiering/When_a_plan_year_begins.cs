using Planning.Accounts.Calendars;
using Planning.Workflows.Tests.Support;
using Planning.Workflows.Tiering;
using static Planning.Workflows.Tests.Support.Words;

namespace Planning.Workflows.Tests.Tiering;

/// <summary>From 30 working days before to 10 after the start of a plan-year no tier falls (METHOD §4.4, 4).</summary>
public sealed class When_a_plan_year_begins
{
    [Theory]
    [InlineData("2026-Q1", false)]
    [InlineData("2026-Q2", false)]
    [InlineData("2026-Q3", false)]
    [InlineData("2026-Q4", true)]
    public void it_is_the_fourth_quarter_that_waits(string quarter, bool frozen) =>
        Assert.Equal(frozen, Frozen(quarter, WorkingCalendar.MondayToFriday));

    // Where nobody works in between, thirty working days reach further back.
    [Fact]
    public void thirty_working_days_before_are_inside_and_thirty_one_outside()
    {
        Assert.True(Frozen("2026-Q3", WorkingOnly(days: 29, after: "2026-09-30", until: "2026-12-31")));
        Assert.False(Frozen("2026-Q3", WorkingOnly(days: 30, after: "2026-09-30", until: "2026-12-31")));
    }

    [Fact]
    public void ten_working_days_after_are_inside_and_eleven_outside()
    {
        Assert.True(Frozen("2026-Q1", WorkingOnly(days: 9, after: "2026-01-01", until: "2026-03-30")));
        Assert.False(Frozen("2026-Q1", WorkingOnly(days: 10, after: "2026-01-01", until: "2026-03-30")));
    }

    [Fact]
    [Trait("METHOD §4.4", "4")]
    public void a_fall_that_is_due_in_that_window_is_postponed_and_said_so()
    {
        var falling = SamplePortfolio.As("karst", Planning.Accounts.Tiers.Tier.A).MeasuredAgain("2026-Q3", "2026-Q4", "2027-Q1");
        string[] before = ["2026-Q1", "2026-Q2", "2026-Q3"];
        var frozen = TierReviews.Of(falling, [.. before, "2026-Q4"]);
        Assert.Contains("T-32-DEMOTE-A Postponed", frozen.Spoken);
        Assert.StartsWith("postponed while plan freeze window: ", frozen.Because("T-32-DEMOTE-A"), StringComparison.Ordinal);
        Assert.Contains("T-32-DEMOTE-A Fired", TierReviews.Of(falling, [.. before, "2026-Q4", "2027-Q1"]).Spoken);
    }

    private static bool Frozen(string quarter, WorkingCalendar calendar) =>
        TierPredicates.Of(Q(quarter), calendar).Contains(TierPredicates.PlanFreezeWindow);

    private static WorkingCalendar WorkingOnly(int days, string after, string until)
    {
        var worked = Enumerable.Range(1, 400).Select(ahead => Day(after).AddDays(ahead))
            .Where(WorkingCalendar.MondayToFriday.IsWorkingDay).Where(day => day <= Day(until));
        return WorkingCalendar.MondayToFriday with { Holidays = [.. worked.Skip(days)] };
    }
}
