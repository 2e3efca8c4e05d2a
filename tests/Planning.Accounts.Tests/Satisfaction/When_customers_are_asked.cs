using Planning.Accounts.Customers;
using Planning.Accounts.Satisfaction;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Satisfaction;

public sealed class When_customers_are_asked
{
    private static readonly Id<SurveyWave> Wave = Key<SurveyWave>("w-2026");

    private static readonly Customer Open = Asked(Company.Known, "2026-05-04", new OpenSurvey(Wave));

    [Fact]
    public void each_unit_has_its_mean_and_the_customer_the_mean_of_its_units()
    {
        var closed = Asked(
            Answered(Open, ("Procurement", 5, 8, 9), ("Procurement", 3, 8, 8), ("Finance", 4, 7, 9), ("Networks", 3, 9, 6)),
            "2026-06-01",
            new CloseSurvey(Wave));

        var result = closed.Satisfaction.Waves[Wave].Result!;
        Assert.Equal(
            [("Finance", 76m), ("Networks", 36m), ("Procurement", 64m)], result.Units.Select(unit => (unit.Unit, unit.Score)));
        Assert.Equal(58.7m, result.Score);
        NothingHappens(Ask(closed, "2026-06-02", new CloseSurvey(Wave)));
    }

    [Theory] // METHOD §5.4: 60 + 8·(perception − expectation), clipped
    [InlineData(8, 8, 60)]
    [InlineData(8, 10, 76)]
    [InlineData(1, 10, 100)]
    [InlineData(10, 1, 0)]
    public void a_score_is_what_is_got_beyond_what_is_expected(int expects, int gets, int score) => Assert.Equal(
        score,
        SatisfactionPolicy.Default.Survey.Score(new SurveyAnswer(Key<SurveyAnswer>("a"), "Finance", 3, expects, gets)));

    [Fact] // METHOD §5.4: not satisfaction with one person
    public void one_friend_is_not_the_customer() => IsRefused(
        Ask(Answered(Open, ("Procurement", 5, 8, 10)), "2026-06-01", new CloseSurvey(Wave)),
        "survey-too-narrow",
        "The survey w-2026 does not speak for the customer yet.",
        "1 units have answered; 3 are needed.",
        "People of 1 ranks have answered; 2 are needed.");

    [Fact]
    public void nor_are_many_friends_of_one_rank_or_of_two_units()
    {
        IsRefused(
            Ask(Answered(Open, ("Procurement", 4, 8, 9), ("Finance", 4, 8, 9), ("Networks", 4, 8, 9)), "2026-06-01", new CloseSurvey(Wave)),
            "survey-too-narrow",
            "The survey w-2026 does not speak for the customer yet.",
            "People of 1 ranks have answered; 2 are needed.");
        IsRefused(
            Ask(Answered(Open, ("Procurement", 5, 8, 9), ("Procurement", 4, 8, 9), ("Finance", 3, 8, 9)), "2026-06-01", new CloseSurvey(Wave)),
            "survey-too-narrow",
            "The survey w-2026 does not speak for the customer yet.",
            "2 units have answered; 3 are needed.");
    }

    [Fact]
    public void nobody_answers_twice_or_for_another_unit()
    {
        var answer = new RecordSurveyAnswer(Wave, Key<SurveyAnswer>("a-1"), "Finance", 4, 8, 9, Person: Company.Brugger);
        var answered = Asked(Open, "2026-05-05", answer);

        NothingHappens(Ask(answered, "2026-05-06", answer));
        IsRefused(
            Ask(answered, "2026-05-06", answer with { Id = Key<SurveyAnswer>("a-2") }),
            "answered-already",
            "selina-brugger has answered the survey w-2026 already; each is asked once.");
        IsRefused(
            Ask(answered, "2026-05-06", answer with { Perception = 10 }), "answer-given", "The answer a-1 is given already; it stays as it was.");
        IsRefused(
            Ask(Open, "2026-05-06", answer with { Unit = "Networks", Expectation = 0, Rank = 6 }),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Rank is 6; it must be from 1 to 5.",
            "Expectation is 0; it must be from 1 to 10.",
            "Unit is “Networks”, but Selina Brügger belongs to Finance.");
    }

    [Fact]
    public void a_survey_that_too_few_answered_is_given_up_and_counts_for_nothing()
    {
        var given = Asked(Answered(Open, ("Procurement", 5, 8, 10)), "2026-06-01", new GiveUpSurvey(Wave, "Only one answered"));

        Assert.Empty(given.Satisfaction.Results(Day("2026-12-31")));
        IsRefused(Ask(given, "2026-06-02", new CloseSurvey(Wave)), "survey-over", "The survey w-2026 is over.");
        IsRefused(
            Ask(given, "2026-06-02", new RecordSurveyAnswer(Wave, Key<SurveyAnswer>("late"), "Finance", 4, 8, 9)),
            "survey-over",
            "The survey w-2026 is over.");
    }

    internal static Customer Answered(Customer customer, params (string Unit, int Rank, decimal Expects, decimal Gets)[] answers) =>
        Answered(customer, Wave, "2026-05-05", answers);

    internal static Customer Answered(
        Customer customer, Id<SurveyWave> wave, string day, params (string Unit, int Rank, decimal Expects, decimal Gets)[] answers) =>
        answers.Index().Aggregate(customer, (now, answer) => Asked(now, day, new RecordSurveyAnswer(
            wave,
            Key<SurveyAnswer>(FormattableString.Invariant($"a-{answer.Index}")),
            answer.Item.Unit,
            answer.Item.Rank,
            answer.Item.Expects,
            answer.Item.Gets)));
}
