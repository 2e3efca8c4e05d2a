using Planning.Accounts.Wording;

namespace Planning.Accounts.Tiers;

/// <summary>Tier, lane and posture together.</summary>
public readonly record struct TierPlace(Tier Tier, Lane Lane, Posture Posture)
{
    public static TierPlace Of(TierStanding standing) => new(standing.Tier, standing.Lane, standing.Posture);

    public override string ToString() =>
        $"{Tier}{(Lane is Lane.Target ? " target" : "")} {Words<Posture>.Of(Posture)}";
}
