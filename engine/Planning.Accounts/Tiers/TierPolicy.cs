using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Tiers;

/// <summary>What holds for the portfolio as a whole, and for overrides; the defaults are METHOD §4.3 and §4.6 G5.</summary>
/// <param name="Boards">How many boards decide on strategic customers.</param>
/// <param name="StrategicPerBoard">The most customers of tier S that one board leads.</param>
/// <param name="StrategicShare">The most customers of tier S, as a part of all active ones; rounded up.</param>
/// <param name="KeyShare">The most customers of tiers S and A together, as a part of all active ones; rounded up.</param>
/// <param name="LargestOne">What part of our revenue one customer may have.</param>
/// <param name="LargestFive">What part the five largest may have together.</param>
/// <param name="ConcentrationIndex">Of the Herfindahl-Hirschman index, 0 to 1: from here on it is critical.</param>
/// <param name="OverrideMonths">The longest time an override may hold.</param>
/// <param name="OverrideApprovers">Who grants an override between B and C, in order.</param>
/// <param name="KeyOverrideApprovers">Who grants one that concerns S, A or the posture, in order.</param>
public sealed record TierPolicy(
    int Boards,
    int StrategicPerBoard,
    decimal StrategicShare,
    decimal KeyShare,
    Limits LargestOne,
    Limits LargestFive,
    decimal ConcentrationIndex,
    int OverrideMonths,
    ImmutableArray<string> OverrideApprovers,
    ImmutableArray<string> KeyOverrideApprovers)
{
    /// <summary>How far ahead the board may look again at a customer of lane TARGET, in months (METHOD §4.3: review at 12 quarters).</summary>
    public int TargetReviewMonths { get; init; } = 36;

    public static TierPolicy Default { get; } = new(
        Boards: 1,
        StrategicPerBoard: 20,
        StrategicShare: 0.02m,
        KeyShare: 0.10m,
        LargestOne: new Limits(0.20m, 0.25m, null),
        LargestFive: new Limits(0.50m, 0.60m, 0.80m),
        ConcentrationIndex: 0.18m,
        OverrideMonths: 12,
        OverrideApprovers: ["REGION_HEAD"],
        KeyOverrideApprovers: ["REGION_HEAD", "STRATEGIC_CUSTOMER_BOARD"]);

    public ImmutableArray<string> Approvers(TierOverride wanted) =>
        wanted.Before.Posture != wanted.Place.Posture || wanted.Before.Tier > Tier.B || wanted.Place.Tier > Tier.B
            ? KeyOverrideApprovers
            : OverrideApprovers;

    /// <param name="active">How many customers are active.</param>
    public int MostStrategic(int active) =>
        Math.Min(Boards * StrategicPerBoard, (int)Math.Ceiling(active * StrategicShare));

    /// <inheritdoc cref="MostStrategic"/>
    public int MostKey(int active) => (int)Math.Ceiling(active * KeyShare);

    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
        FieldMistake.OutOfRange(nameof(Boards), Boards, 1, 1000),
        FieldMistake.OutOfRange(nameof(StrategicPerBoard), StrategicPerBoard, 1, 100_000),
        FieldMistake.OutOfRange(nameof(StrategicShare), StrategicShare, 0, 1),
        FieldMistake.OutOfRange(nameof(KeyShare), KeyShare, StrategicShare, 1),
        LargestOne.Mistake(nameof(LargestOne)),
        LargestFive.Mistake(nameof(LargestFive)),
        FieldMistake.OutOfRange(nameof(ConcentrationIndex), ConcentrationIndex, 0, 1),
        FieldMistake.OutOfRange(nameof(OverrideMonths), OverrideMonths, 1, 60),
        FieldMistake.OutOfRange(nameof(TargetReviewMonths), TargetReviewMonths, 1, 60),
        OverrideApprovers is [] ? new FieldMistake(nameof(OverrideApprovers), "is empty; name at least one role") : null,
        KeyOverrideApprovers is [] ? new FieldMistake(nameof(KeyOverrideApprovers), "is empty; name at least one role") : null);
}

/// <summary>From where on a share is warned of, too large, and critical; each 0 to 1.</summary>
public sealed record Limits(decimal Warn, decimal Limit, decimal? Critical)
{
    public Concentration Level(decimal share) => share >= Critical ? Concentration.Critical
        : share >= Limit ? Concentration.Limit
        : share >= Warn ? Concentration.Warn
        : Concentration.None;

    internal FieldMistake? Mistake(string field) => 0 < Warn && Warn <= Limit && Limit <= (Critical ?? 1)
        ? null
        : new FieldMistake(field, "must rise from Warn over Limit to Critical, above 0 and at most 1");
}
