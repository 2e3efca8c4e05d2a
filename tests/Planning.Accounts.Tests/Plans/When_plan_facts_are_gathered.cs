using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Plans;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Plans;

public sealed class When_plan_facts_are_gathered
{
    [Fact]
    public void an_empty_plan_lacks_everything()
    {
        var facts = Facts(Helvia.Planning);

        Assert.Equal(["macro", "industry", "competition", "strategy", "pains"], facts.MissingProfileSections);
        Assert.Null(facts.OldestProfileSectionDays);
        Assert.Equal(0, facts.SourceClasses);
        Assert.Null(facts.PublicSourceShare);
        Assert.Equal(0, facts.VendorSpendCovered);
        Assert.Equal(0, facts.MatchAssessors);
        Assert.Equal(0, facts.FactorsWithoutEvidence);
        Assert.Null(facts.MatchDifference);
        Assert.False(facts.MatchAgreed);
        Assert.Null(facts.MatchResult);
        Assert.Null(facts.MatchAgeDays);
    }

    [Fact]
    public void a_filled_account_seat_is_seen_and_a_vacant_one_too()
    {
        Assert.True(Facts(Helvia.Planning).AccountSeatFilled);
        Assert.False(Facts(After(Helvia.Planning, Vacant)).AccountSeatFilled);
        Assert.True(Facts(After(Helvia.Planning, Vacant, new SeatAssigned(
            new SeatAssignment(SeatRole.AR, SeatKind.Acting, Helvia.Bruno, Day("2026-05-01"))))).AccountSeatFilled);
    }

    [Fact]
    public void a_confirmed_group_root_is_seen_and_an_unconfirmed_one_too()
    {
        Assert.True(Facts(Helvia.Planning).GroupRootConfirmed);
        Assert.False(Facts(After(Helvia.Planning, new DetailsChanged(Helvia.Details with { GroupRootConfirmed = false })))
            .GroupRootConfirmed);
    }

    [Fact]
    public void the_oldest_section_gives_the_age_and_the_others_are_missing()
    {
        var facts = Facts(Written(Work.Macro, Work.Macro with { Topic = ProfileTopic.Pains, DatedOn = Day("2025-11-05") }));

        Assert.Equal(["industry", "competition", "strategy"], facts.MissingProfileSections);
        Assert.Equal(180, facts.OldestProfileSectionDays);
    }

    [Fact]
    public void a_source_used_by_two_sections_counts_once()
    {
        var facts = Facts(Written(Work.Macro, Work.Macro with { Topic = ProfileTopic.Pains }));

        Assert.Equal(1, facts.SourceClasses);
        Assert.Equal(1.0, facts.PublicSourceShare);
    }

    [Fact]
    public void two_of_three_sources_are_public()
    {
        var facts = Facts(Written(Work.Macro with
        {
            Sources =
            [
                new InsightSource(SourceClass.AnnualReport, "Annual report 2025", Public: true),
                new InsightSource(SourceClass.AnnualReport, "Annual report 2024", Public: true),
                new InsightSource(SourceClass.Meeting, "Talk with the CEO", Public: false),
            ],
        }));

        Assert.Equal(2, facts.SourceClasses);
        Assert.Equal(2 / 3.0, facts.PublicSourceShare);
    }

    [Fact]
    public void vendors_cover_the_sum_of_their_shares() => Assert.Equal(
        0.95, Facts(After(Helvia.Planning, new VendorsListed([Work.Ours, Work.Theirs]))).VendorSpendCovered);

    [Theory]
    [InlineData(0, null, false)]
    [InlineData(1, null, true)]
    [InlineData(1, 0, false)]
    public void a_unit_that_matters_needs_a_headcount(int relevance, int? headcount, bool named)
    {
        var facts = Facts(After(
            Helvia.Planning, new UnitMapped(new CustomerUnit("Legal", UnitFunction.Legal, relevance, headcount))));

        Assert.Equal(2, facts.Units);
        Assert.Equal(named ? ["Legal"] : Array.Empty<string>(), facts.UnitsWithoutHeadcount);
    }

    [Fact]
    public void one_assessor_gives_a_result_but_no_difference()
    {
        var facts = Facts(Assessed(Work.ByAnna));

        Assert.Equal(1, facts.MatchAssessors);
        Assert.Equal(75, facts.MatchResult);
        Assert.Null(facts.MatchDifference);
        Assert.Equal(14, facts.MatchAgeDays);
    }

    [Fact]
    public void two_assessors_give_the_mean_the_difference_and_the_older_age()
    {
        var facts = Facts(Assessed(Work.ByAnna, Work.ByBruno));

        Assert.Equal(2, facts.MatchAssessors);
        Assert.Equal(67.5, facts.MatchResult);
        Assert.Equal(15, facts.MatchDifference);
        Assert.Equal(14, facts.MatchAgeDays);
        Assert.False(facts.MatchAgreed);
    }

    [Fact]
    public void what_was_agreed_goes_before_the_mean()
    {
        var facts = Facts(After(Assessed(Work.ByAnna, Work.ByBruno), new MatchAgreed(Work.Agreed)));

        Assert.True(facts.MatchAgreed);
        Assert.Equal(68.5, facts.MatchResult);
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(4, 1)]
    [InlineData(0, 5)]
    [InlineData(6, 0)]
    public void every_factor_of_every_assessor_needs_a_piece_of_evidence(int pieces, int lacking) => Assert.Equal(
        lacking,
        Facts(Assessed(Work.ByAnna, Work.ByBruno with { Evidence = [.. Enumerable.Repeat("proof", pieces)] }))
            .FactorsWithoutEvidence);

    private static CustomerEvent Vacant { get; } =
        new SeatAssigned(new SeatAssignment(SeatRole.AR, SeatKind.Primary, null, Day("2026-05-01")));

    private static Customer Written(params ProfileSection[] sections) =>
        After(Helvia.Planning, sections.Select(section => new ProfileSectionWritten(section)));

    private static Customer Assessed(params MatchAssessment[] views) => After(
        Helvia.Planning,
        views.Select(view => new MatchAssessed(view, PlanPolicy.Default.Result(view.Factors))));

    private static PlanFacts Facts(Customer customer) =>
        PlanFacts.Of(customer, customer.Plan!, Helvia.Today, PlanPolicy.Default);
}
