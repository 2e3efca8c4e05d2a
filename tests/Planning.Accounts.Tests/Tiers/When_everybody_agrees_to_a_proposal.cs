using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Tiers;

public sealed class When_everybody_agrees_to_a_proposal
{
    private static readonly TierStanding Standing =
        new(Tier.A, Lane.Standard, Posture.Build, Q("2024-Q1"), Q("2024-Q1"));

    private static readonly Proposal Nothing = new(
        "T-1", Q("2026-Q3"), null, null, null, null, null, ["REGION_HEAD"], "tiering 2026.1", "match 86 ≥ 80");

    [Fact]
    public void its_tier_counts_from_the_next_quarter_and_the_lane_stays()
    {
        var (after, happened) = Agree(Standing with { Lane = Lane.Target }, Nothing with { Tier = Tier.S });
        Assert.Equal((Tier.S, Lane.Target, Q("2026-Q4")), (after.Tier, after.Lane, after.TierSince));
        Assert.Equal((Tier.A, Q("2024-Q1")), (after.InForceIn(Q("2026-Q3")).Tier, after.InForceIn(Q("2026-Q3")).TierSince));
        Assert.Equal(
            [new TierChanged(Tier.A, Tier.S, Lane.Target, Q("2026-Q4"), "T-1 of tiering 2026.1", "match 86 ≥ 80")], happened);
    }

    [Fact]
    public void the_lane_it_names_is_taken() =>
        Assert.Equal(Lane.Target, Agree(Standing, Nothing with { Tier = Tier.S, Lane = Lane.Target }).After.Lane);

    [Theory]
    [InlineData(Tier.S, Tier.A, 2)]
    [InlineData(Tier.A, Tier.A, 1)]
    [InlineData(Tier.B, Tier.B, 1)]
    public void a_cap_lowers_whoever_stands_above_it_and_nobody_else(Tier before, Tier after, int events)
    {
        var (agreed, happened) = Agree(Standing with { Tier = before }, Nothing with { Posture = Posture.Harvest, Cap = Tier.A });
        Assert.Equal((after, Posture.Harvest, Q("2026-Q4")), (agreed.Tier, agreed.Posture, agreed.PostureSince));
        Assert.Equal(events, happened.Count);
        Assert.Equal((before, Posture.Build), (agreed.InForceIn(Q("2026-Q3")).Tier, agreed.InForceIn(Q("2026-Q3")).Posture));
    }

    [Fact]
    public void nothing_happens_when_all_is_so_already()
    {
        var (after, happened) = Agree(Standing, Nothing with { Tier = Tier.A, Posture = Posture.Build });
        Assert.Same(Standing, after);
        Assert.Empty(happened);
    }

    private static (TierStanding After, List<CustomerEvent> Happened) Agree(TierStanding standing, Proposal proposal)
    {
        var happened = new List<CustomerEvent>();
        return (standing.Agreed(proposal, happened), happened);
    }
}
