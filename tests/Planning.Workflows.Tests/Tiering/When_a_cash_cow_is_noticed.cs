using Planning.Accounts.Tiers;
using Planning.Rules.Decisions;
using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Tiering;

/// <summary>T-10 to T-12: a customer that earns much while its strategy parts from ours (METHOD §4.5).</summary>
public sealed class When_a_cash_cow_is_noticed : TierRuleSpec
{
    private const string Enter = "T-10-CASH-COW-ENTER";
    private const string Exit = "T-11-CASH-COW-EXIT";
    private const string Glide = "T-12-HARVEST-GLIDE";

    [Fact]
    public void it_earns_much_and_matches_below_fifty()
    {
        Speaks(Enter, Scored(Ordinary, value: 55, potential: 40, match: 49.99, quality: 60));
        IsNotTrue(Enter, Scored(Ordinary, value: 55, potential: 40, match: 50, quality: 60));
        IsNotTrue(Enter, Scored(Ordinary, value: 54.99, potential: 40, match: 49.99, quality: 60));
    }

    [Fact]
    public void or_it_fell_by_twenty_points_in_two_years_to_below_fifty_five()
    {
        Speaks(Enter, Fallen(by: -20, to: 54.99));
        IsNotTrue(Enter, Fallen(by: -19.99, to: 54.99));
        IsNotTrue(Enter, Fallen(by: -20, to: 55));
    }

    [Fact]
    public void one_that_is_harvested_already_is_not_noticed_again() =>
        IsNotTrue(Enter, Fallen(by: -30, to: 40) with { Posture = Posture.Harvest });

    [Fact]
    public void low_satisfaction_alone_is_a_repair_case() =>
        IsNotTrue(Enter, Scored(Ordinary, value: 80, potential: 40, match: 60, quality: 0));

    [Fact]
    public void the_way_back_is_a_match_of_sixty()
    {
        var harvested = Ordinary with { Posture = Posture.Harvest };
        Speaks(Exit, harvested with { Match = 60 });
        IsNotTrue(Exit, harvested with { Match = 59.99 });
        IsNotTrue(Exit, Ordinary with { Match = 60 });
    }

    [Fact]
    public void after_four_quarters_of_harvest_an_s_customer_glides_down()
    {
        Speaks(Glide, Harvested(Tier.S, quarters: 4, match: 50));
        IsNotTrue(Glide, Harvested(Tier.S, quarters: 3, match: 50));
        IsNotTrue(Glide, Harvested(Tier.S, quarters: 4, match: 50) with { Posture = Posture.HoldSteady });
    }

    [Fact]
    public void an_a_customer_only_below_a_composite_of_fifty_five()
    {
        Speaks(Glide, Harvested(Tier.A, quarters: 4, match: 49.9));
        Assert.Equal(55, Composite(Harvested(Tier.A, quarters: 4, match: 50)));
        IsNotTrue(Glide, Harvested(Tier.A, quarters: 4, match: 50));
        IsNotTrue(Glide, Harvested(Tier.B, quarters: 4, match: 20));
    }

    [Theory]
    [InlineData("open_certification")]
    [InlineData("handover_in_progress")]
    [InlineData("plan_freeze_window")]
    public void the_glide_waits_for_what_must_not_be_disturbed(string predicate) => Assert.Equal(
        predicate,
        Assert.IsType<RuleOutcome.Postponed>(Outcome(Glide, Harvested(Tier.S, quarters: 4, match: 50), predicate)).Predicate);

    private static TierFacts Fallen(double by, double to) =>
        Scored(Ordinary with { MatchDelta24M = by }, value: 55, potential: 40, match: to, quality: 60);

    // 0.25·60 + 0.25·60 + 0.30·match + 0.20·50
    private static TierFacts Harvested(Tier tier, int quarters, double match) => Scored(
        Ordinary with { Tier = tier, Posture = Posture.Harvest, QuartersInPosture = quarters },
        value: 60, potential: 60, match, quality: 50);
}
