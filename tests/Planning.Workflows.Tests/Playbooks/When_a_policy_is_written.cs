using Planning.Accounts.Calendars;
using Planning.Workflows.Tests.Support;
using static Planning.Workflows.Tests.Support.Words;

namespace Planning.Workflows.Tests.Playbooks;

public sealed class When_a_policy_is_written
{
    private const string Weights =
        """ "matchWeights": { "direction": 0.3, "position": 0.25, "technology": 0.2, "businessModel": 0.15, "values": 0.1 } """;

    [Theory]
    [InlineData("GB", "2026-12-25", false)]
    [InlineData("GB", "2099-12-25", false)]
    [InlineData("GB", "2026-12-24", true)]
    [InlineData("SA", "2026-11-20", false)] // a Friday
    [InlineData("SA", "2026-11-22", true)] // a Sunday
    [InlineData("GB", "2026-11-22", false)]
    [InlineData("NF", "2026-12-25", true)] // no calendar: Monday to Friday
    public void a_country_works_by_its_own_calendar(string country, string day, bool works) =>
        Assert.Equal(works, Shipped.Playbook.Calendars.Of(country).IsWorkingDay(Day(day)));

    [Fact]
    public void a_holiday_is_for_every_year_or_for_one()
    {
        var calendar = CalendarOf("""["04-01", "2026-04-03"]""");
        Assert.False(calendar.IsWorkingDay(Day("2026-04-01")));
        Assert.False(calendar.IsWorkingDay(Day("2027-04-01")));
        Assert.False(calendar.IsWorkingDay(Day("2026-04-03")));
        Assert.True(calendar.IsWorkingDay(Day("2028-04-03")));
    }

    [Fact]
    public void a_leap_day_falls_away_in_other_years()
    {
        var calendar = CalendarOf("""["02-29"]""");
        Assert.False(calendar.IsWorkingDay(Day("2028-02-29")));
        Assert.True(calendar.IsWorkingDay(Day("2027-03-01")));
    }

    [Theory]
    [InlineData("12-32")]
    [InlineData("2026-02-29")]
    [InlineData("Easter")]
    public void a_day_that_is_none_is_refused(string day) => Assert.Equal(
        [$"calendars.json: PLAYBOOK002 at $.calendars[0].holidays[1]: “{day}” is no day; write 12-25 for every year or 2026-04-03 for one day."],
        MistakesOf($$"""{ "country": "GB", "holidays": ["12-25", "{{day}}"] }"""));

    [Fact]
    public void somebody_must_work_some_day() => Assert.Equal(
        ["calendars.json: PLAYBOOK002 at $.calendars[0].weekend: A calendar needs a working day."],
        MistakesOf("""
            { "country": "GB", "holidays": [],
              "weekend": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] }
            """));

    [Theory]
    [InlineData("""{ "country": "GB" }""", "holidays")]
    [InlineData("""{ "holidays": [] }""", "country")]
    public void a_calendar_that_lacks_something_is_refused(string calendar, string member) =>
        Assert.Contains($"'{member}'", Assert.Single(MistakesOf(calendar)), StringComparison.Ordinal);

    [Fact]
    public void a_country_has_one_calendar() => Assert.Equal(
        ["calendars.json: PLAYBOOK002 at $.calendars[1].country: There is a calendar of GB already."],
        MistakesOf("""{ "country": "GB", "holidays": ["12-25"] }, { "country": "GB", "holidays": ["12-26"] }"""));

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void a_plan_looks_three_to_five_years_ahead(int years) => Assert.Equal(
        years,
        Shipped.Sound(Shipped.With("planning.json", $$"""{ "planHorizonYears": { "S": {{years}} }, {{Weights}} }"""))
            .Policies.Planning.HorizonYears[Planning.Accounts.Tiers.Tier.S]);

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    public void and_no_further_nor_nearer(int years) => Assert.Equal(
        [$"planning.json: PLAYBOOK002 at $.planHorizonYears.A: It is {years}; a plan looks 3 to 5 years ahead."],
        PlanningMistakes($$"""{ "planHorizonYears": { "A": {{years}} }, {{Weights}} }"""));

