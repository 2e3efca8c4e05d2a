using System.Collections.Immutable;
using Planning.Accounts.Calendars;

namespace Planning.Accounts.Tiers;

/// <summary>How a version of the rules that judges in shadow saw a customer last.</summary>
/// <param name="Holds">How many reviews in a row each rule has been true, the last one included.</param>
/// <param name="HoldsBefore">The same before the last review, so that the same quarter can be reviewed again.</param>
/// <param name="Live">Where the version in force led the customer.</param>
/// <param name="Shadow">Where this version would have led it.</param>
public sealed record ShadowHolds(
    Quarter Period,
    ImmutableSortedDictionary<string, int> Holds,
    ImmutableSortedDictionary<string, int> HoldsBefore,
    TierPlace Live,
    TierPlace Shadow)
{
    public static ShadowHolds Of(TierShadowed shadowed) => new(
        shadowed.Review.Period, shadowed.Review.Holds, shadowed.HoldsBefore, shadowed.Live, shadowed.Shadow);

    public ImmutableSortedDictionary<string, int> For(Quarter period) => Period == period ? HoldsBefore : Holds;

    public bool Equals(ShadowHolds? other) => other is not null
        && (Period, Live, Shadow) == (other.Period, other.Live, other.Shadow)
        && Holds.SequenceEqual(other.Holds)
        && HoldsBefore.SequenceEqual(other.HoldsBefore);

    public override int GetHashCode() => HashCode.Combine(Period, Live, Shadow);
}
