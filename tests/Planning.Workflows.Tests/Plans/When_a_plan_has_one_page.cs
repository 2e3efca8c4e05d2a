using Planning.Accounts.Plans;
using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Plans;

/// <summary>The shipped gates of the one-page plan of a customer of tier B (METHOD §3.1, light forms).</summary>
public sealed class When_a_plan_has_one_page
{
    private static readonly ContentFacts Page = When_what_a_plan_says_is_judged.Complete with { Form = "B", Objectives = 3 };

    [Fact]
    public void coverage_key_people_and_three_objectives_are_enough() => Lacks("L1", Page);

    [Fact]
    public void it_has_three_objectives_with_weights_and_measures() => Lacks(
        "L1",
        Page with { Objectives = 2, WeightSum = 90, ObjectivesWithoutMeasure = ["objective core"], OwnersOffTeam = ["objective core"] },
        "A one-page plan has three objectives; there are 2.",
        "The weights of the objectives must add up to 100; they add up to 90.",
        "Every objective needs a measure with base and target: objective core .",
        "The owners of these objectives are not on the team: objective core.");

    [Fact]
    public void every_unit_that_is_concerned_is_covered_and_somebody_is_a_key_person() => Lacks(
        "L1",
        Page with { UnitsWithoutCoverage = ["Finance"], KeyPeople = 0, UnownedPeople = ["Ida"] },
        "These units have no coverage target: Finance.",
        "The page names no key person.",
        "These people have a part in the process and no owner: Ida.");

    [Fact]
    public void a_customer_that_is_harvested_grows_on_no_page() => Lacks(
        "L1", Page with { Posture = "HARVEST" }, "A customer of posture HARVEST has no growth objectives: objective core.");

    [Fact]
    public void it_ends_when_everybody_still_has_an_owner() => Lacks(
        "L5", Page with { UnownedPeople = ["Ida"] }, "These people have a part in the process and no owner: Ida.");

    private static void Lacks(string stage, ContentFacts facts, params string[] missing) => Assert.Equal(
        missing,
        Shipped.Playbook.Gates.On(default).Judge(
            stage,
            When_a_stage_wants_to_be_left.Complete with { Content = facts, Life = When_a_plan_is_reviewed_and_closed.Complete }).Missing);
}
