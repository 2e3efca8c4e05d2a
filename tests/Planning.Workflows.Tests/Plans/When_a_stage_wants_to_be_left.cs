using Planning.Accounts.Plans;
using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Plans;

/// <summary>The shipped exit gates of METHOD §3.1, A0 to A2.</summary>
public sealed class When_a_stage_wants_to_be_left
{
    internal static readonly PlanFacts Complete = new()
    {
        AccountSeatFilled = true,
        GroupRootConfirmed = true,
        MissingProfileSections = [],
        OldestProfileSectionDays = 180,
        SourceClasses = 3,
        PublicSourceShare = 0.6,
        VendorSpendCovered = 0.9,
        Units = 1,
        UnitsWithoutHeadcount = [],
        MatchAssessors = 2,
        FactorsWithoutEvidence = 0,
        MatchDifference = 15,
        MatchAgreed = false,
        MatchResult = 70,
        MatchAgeDays = 365,
    };

    [Theory]
    [InlineData("A0")]
    [InlineData("A1")]
    [InlineData("A2")]
    [InlineData("a2")]
    public void everything_just_good_enough_lets_it_pass(string stage)
    {
        var result = Shipped.Playbook.Gates.On(default).Judge(stage, Complete);
        Assert.Empty(result.Missing);
        Assert.True(result.Open);
        Assert.Equal("plan-gates 2026.13", result.Version);
        Assert.NotEmpty(result.Met);
    }

    [Fact]
    public void the_grounds_say_what_was_found() => Assert.Equal(
        ["AR seat filled", "group root confirmed"], Shipped.Playbook.Gates.On(default).Judge("A0", Complete).Met);

    [Fact]
    public void a_stage_without_criteria_is_open() =>
        Assert.Equal((true, 0), (Shipped.Playbook.Gates.On(default).Judge("Z9", Complete).Open, Shipped.Playbook.Gates.On(default).Judge("Z9", Complete).Met.Length));

    [Fact]
    public void somebody_holds_the_account_seat() => Lacks(
        "A0", Complete with { AccountSeatFilled = false }, "Nobody holds the AR seat: name an account responsible.");

    [Fact]
    public void the_group_root_is_confirmed() => Lacks(
        "A0", Complete with { GroupRootConfirmed = false }, "The group root is not confirmed: check who controls the customer.");

    [Fact]
    public void the_profile_has_every_section() => Lacks(
        "A1",
        Complete with { MissingProfileSections = ["macro", "pains"] },
        "The customer profile lacks these sections: macro, pains.");

    [Fact]
    public void no_section_is_older_than_180_days() => Lacks(
        "A1",
        Complete with { OldestProfileSectionDays = 181 },
        "Every profile section must be dated within 180 days; the oldest is 181 days old.");

    [Fact]
    public void three_classes_of_sources_are_behind_it() => Lacks(
        "A1", Complete with { SourceClasses = 2 }, "The profile rests on 2 classes of sources; three are needed.");

    [Fact]
    public void sixty_percent_of_the_sources_are_public() => Lacks(
        "A1",
        Complete with { PublicSourceShare = 0.59 },
        "At least 60 % of the sources must be public; the share is 0.59.");

    [Fact]
    public void the_vendors_cover_ninety_percent_of_the_spend() => Lacks(
        "A1",
        Complete with { VendorSpendCovered = 0.89 },
        "The listed vendors must cover 90 % of the relevant spend; they cover 0.89.");

    [Fact]
    public void a_unit_is_mapped() => Lacks("A1", Complete with { Units = 0 }, "No unit of the customer is mapped.");

    [Fact]
    public void relevant_units_have_a_headcount() => Lacks(
        "A1",
        Complete with { UnitsWithoutHeadcount = ["Network Planning", "Acceptance"] },
        "These relevant units have no estimated headcount: Network Planning, Acceptance.");

    [Fact]
    public void two_people_assess_the_match() => Lacks(
        "A2",
        Complete with { MatchAssessors = 1 },
        "The strategic match needs two independent assessors; 1 handed in a view.");

    [Fact]
    public void every_factor_has_evidence() => Lacks(
        "A2",
        Complete with { FactorsWithoutEvidence = 3 },
        "Every factor needs a piece of evidence; 3 are missing.");

    [Fact]
    public void above_fifteen_points_apart_they_meet()
    {
        var apart = Complete with { MatchDifference = 15.5 };
        Lacks("A2", apart, "The assessors differ by 15.5 points; above 15 a meeting must agree on the result.");
        Assert.True(Shipped.Playbook.Gates.On(default).Judge("A2", apart with { MatchAgreed = true }).Open);
    }

    [Fact]
    public void no_assessment_is_older_than_a_year() => Lacks(
        "A2", Complete with { MatchAgeDays = 366 }, "The older assessment is 366 days old; 365 is the limit.");

    [Fact]
    public void an_empty_plan_hears_every_lack_in_words_and_no_number_that_is_not_there()
    {
        var empty = Complete with
        {
            MissingProfileSections = ["macro", "industry", "competition", "strategy", "pains"],
            OldestProfileSectionDays = null,
            SourceClasses = 0,
            PublicSourceShare = null,
            VendorSpendCovered = 0,
            Units = 0,
            MatchAssessors = 0,
            MatchDifference = null,
            MatchResult = null,
            MatchAgeDays = null,
        };
        Lacks(
            "A1",
            empty,
            "The customer profile lacks these sections: macro, industry, competition, strategy, pains.",
            "No profile section is dated yet.",
            "The profile rests on 0 classes of sources; three are needed.",
            "The profile names no source yet.",
            "The listed vendors must cover 90 % of the relevant spend; they cover 0.",
            "No unit of the customer is mapped.");
        Lacks(
            "A2",
            empty,
            "The strategic match needs two independent assessors; 0 handed in a view.",
            "The views of two assessors must be there to be compared.",
            "No assessment is dated yet.");
    }

    private static void Lacks(string stage, PlanFacts facts, params string[] missing)
    {
        var result = Shipped.Playbook.Gates.On(default).Judge(stage, facts);
        Assert.Equal(missing, result.Missing);
        Assert.False(result.Open);
    }
}
