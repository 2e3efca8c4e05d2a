using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Organisation;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Drafts;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Contents;

public sealed class When_what_a_plan_says_is_counted
{
    [Fact]
    public void a_plan_that_says_nothing_lacks_everything()
    {
        var facts = Facts(Empty);
        Assert.Equal(["the picture of the last year"], facts.MissingAmbition);
        Assert.Equal((0, 0, 0), (facts.Objectives, facts.WeightSum, facts.Mechanisms));
        Assert.Equal("2026 without everything", facts.IncompleteYears[0]);
        Assert.Null(facts.GrowthTarget);
        Assert.Equal(["Networks", "Procurement"], facts.UncoveredUnits);
        Assert.Equal(["universal", "key people", "organisational"], facts.DimensionsWithoutTarget);
        Assert.Equal(["2027", "2028", "2029", "2030", "2031"], facts.YearsWithoutResources);
        Assert.Null(facts.EnvelopeBudget);
        Assert.Null(facts.ValidationInfluence);
    }

    [Fact]
    public void a_sound_plan_lacks_nothing()
    {
        var facts = Facts(Whole);
        Assert.Equal(
            [],
            facts.MissingAmbition.Concat(facts.ObjectivesWithoutMeasure).Concat(facts.IncompleteMeasures).Concat(facts.OwnersOffTeam)
                .Concat(facts.IncompleteYears).Concat(facts.UncoveredUnits).Concat(facts.UnownedPeople)
                .Concat(facts.DimensionsWithoutTarget).Concat(facts.YearsWithoutResources));
        Assert.Equal((2, 100, 4, 2), (facts.Objectives, facts.WeightSum, facts.Mechanisms, facts.SupporterLines));
        Assert.Equal((50, 90), (facts.GrowthTarget, facts.WhitespacePotential));
        Assert.Equal((10, 12, 8, 10), (facts.Budget, facts.EnvelopeBudget, facts.Fte, facts.EnvelopeFte));
        Assert.Equal(5, facts.ValidationInfluence);
        Assert.Equal(["objective core"], facts.GrowthObjectives);
    }

    [Fact]
    public void a_mechanism_that_is_agreed_counts_beside_those_the_plan_intends()
    {
        var agreed = Empty.Apply(new MechanismAgreed(new OrganisationalMechanism(
            Key<OrganisationalMechanism>("board"), MechanismType.ExecutiveExchange, Day("2026-02-02"), 6, Helvia.Anna)));
        Assert.Equal((1, 2), (Facts(agreed).Mechanisms, Facts(agreed).DimensionsWithoutTarget.Count));
        Assert.Equal(0, Facts(agreed.Apply(new MechanismEnded(Key<OrganisationalMechanism>("board"), Day("2026-05-04"), "Over"))).Mechanisms);
    }

    [Fact]
    public void a_measure_without_a_base_or_a_year_is_named()
    {
        var core = ((WriteObjective)Sound.Objectives[0]).Objective;
        var facts = Facts(Written(Whole, new WriteObjective(core with
        {
            Measures = [core.Measures[0] with { Base = null, Targets = core.Measures[0].Targets[..4] }],
        })));
        Assert.Equal(["objective core level without base and 2031"], facts.IncompleteMeasures);
    }

    [Fact]
    public void an_owner_who_leaves_the_team_is_noticed() => Assert.Equal(
        ["objective praise"],
        Facts(After(Whole, new SeatAssigned(new SeatAssignment(SeatRole.SR, SeatKind.Primary, null, Day("2026-05-05"))))).OwnersOffTeam);

    [Fact]
    public void a_unit_that_is_not_concerned_needs_nobody() => Assert.Empty(Facts(After(
        Whole, new UnitMapped(new CustomerUnit("Canteen", UnitFunction.Operations, 0, 4)))).UncoveredUnits);

    // METHOD §3.1, must never 1
    [Fact]
    public void naming_only_the_top_person_leaves_the_other_units_uncovered() => Assert.Equal(
        ["Networks"], Facts(Written(Whole, new StrikeEntry("key-person:luca-bernasconi"))).UncoveredUnits);

    [Fact]
    public void whitespace_without_a_next_action_is_worth_nothing() => Assert.Equal(0, Facts(Written(Whole, new WriteWhitespace(
        new WhitespaceCell("Networks", "Core", CellStatus.Open, SoundPlan.Euro(90))))).WhitespacePotential);

    [Fact]
    public void the_deepest_fall_of_people_is_seen() => Assert.Equal(
        0.5, Facts(Written(Whole, new WriteYear(Sound.Year(2029) with { Fte = 4 }))).LargestCut);
}
