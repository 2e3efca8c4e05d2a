using System.Collections.Immutable;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Plans;

/// <summary>The numbers of planning that a company sets for itself; the defaults are METHOD's.</summary>
/// <param name="HorizonYears">Plan years by tier; three to five. A tier that is not named has no plan.</param>
/// <param name="MatchWeights">How much each factor of the strategic match counts; together 1 (METHOD §4.2).</param>
public sealed record PlanPolicy(ImmutableSortedDictionary<Tier, int> HorizonYears, MatchFactors MatchWeights)
{
    /// <summary>The roles that let people be hired for a plan, in order (METHOD A6).</summary>
    public ImmutableArray<string> HiringApprovers { get; init; } = ["REGION_HEAD"];

    /// <summary>Who approves a version, in order, by the tier of its form (METHOD A8).</summary>
    public ImmutableSortedDictionary<Tier, ImmutableArray<string>> Approvers { get; init; } =
        ImmutableSortedDictionary.CreateRange(
        [
            new KeyValuePair<Tier, ImmutableArray<string>>(Tier.S, ["REGION_HEAD", "STRATEGIC_CUSTOMER_BOARD"]),
            new KeyValuePair<Tier, ImmutableArray<string>>(Tier.A, ["REGION_HEAD"]),
            new KeyValuePair<Tier, ImmutableArray<string>>(Tier.B, ["ACCOUNT_HEAD"]),
        ]);

    public RolloverTimes Rollover { get; init; } = new(80, 40, 20, 20);

    /// <summary>How often a plan in force is reviewed (METHOD A9).</summary>
    public ImmutableSortedDictionary<ReviewType, ReviewRhythm> Reviews { get; init; } = ImmutableSortedDictionary.CreateRange(
    [
        new KeyValuePair<ReviewType, ReviewRhythm>(ReviewType.Monthly, new ReviewRhythm(1, [])),
        new(ReviewType.Quarterly, new ReviewRhythm(3, [Tier.S, Tier.A])),
        new(ReviewType.HalfYear, new ReviewRhythm(6, [])),
        new(ReviewType.Yearly, new ReviewRhythm(12, [])),
        new(ReviewType.Executive, new ReviewRhythm(12, [Tier.S, Tier.A])),
    ]);

    /// <summary>Working days after its day until a review is missed.</summary>
    public int ReviewGrace { get; init; } = 10;

    /// <summary>Days without a sign of life until a plan in force is stale (METHOD A9, ESC-20).</summary>
    public ImmutableSortedDictionary<Tier, int> StaleDays { get; init; } =
        ImmutableSortedDictionary.CreateRange([new(Tier.S, 60), new KeyValuePair<Tier, int>(Tier.A, 90)]);

    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
    [
        .. HorizonYears.Keys.Where(tier => Approvers.GetValueOrDefault(tier) is not { IsDefaultOrEmpty: false })
            .Select(tier => new FieldMistake(nameof(Approvers), $"names nobody for tier {tier}")),
        FieldMistake.OutOfRange("Rollover.Review", Rollover.Review, 0, 250),
        FieldMistake.OutOfRange("Rollover.Draft", Rollover.Draft, Rollover.Review, 250),
        FieldMistake.OutOfRange("Rollover.Opens", Rollover.Opens, Rollover.Draft, 250),
        FieldMistake.OutOfRange("Rollover.TellAfter", Rollover.TellAfter, 0, 250),
        FieldMistake.OutOfRange(nameof(ReviewGrace), ReviewGrace, 0, 250),
        .. Reviews.SelectMany(rhythm => FieldMistake.Among(
            FieldMistake.OutOfRange($"Reviews.{rhythm.Key}", rhythm.Value.Months, 1, 60))),
    ]);

    public bool NeedsCustomer(ReviewType type, Tier form) => Reviews.GetValueOrDefault(type)?.WithCustomer.Contains(form) is true;

    /// <returns>Nothing for a type that has no rhythm.</returns>
    public ReviewDate? Next(ReviewType type, DateOnly from, WorkingCalendar calendar) =>
        Reviews.GetValueOrDefault(type) is { } rhythm && from.AddMonths(rhythm.Months) is var due
            ? new ReviewDate(due, calendar.Add(due, ReviewGrace + 1))
            : null;

    public static PlanPolicy Default { get; } = new(
        ImmutableSortedDictionary.CreateRange([new(Tier.S, 5), new KeyValuePair<Tier, int>(Tier.A, 5)]),
        new MatchFactors(0.30m, 0.25m, 0.20m, 0.15m, 0.10m));

    /// <returns>0 to 100.</returns>
    public decimal Result(MatchFactors factors) =>
        factors.All.Zip(MatchWeights.All, (factor, weight) => factor.Score * weight.Score).Sum();
}
