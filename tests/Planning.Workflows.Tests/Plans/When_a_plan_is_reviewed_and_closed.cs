using Planning.Accounts.Plans;
using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Plans;

/// <summary>The shipped exit gates of METHOD §3.1, A8 to A12.</summary>
public sealed class When_a_plan_is_reviewed_and_closed
{
    internal static readonly LifeFacts Complete = new()
    {
        MissingOpinions = [],
        RedTeamed = true,
        SeatsMissing = [],
        IsGroupRoot = true,
        LoweredTargets = [],
        LoweringExplained = false,
        ReviewsMissed = [],
        Changes = 1,
        ClosingReviewHeld = true,
        GroundChanged = false,
        UnsignedObjectives = [],
        UnsignedRelationship = [],
        UnsignedResources = [],
        Lessons = 1,
    };

    [Theory]
    [InlineData("A8")]
    [InlineData("A9")]
    [InlineData("A10")]
    [InlineData("A11")]
    public void everything_just_good_enough_lets_it_pass(string stage) => Lacks(stage, Complete);

    [Fact]
    public void others_have_looked_at_it_and_somebody_argued_against_it() => Lacks(
        "A8", Complete with { MissingOpinions = ["finance", "legal"], RedTeamed = false },
        "These have not looked at the plan yet: finance, legal.",
        "Nobody from outside the team has argued against the plan yet.");

    // INV-08 and INV-14
    [Fact]
    public void three_people_hold_the_three_seats() => Lacks(
        "A8", Complete with { SeatsMissing = ["FR"] }, "These seats need a person of their own: FR.");

    // METHOD §3.1, must never 6
    [Fact]
    public void revenue_is_planned_at_the_head_of_the_group_alone() => Lacks(
        "A8", Complete with { IsGroupRoot = false },
        "The customer does not head its group: the group's plan stands there, or its revenue would count twice.");

    // METHOD §3.1, must never 4
    [Fact]
    public void lowered_targets_have_a_reason()
    {
        var lowered = Complete with { LoweredTargets = ["2028 revenue from 162 to 150"] };
        Lacks("A8", lowered, "These targets are lower than in the version in force; say why: 2028 revenue from 162 to 150.");
        Lacks("A8", lowered with { LoweringExplained = true });
    }

    [Fact]
    public void an_amendment_changes_something()
    {
        Lacks("A10", Complete with { Changes = 0 }, "The amendment changes nothing yet.");
        Lacks("A10", Complete with { Changes = 0, GroundChanged = true });
    }

    [Theory]
    [InlineData("A11", "Nobody has written down what the year has taught.")]
    [InlineData("A12", "Nobody has written down what the plan has taught.")]
    public void a_year_and_a_plan_end_with_what_they_have_taught(string stage, string missing) =>
        Lacks(stage, Complete with { Lessons = 0 }, missing);

    [Theory]
    [InlineData("A4", "The objectives are not signed by: SR, FR.")]
    [InlineData("A5", "The relationship plan is not signed by: SR, FR.")]
    [InlineData("A6", "The resources are not signed by: SR, FR.")]
    public void SR_and_FR_sign_beside_the_AR(string stage, string missing)
    {
        IReadOnlyList<string> unsigned = ["SR", "FR"];
        Lacks(
            stage,
            Complete with { UnsignedObjectives = unsigned, UnsignedRelationship = unsigned, UnsignedResources = unsigned },
            missing);
    }

    [Fact]
    public void reviews_were_held() => Lacks(
        "A9", Complete with { ReviewsMissed = ["quarterly"] }, "These reviews were not held: quarterly.");

    // METHOD §3.1 A10: the same gates for what is touched.
    [Fact]
    public void what_an_amendment_touches_is_judged_by_the_gate_it_came_through()
    {
        var facts = When_a_stage_wants_to_be_left.Complete with
        {
            Content = When_what_a_plan_says_is_judged.Complete with { WeightSum = 90 },
            Life = Complete,
        };
        Assert.True(Shipped.Playbook.Gates.On(default).Judge("A10", facts).Open);
        Assert.Equal(
            ["The weights of the objectives must add up to 100; they add up to 90."],
            Shipped.Playbook.Gates.On(default).Judge("A10", facts with { AlsoGates = ["A4"] }).Missing);
    }

    private static void Lacks(string stage, LifeFacts facts, params string[] missing) => Assert.Equal(
        missing,
        Shipped.Playbook.Gates.On(default).Judge(
            stage, When_a_stage_wants_to_be_left.Complete with { Life = facts, Content = When_what_a_plan_says_is_judged.Complete }).Missing);
}
