using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Plans;

public sealed class When_the_match_is_assessed
{
    // METHOD §4.2: 0.30 direction, 0.25 position, 0.20 technology, 0.15 business model, 0.10 values.
    [Theory]
    [InlineData(100, 0, 0, 0, 0, 30)]
    [InlineData(0, 100, 0, 0, 0, 25)]
    [InlineData(0, 0, 100, 0, 0, 20)]
    [InlineData(0, 0, 0, 100, 0, 15)]
    [InlineData(0, 0, 0, 0, 100, 10)]
    [InlineData(100, 100, 100, 100, 100, 100)]
    [InlineData(90, 80, 70, 60, 50, 75)]
    public void each_factor_has_its_weight(int direction, int position, int technology, int business, int values, int result)
    {
        var factors = new MatchFactors(direction, position, technology, business, values);

        var assessed = Assert.IsType<MatchAssessed>(Assert.Single(Events(
            Submit(Helvia.Planning, new Artefact.Match(Work.ByAnna with { Factors = factors })))));
        Assert.Equal(result, assessed.Result);
    }

    [Fact]
    public void each_assessor_has_one_view()
    {
        var customer = Assessed(Work.ByAnna, Work.ByBruno, Work.ByAnna with { Years = 4 });

        Assert.Equal(
            [Work.ByAnna with { Years = 4 }, Work.ByBruno], customer.Plan!.Match.ByAssessor.Values);
    }

    [Fact]
    public void the_same_view_again_changes_nothing()
    {
        var again = Work.ByAnna with { Evidence = [.. Work.ByAnna.Evidence] };

        NothingHappens(Submit(Assessed(Work.ByAnna), new Artefact.Match(again)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void three_to_five_years_are_looked_at(int years) =>
        Events(Submit(Helvia.Planning, new Artefact.Match(Work.ByAnna with { Years = years })));

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    public void fewer_or_more_years_are_refused(int years) => IsNamed(
        new Artefact.Match(Work.ByAnna with { Years = years }), $"Years is {years}; it must be from 3 to 5.");

    [Fact]
    public void every_factor_lies_between_nothing_and_a_hundred() => IsNamed(
        new Artefact.Match(Work.ByAnna with { Factors = new MatchFactors(-1, 101, 100.1m, 0, 100) }),
        "Factors.Direction is -1; it must be from 0 to 100.",
        "Factors.Position is 101; it must be from 0 to 100.",
        "Factors.Technology is 100.1; it must be from 0 to 100.");

    [Fact]
    public void it_is_of_today_at_the_latest_and_its_evidence_is_not_blank() => IsNamed(
        new Artefact.Match(Work.ByAnna with { On = Day("2026-05-05"), Evidence = ["a", " "] }),
        "On is 2026-05-05, which has not come yet.",
        "Evidence[1] is empty.");

    [Fact]
    public void two_assessors_may_agree_on_a_result()
    {
        var customer = Assessed(Work.ByAnna, Work.ByBruno);
        var decision = Submit(customer, new Artefact.Agreement(Work.Agreed));

        Assert.Equal([new MatchAgreed(Work.Agreed)], Events(decision));
        Assert.Equal(Work.Agreed, After(customer, decision).Plan!.Match.Meeting);
        NothingHappens(Submit(After(customer, decision), new Artefact.Agreement(Work.Agreed)));
    }

    [Fact]
    public void one_assessor_has_nobody_to_agree_with() => IsRefused(
        Submit(Assessed(Work.ByAnna), new Artefact.Agreement(Work.Agreed)),
        "nothing-to-agree",
        "Two assessments must be handed in before a meeting can agree on the result.");

    [Fact]
    public void an_agreement_has_a_day_a_result_and_reasons() => IsNamed(
        new Artefact.Agreement(new MatchMeeting(Day("2026-05-05"), 100.5m, "")),
        "Result is 100.5; it must be from 0 to 100.",
        "Reasons is empty.",
        "On is 2026-05-05, which has not come yet.");

    [Fact]
    public void a_new_view_makes_the_agreement_void()
    {
        var agreed = After(Assessed(Work.ByAnna, Work.ByBruno), new MatchAgreed(Work.Agreed));

        var changed = After(agreed, Submit(agreed, new Artefact.Match(Work.ByBruno with { Years = 5 })));
        Assert.Null(changed.Plan!.Match.Meeting);
    }

    [Fact]
    public void the_same_view_again_leaves_the_agreement_in_force()
    {
        var agreed = After(Assessed(Work.ByAnna, Work.ByBruno), new MatchAgreed(Work.Agreed));

        NothingHappens(Submit(agreed, new Artefact.Match(Work.ByBruno)));
        Assert.NotNull(agreed.Plan!.Match.Meeting);
    }

    private static Customer Assessed(params MatchAssessment[] views) => views.Aggregate(
        Helvia.Planning, (customer, view) => After(customer, Submit(customer, new Artefact.Match(view))));

    private static void IsNamed(Artefact artefact, params string[] mistakes) => IsRefused(
        Submit(Helvia.Planning, artefact), "artefact-flawed", "The work handed in cannot be taken as it is.", mistakes);

    private static Decision Submit(Customer customer, Artefact artefact) =>
        customer.Submit(artefact, Helvia.Today, PlanPolicy.Default);
}
