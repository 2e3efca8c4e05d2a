using Planning.Accounts.Tiers;
using Planning.Rules.Decisions;
using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Tiering;

/// <summary>T-20 to T-24: more investment for customers that earn it, or that we have chosen.</summary>
public sealed class When_a_customer_rises : TierRuleSpec
{
    private const string ToS = "T-20-PROMOTE-S";
    private const string TargetS = "T-21-TARGET-S";
    private const string ToA = "T-22-PROMOTE-A";
    private const string ToB = "T-23-PROMOTE-B";
    private const string Lighthouse = "T-24-LIGHTHOUSE";

    [Theory]
    [InlineData(76, 80, 80, 60, true)] // composite 75, quality 60
    [InlineData(75.9, 80, 80, 60, false)] // composite 74.975
    [InlineData(80, 100, 75, 80, true)]
    [InlineData(80, 100, 74.9, 80, false)] // match
    [InlineData(90, 65, 90, 80, true)]
    [InlineData(90, 64.9, 90, 80, false)] // potential
    [InlineData(90, 90, 90, 60, true)]
    [InlineData(90, 90, 90, 59.9, false)] // quality
    public void to_s_with_a_composite_of_75_a_match_of_75_a_potential_of_65_and_a_quality_of_60(
        double value, double potential, double match, double quality, bool rises) =>
        Check(ToS, Scored(Ordinary with { Tier = Tier.A }, value, potential, match, quality, perHead: 1.2), rises);

    [Fact]
    public void to_s_only_on_heads_that_earn_and_on_more_than_one_pair_of_eyes()
    {
        var strong = Scored(Ordinary with { Tier = Tier.A }, 80, 90, 90, 90, perHead: 1.2);
        Speaks(ToS, strong);
        IsNotTrue(ToS, strong with { PcIndex = 1.19 });
        IsNotTrue(ToS, strong with { BusFactor = 1 });
        IsNotTrue(ToS, strong with { Posture = Posture.Harvest });
        IsNotTrue(ToS, strong with { Tier = Tier.B });
        IsNotTrue(ToS, strong with { Tier = Tier.S });
    }

    [Theory]
    [InlineData(80, 80, 70, true)]
    [InlineData(79.9, 80, 70, false)]
    [InlineData(80, 79.9, 70, false)]
    [InlineData(80, 80, 69.9, false)]
    public void a_target_becomes_s_without_earning_yet(double potential, double match, double quality, bool rises)
    {
        var target = Ordinary with { OnTargetList = true, PcIndexForecastY3 = 1.2 };
        foreach (var tier in new[] { Tier.C, Tier.B, Tier.A })
        {
            Check(TargetS, Scored(target with { Tier = tier }, value: 0, potential, match, quality), rises);
        }
    }

    [Fact]
    public void a_target_must_be_chosen_and_promise_heads_that_earn()
    {
        var target = Scored(Ordinary with { OnTargetList = true, PcIndexForecastY3 = 1.2 }, 0, 90, 90, 90);
        Speaks(TargetS, target);
        IsNotTrue(TargetS, target with { PcIndexForecastY3 = 1.19 });
        IsNotTrue(TargetS, target with { OnTargetList = false });
        IsNotTrue(TargetS, target with { Tier = Tier.S });
    }

    [Theory]
    [InlineData(64, 64, 60, 50, true)] // composite 60, everything at its boundary
    [InlineData(63.9, 64, 60, 50, false)]
    [InlineData(80, 80, 59.9, 80, false)]
    [InlineData(80, 80, 80, 49.9, false)]
    [InlineData(80, 80, 80, 50, true)]
    public void to_a_with_a_composite_of_60_a_match_of_60_and_a_quality_of_50(
        double value, double potential, double match, double quality, bool rises) =>
        Check(ToA, Scored(Ordinary, value, potential, match, quality, perHead: 1), rises);

    [Fact]
    public void to_a_only_on_heads_that_earn_the_average()
    {
        var strong = Scored(Ordinary, 80, 80, 80, 80, perHead: 1);
        Speaks(ToA, strong);
        IsNotTrue(ToA, strong with { PcIndex = 0.99 });
        IsNotTrue(ToA, strong with { Posture = Posture.Harvest });
        IsNotTrue(ToA, strong with { Tier = Tier.C });
    }

    [Theory]
    [InlineData(48, 40, 50, 40, true)] // composite 45, everything at its boundary
    [InlineData(47.9, 40, 50, 40, false)]
    [InlineData(80, 39.9, 50, 40, false)]
    [InlineData(80, 40, 50, 39.9, false)]
    public void to_b_with_a_composite_of_45_a_potential_of_40_and_a_quality_of_40(
        double value, double potential, double match, double quality, bool rises) =>
        Check(ToB, Scored(Ordinary with { Tier = Tier.C }, value, potential, match, quality), rises);

    [Fact]
    public void to_b_from_c_only() => IsNotTrue(ToB, Scored(Ordinary, 80, 80, 80, 80));

    [Fact]
    public void a_lighthouse_of_quality_fifty_is_covered_like_b()
    {
        var lighthouse = Ordinary with { Tier = Tier.C, BenchmarkEffect = true };
        Speaks(Lighthouse, Scored(lighthouse, 25, 20, 40, 50));
        IsNotTrue(Lighthouse, Scored(lighthouse, 25, 20, 40, 49.9));
        IsNotTrue(Lighthouse, Scored(lighthouse with { BenchmarkEffect = false }, 25, 20, 40, 50));
        IsNotTrue(Lighthouse, Scored(lighthouse with { Tier = Tier.B }, 25, 20, 40, 50));
    }

    [Fact]
    public void of_two_ways_up_the_higher_one_is_proposed()
    {
        var target = Scored(Ordinary with { OnTargetList = true, PcIndexForecastY3 = 1.2 }, 80, 90, 90, 90, perHead: 1);
        Speaks(TargetS, target);
        Assert.Equal(TargetS, Assert.IsType<RuleOutcome.BeatenBy>(Outcome(ToA, target)).By);
    }

    private static void Check(string rule, TierFacts facts, bool rises)
    {
        if (rises)
        {
            Speaks(rule, facts);
        }
        else
        {
            IsNotTrue(rule, facts);
        }
    }
}
