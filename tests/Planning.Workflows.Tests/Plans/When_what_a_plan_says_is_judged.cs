using Planning.Accounts.Plans;
using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Plans;

/// <summary>The shipped exit gates of METHOD §3.1, A3 to A7.</summary>
public sealed class When_what_a_plan_says_is_judged
{
    internal static readonly ContentFacts Complete = new()
    {
        Form = "S",
        Posture = "INVEST",
        MissingAmbition = [],
        Objectives = 2,
        WeightSum = 100,
        ObjectivesWithoutMeasure = [],
        IncompleteMeasures = [],
        OwnersOffTeam = [],
        GrowthObjectives = ["objective core"],
        IncompleteYears = [],
        GrowthTarget = 50,
        WhitespacePotential = 75,
        UncoveredUnits = [],
        UnitsWithoutCoverage = [],
        KeyPeople = 2,
        UnownedPeople = [],
        SupporterLines = 2,
        Mechanisms = 4,
        RelationshipBearers = 2,
        DimensionsWithoutTarget = [],
        YearsWithoutResources = [],
        Budget = 12,
        EnvelopeBudget = 12,
        Fte = 8,
        EnvelopeFte = 8,
        SeatLoad = 3,
        FreeFte = 3,
        HiringApproved = false,
        LargestCut = 0.36,
        ValidationInfluence = 4,
    };

    [Theory]
    [InlineData("A3")]
    [InlineData("A4")]
    [InlineData("A5")]
    [InlineData("A6")]
    [InlineData("A7")]
    public void everything_just_good_enough_lets_it_pass(string stage) => Lacks(stage, Complete);

    [Fact]
    public void the_ambition_states_the_last_year() => Lacks(
        "A3", Complete with { MissingAmbition = ["margin", "stickiness"] },
        "The ambition does not state these for the last plan year: margin, stickiness.");

    // INV-16
    [Theory]
    [InlineData(99)]
    [InlineData(101)]
    public void weights_add_up_to_one_hundred(int sum) => Lacks(
        "A4", Complete with { WeightSum = sum },
        FormattableString.Invariant($"The weights of the objectives must add up to 100; they add up to {sum}."));

    // INV-16
    [Fact]
    public void objectives_have_measures_with_base_and_targets_and_an_owner_on_the_team() => Lacks(
        "A4",
        Complete with
        {
            ObjectivesWithoutMeasure = ["objective core"],
            IncompleteMeasures = ["objective praise level without base and 2031"],
            OwnersOffTeam = ["objective praise"],
        },
        "These objectives have no measure: objective core.",
        "These measures need a base and a target for every plan year: objective praise level without base and 2031.",
        "The owners of these objectives are not on the team: objective praise.");

    [Fact]
    public void every_year_has_its_targets() => Lacks(
        "A4", Complete with { IncompleteYears = ["2029 without match"] }, "These years lack targets: 2029 without match.");

    [Fact]
    public void whitespace_is_worth_one_and_a_half_times_the_growth()
    {
        Lacks(
            "A4", Complete with { WhitespacePotential = 74 },
            "Whitespace with a next action must be worth one and a half times the growth wanted; it is worth 74 M, the growth is 50 M.");
        Lacks(
            "A4", Complete with { GrowthTarget = null },
            "The growth wanted is not known: state the revenue of Y0 and of the last plan year.");
    }

    // METHOD §3.1, must never 5
    [Fact]
    public void no_growth_is_planned_for_a_customer_that_is_harvested_and_resources_go_step_by_step()
    {
        var harvested = Complete with { Posture = "HARVEST" };
        Lacks("A4", harvested, "A customer of posture HARVEST has no growth objectives: objective core.");
        Lacks("A4", harvested with { GrowthObjectives = [] });
        Lacks("A6", harvested);
        Lacks(
            "A6", harvested with { LargestCut = 0.37 },
            "Resources are not pulled out at one stroke: a year cuts 0.37 of the FTE, and 0.36 (20 % in each half-year) is the limit.");
        Lacks("A6", Complete with { LargestCut = 0.9 });
    }

    // METHOD §3.1, must never 1: a plan that names only the top person
    [Fact]
    public void somebody_of_every_unit_is_in_the_plan() => Lacks(
        "A5", Complete with { UncoveredUnits = ["Acceptance", "Procurement"] },
        "The plan names nobody of these units: Acceptance, Procurement.");

    [Fact]
    public void everybody_in_the_process_has_an_owner() => Lacks(
        "A5", Complete with { UnownedPeople = ["Lim Shu Hui"] },
        "These people have a part in the process and no owner: Lim Shu Hui.");

    [Fact]
    public void supporters_sit_in_two_independent_lines() => Lacks(
        "A5", Complete with { SupporterLines = 1 },
        "The plan must count on supporters in two units that do not hang on each other; it does in 1.");

    [Theory]
    [InlineData("S", 4, true)]
    [InlineData("S", 3, false)]
    [InlineData("A", 2, true)]
    [InlineData("A", 1, false)]
    public void company_and_company_meet_by_as_many_mechanisms_as_the_tier_asks_for(string form, int mechanisms, bool open) =>
        Assert.Equal(open, Judge("A5", Complete with { Form = form, Mechanisms = mechanisms }).Open);

    // METHOD §3.1, must never 9
    [Fact]
    public void one_employee_alone_never_bears_the_relationship() => Lacks(
        "A5", Complete with { RelationshipBearers = 1 }, "1 of our people carry the key people; one alone must not carry a plan.");

    [Fact]
    public void all_three_dimensions_have_targets() => Lacks(
        "A5", Complete with { DimensionsWithoutTarget = ["universal"] }, "These dimensions of the relationship have no target: universal.");

    // INV-15
    [Fact]
    public void the_plan_asks_for_no_more_than_the_region_gives()
    {
        Lacks("A6", Complete with { Budget = 12.5 }, "The plan asks for 12.5 M; the region gives 12 M.");
        Lacks("A6", Complete with { Fte = 8.5 }, "The plan asks for 8.5 FTE; the region gives 8.");
        Lacks(
            "A6", Complete with { EnvelopeBudget = null, EnvelopeFte = null, FreeFte = null },
            "The region has not given the plan its part of the money yet.",
            "The region has not given the plan its part of the people yet.",
            "Nobody has said how many people the region has free.");
    }

    [Fact]
    public void seats_that_nobody_is_free_for_need_approved_hiring()
    {
        Lacks("A6", Complete with { FreeFte = 2 }, "The seats need 3 FTE and the region has 2 free: let hiring be approved.");
        Lacks("A6", Complete with { FreeFte = 2, HiringApproved = true });
    }

    [Fact]
    public void a_strategic_customer_was_led_through_the_plan_with_somebody_of_influence()
    {
        Lacks(
            "A7", Complete with { ValidationInfluence = 3 },
            "The customer's people who were led through the plan have an influence of 3 at most; somebody of 4 or 5 must have been there.");
        Lacks("A7", Complete with { ValidationInfluence = null }, "Nobody has led the customer through the plan yet.");
        Lacks("A7", Complete with { Form = "A", ValidationInfluence = null });
    }

    private static Accounts.Stages.GateResult Judge(string stage, ContentFacts facts) => Shipped.Playbook.Gates.On(default).Judge(
        stage, When_a_stage_wants_to_be_left.Complete with { Content = facts, Life = When_a_plan_is_reviewed_and_closed.Complete });

    private static void Lacks(string stage, ContentFacts facts, params string[] missing) =>
        Assert.Equal(missing, Judge(stage, facts).Missing);
}
