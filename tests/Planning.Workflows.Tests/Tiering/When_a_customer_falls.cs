using Planning.Accounts.Tiers;
using Planning.Rules.Decisions;
using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Tiering;

/// <summary>T-30 to T-33: less investment, late and never by surprise.</summary>
public sealed class When_a_customer_falls : TierRuleSpec
{
    private const string FromS = "T-30-DEMOTE-S";
    private const string TargetReview = "T-31-TARGET-S-REVIEW";
    private const string FromA = "T-32-DEMOTE-A";
    private const string FromB = "T-33-DEMOTE-B";

    [Theory]
    [InlineData(74, 80, 65, 60, false)] // composite 70, match 65
    [InlineData(73.9, 80, 65, 60, true)] // composite 69.975
    [InlineData(100, 100, 64.9, 100, true)] // match
    [InlineData(100, 100, 65, 100, false)]
    [InlineData(100, 100, 100, 49.9, true)] // quality
    [InlineData(100, 100, 100, 50, false)]
    public void from_s_below_a_composite_of_70_a_match_of_65_or_a_quality_of_50(
        double value, double potential, double match, double quality, bool falls) =>
        Check(FromS, Scored(Ordinary with { Tier = Tier.S, QuartersInTier = 4 }, value, potential, match, quality), falls);

    [Fact]
    public void from_s_not_before_a_year_and_never_in_the_target_lane()
    {
        var weak = Scored(Ordinary with { Tier = Tier.S, QuartersInTier = 4 }, 50, 40, 55, 60);
        Speaks(FromS, weak);
        IsNotTrue(FromS, weak with { QuartersInTier = 3 });
        IsNotTrue(FromS, weak with { Lane = Lane.Target });
        IsNotTrue(FromS, weak with { Tier = Tier.A });
    }

    [Fact]
    public void a_target_is_looked_at_again_after_three_years_or_when_it_parts_from_us()
    {
        var target = Scored(
            Ordinary with { Tier = Tier.S, Lane = Lane.Target, QuartersInTier = 11 }, 0, 70, 70, 80);
        IsNotTrue(TargetReview, target);
        Speaks(TargetReview, target with { QuartersInTier = 12 });
        Speaks(TargetReview, target with { Match = 69.9 });
        Speaks(TargetReview, Scored(target, 0, 69.9, 70, 80));
        IsNotTrue(TargetReview, target with { QuartersInTier = 12, Lane = Lane.Standard });
        IsNotTrue(TargetReview, target with { QuartersInTier = 12, Tier = Tier.A });
    }

    [Theory]
    [InlineData(60, 60, 50, 50, false)] // composite 55, match 50
    [InlineData(59.9, 60, 50, 50, true)] // composite 54.975
    [InlineData(54.9, 100, 49.9, 100, true)] // match, and not valuable enough for a cash cow
    [InlineData(54.9, 100, 50, 100, false)]
    [InlineData(100, 100, 100, 39.9, true)] // quality
    [InlineData(100, 100, 100, 40, false)]
    public void from_a_below_a_composite_of_55_a_match_of_50_or_a_quality_of_40(
        double value, double potential, double match, double quality, bool falls) =>
        Check(FromA, Scored(Ordinary with { Tier = Tier.A, QuartersInTier = 4 }, value, potential, match, quality), falls);

    [Fact]
    public void from_a_not_before_a_year_and_not_beside_a_harvest()
    {
        var weak = Scored(Ordinary with { Tier = Tier.A, QuartersInTier = 4 }, 50, 40, 49, 60);
        Speaks(FromA, weak);
        IsNotTrue(FromA, weak with { QuartersInTier = 3 });
        IsNotTrue(FromA, weak with { Posture = Posture.Harvest });
    }

    [Fact]
    public void a_cash_cow_is_harvested_rather_than_dropped()
    {
        var cow = Scored(Ordinary with { Tier = Tier.A }, value: 80, potential: 40, match: 41, quality: 60);
        Assert.Equal("T-10-CASH-COW-ENTER", Assert.IsType<RuleOutcome.BeatenBy>(Outcome(FromA, cow)).By);
    }

    [Theory]
    [InlineData(48, 40, 40, 30, true)] // composite 40, but quality 30
    [InlineData(40, 40, 40, 40, false)] // composite 40
    [InlineData(39.9, 40, 40, 40, true)] // composite 39.975
    [InlineData(100, 100, 100, 34.9, true)] // quality
    [InlineData(100, 100, 100, 35, false)]
    public void from_b_below_a_composite_of_40_or_a_quality_of_35(
        double value, double potential, double match, double quality, bool falls) =>
        Check(FromB, Scored(Ordinary with { QuartersInTier = 2 }, value, potential, match, quality), falls);

    [Fact]
    public void from_b_not_before_half_a_year()
    {
        var weak = Scored(Ordinary with { QuartersInTier = 2 }, 25, 20, 30, 50);
        Speaks(FromB, weak);
        IsNotTrue(FromB, weak with { QuartersInTier = 1 });
        IsNotTrue(FromB, weak with { Tier = Tier.C });
    }

    [Theory]
    [InlineData(FromS, Tier.S, "open_certification")]
    [InlineData(FromS, Tier.S, "handover_in_progress")]
    [InlineData(FromS, Tier.S, "plan_freeze_window")]
    [InlineData(FromA, Tier.A, "open_certification")]
    [InlineData(FromA, Tier.A, "handover_in_progress")]
    [InlineData(FromA, Tier.A, "plan_freeze_window")]
    public void nobody_falls_from_s_or_a_in_the_middle_of_what_must_not_be_disturbed(string rule, Tier tier, string predicate) =>
        Assert.Equal(
            predicate,
            Assert.IsType<RuleOutcome.Postponed>(
                Outcome(rule, Scored(Ordinary with { Tier = tier }, 50, 40, 49, 60), predicate)).Predicate);

    private static void Check(string rule, TierFacts facts, bool falls)
    {
        if (falls)
        {
            Speaks(rule, facts);
        }
        else
        {
            IsNotTrue(rule, facts);
        }
    }
}
