using System.Collections.Immutable;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Plans;

/// <summary>The numbers of planning that a company sets for itself; the defaults are METHOD's.</summary>
/// <param name="HorizonYears">Plan years by tier; three to five. A tier that is not named has no plan.</param>
/// <param name="MatchWeights">How much each factor of the strategic match counts; together 1 (METHOD §4.2).</param>
public sealed record PlanPolicy(ImmutableSortedDictionary<Tier, int> HorizonYears, MatchFactors MatchWeights)
{
    /// <summary>The roles that let people be hired for a plan, in order (METHOD A6).</summary>
    public ImmutableArray<string> HiringApprovers { get; init; } = ["REGION_HEAD"];

    public static PlanPolicy Default { get; } = new(
        ImmutableSortedDictionary.CreateRange([new(Tier.S, 5), new KeyValuePair<Tier, int>(Tier.A, 5)]),
        new MatchFactors(0.30m, 0.25m, 0.20m, 0.15m, 0.10m));

    /// <returns>0 to 100.</returns>
    public decimal Result(MatchFactors factors) =>
        factors.All.Zip(MatchWeights.All, (factor, weight) => factor.Score * weight.Score).Sum();
}
