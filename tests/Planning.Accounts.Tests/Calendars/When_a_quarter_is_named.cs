using System.Text.Json;
using Planning.Accounts.Calendars;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Calendars;

public sealed class When_a_quarter_is_named
{
    [Theory]
    [InlineData("2026-Q3", 2026, 3)]
    [InlineData("2026-q1", 2026, 1)]
    [InlineData("0001-Q1", 1, 1)]
    [InlineData("9998-Q4", 9998, 4)]
    public void year_and_number_are_understood(string text, int year, int number) =>
        Assert.Equal(new Quarter(year, number), Q(text));

    [Theory]
    [InlineData("")]
    [InlineData("2026-Q0")]
    [InlineData("2026-Q5")]
    [InlineData("2026Q3")]
    [InlineData("26-Q3")]
    [InlineData("2026-03")]
    [InlineData(" 2026-Q3")]
    [InlineData("2026-Q3 ")]
    [InlineData("+026-Q3")]
    [InlineData("0000-Q1")]
    [InlineData("9999-Q1")]
    public void anything_else_is_refused_and_says_what_to_write(string text)
    {
        var refusal = Assert.Throws<FormatException>(() => Q(text));
        Assert.Equal($"“{text}” is not a quarter; write it like 2026-Q3.", refusal.Message);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-Q1")]
    [InlineData("2026-03-31", "2026-Q1")]
    [InlineData("2026-04-01", "2026-Q2")]
    [InlineData("2026-09-30", "2026-Q3")]
    [InlineData("2026-10-01", "2026-Q4")]
    [InlineData("2026-12-31", "2026-Q4")]
    public void a_day_belongs_to_one_quarter(string day, string quarter) => Assert.Equal(Q(quarter), Quarter.Of(Day(day)));

    [Theory]
    [InlineData("2024-Q1", "2024-01-01", "2024-03-31")]
    [InlineData("2026-Q2", "2026-04-01", "2026-06-30")]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31")]
    public void it_runs_from_its_first_day_to_its_last(string quarter, string first, string last)
    {
        Assert.Equal(Day(first), Q(quarter).StartsOn);
        Assert.Equal(Day(last), Q(quarter).EndsOn);
    }

    [Theory]
    [InlineData("2026-Q3", 0, "2026-Q3")]
    [InlineData("2026-Q3", 1, "2026-Q4")]
    [InlineData("2026-Q4", 1, "2027-Q1")]
    [InlineData("2026-Q1", -1, "2025-Q4")]
    [InlineData("2026-Q3", 8, "2028-Q3")]
    [InlineData("2026-Q3", -8, "2024-Q3")]
    public void quarters_are_counted_across_years_and_back_again(string from, int count, string to)
    {
        Assert.Equal(Q(to), Q(from).Add(count));
        Assert.Equal(count, Q(to).Since(Q(from)));
    }

    [Fact]
    public void the_earlier_quarter_is_the_smaller()
    {
        Assert.True(Q("2025-Q4") < Q("2026-Q1"));
        Assert.True(Q("2026-Q2") > Q("2026-Q1"));
        Assert.True(Q("2026-Q1") <= Q("2026-Q1"));
        Assert.True(Q("2026-Q1") >= Q("2026-Q1"));
        Assert.False(Q("2026-Q1") < Q("2026-Q1"));
    }

    [Fact]
    public void a_file_holds_its_text_as_value_and_as_name()
    {
        var shares = new Dictionary<Quarter, Quarter> { [Q("2026-Q3")] = Q("2026-Q4") };
        Assert.Equal("""{"2026-Q3":"2026-Q4"}""", Json(shares));
        Assert.Equal(shares, Read<Dictionary<Quarter, Quarter>>("""{"2026-Q3":"2026-Q4"}"""));
    }

    [Fact]
    public void a_file_with_something_else_is_refused_in_the_same_words()
    {
        var refusal = Assert.Throws<JsonException>(() => Read<Quarter>("\"2026-Q7\""));
        Assert.StartsWith("“2026-Q7” is not a quarter; write it like 2026-Q3.", refusal.Message, StringComparison.Ordinal);
    }
}
