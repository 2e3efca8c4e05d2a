using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Tiers;

public sealed class When_a_proposal_is_worded
{
    [Theory]
    [InlineData(Tier.A, null, null, null, null, "tier A")]
    [InlineData(Tier.S, Lane.Target, null, null, null, "tier S in lane TARGET")]
    [InlineData(null, null, Posture.HoldSteady, null, null, "posture HOLD_STEADY")]
    [InlineData(null, null, Posture.Harvest, Tier.A, null, "posture HARVEST, tier no higher than A")]
    [InlineData(Tier.B, null, Posture.Build, Tier.A, null, "tier B, posture BUILD, tier no higher than A")]
    [InlineData(Tier.A, null, null, null, 20, "tier A, resources cut by at most 20 % in a half-year")]
    public void it_says_what_is_wished_for(
        Tier? tier, Lane? lane, Posture? posture, Tier? cap, int? cut, string wish) => Assert.Equal(
        wish,
        new Proposal("T-1", Q("2026-Q1"), tier, lane, posture, cap, cut, [], Reviews.RulesVersion, "it is so").Wish);
}