    [Theory]
    [InlineData("0.11", "1.01")]
    [InlineData("0.09", "0.99")]
    public void the_weights_of_the_match_add_up_to_one(string values, string sum) => Assert.Equal(
        [$"planning.json: PLAYBOOK002 at $.matchWeights: The five weights must add up to 1; they add up to {sum}."],
        PlanningMistakes($$"""
            { "planHorizonYears": {}, "matchWeights":
              { "direction": 0.3, "position": 0.25, "technology": 0.2, "businessModel": 0.15, "values": {{values}} } }
            """));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "planHorizonYears": {} }""")]
    [InlineData("{ not json")]
    [InlineData("""{ "planHorizonYears": { "D": 4 }, "matchWeights": {} }""")]
    [InlineData("""{ "planHorizonYears": {}, "matchWeight": {} }""")]
    public void anything_else_is_refused_and_not_guessed(string body) =>
        Assert.StartsWith("planning.json: PLAYBOOK002 at ", Assert.Single(PlanningMistakes(body)), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ \"id\": \"\" }", "id", "The strategy has no id. Give it one, for activities to name it by.")]
    [InlineData("{ \"id\": \"quick\" }", "id", "There is a strategy quick already.")]
    [InlineData("{ \"id\": \"x\", \"maxRetryAttempts\": 0 }", "maxRetryAttempts", "A strategy tries again 1 to 1000 times, not 0.")]
    [InlineData("{ \"id\": \"x\", \"maxRetryAttempts\": 1001 }", "maxRetryAttempts", "A strategy tries again 1 to 1000 times, not 1001.")]
    [InlineData("{ \"id\": \"x\", \"delay\": \"1.00:00:01\" }", "delay", "A pause is between nothing and a day long, not 1.00:00:01.")]
    [InlineData("{ \"id\": \"x\", \"maxDelay\": \"-00:00:01\" }", "maxDelay", "A pause is between nothing and a day long, not -00:00:01.")]
    public void a_retry_strategy_that_makes_no_sense_is_refused(string strategy, string member, string message) => Assert.Equal(
        [$"resilience.json: PLAYBOOK002 at $.strategies[1].{member}: {message}"],
        ResilienceMistakes($$"""{ "strategies": [ { "id": "quick" }, {{strategy}} ] }"""));

    [Theory]
    [InlineData("{ \"id\": \"x\", \"MaxRetryAttempts\": 1000, \"Delay\": \"1.00:00:00\", \"BackoffType\": \"Linear\", \"UseJitter\": false }")]
    [InlineData("{ \"id\": \"x\", \"maxRetryAttempts\": 1, \"delay\": \"00:00:00\", \"maxDelay\": \"00:00:00\" }")]
    public void a_retry_strategy_is_written_in_the_words_of_Elsa(string strategy) => Assert.NotNull(
        Shipped.Sound(Shipped.With("resilience.json", $$"""{ "strategies": [ {{strategy}} ] }""")));

    [Theory]
    [InlineData("{ \"maxRetryAttempts\": 3 }")]
    [InlineData("{ \"id\": \"x\", \"backoffType\": \"Quadratic\" }")]
    [InlineData("{ \"id\": \"x\", \"delays\": \"00:00:01\" }")]
    public void what_a_retry_strategy_does_not_have_is_refused_and_not_guessed(string strategy) => Assert.StartsWith(
        "resilience.json: PLAYBOOK002 at $.strategies[0]",
        Assert.Single(ResilienceMistakes($$"""{ "strategies": [ {{strategy}} ] }""")), StringComparison.Ordinal);

    private static IReadOnlyList<string> ResilienceMistakes(string body) =>
        Shipped.MistakesIn(Shipped.With("resilience.json", body));

    private static IReadOnlyList<string> PlanningMistakes(string body) =>
        Shipped.MistakesIn(Shipped.With("planning.json", body));

    private static IReadOnlyList<string> MistakesOf(string calendars) =>
        Shipped.MistakesIn(Shipped.With("calendars.json", $$"""{ "calendars": [ {{calendars}} ] }"""));

    private static WorkingCalendar CalendarOf(string holidays) => Shipped.Sound(Shipped.With(
        "calendars.json", $$"""{ "calendars": [ { "country": "GB", "holidays": {{holidays}} } ] }""")).Calendars.Of("GB");
}
