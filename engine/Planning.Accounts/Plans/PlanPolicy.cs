using System.Collections.Immutable;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Plans;

/// <summary>The numbers of planning that a company sets for itself; the defaults are METHOD's.</summary>
/// <param name="HorizonYears">Plan years by tier; three to five, fewer for the one-page plan of B. A tier that is not named has no
/// plan.</param>
/// <param name="MatchWeights">How much each factor of the strategic match counts; together 1 (METHOD §4.2).</param>
public sealed record PlanPolicy(ImmutableSortedDictionary<Tier, int> HorizonYears, MatchFactors MatchWeights)
{
    /// <summary>The roles that let people be hired for a plan, in order (METHOD A6).</summary>
    public ImmutableArray<string> HiringApprovers { get; init; } = ["REGION_HEAD"];

    /// <summary>The tiers whose customers get their plan by themselves; the plan of another is opened by people (METHOD A0).</summary>
    public ImmutableArray<Tier> OpensByItself { get; init; } = [Tier.A, Tier.S];

    /// <summary>A target that is written so differently, as a part of what it was, opens an amendment (METHOD A10).</summary>
    public decimal AmendAbove { get; init; } = 0.10m;

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
        new KeyValuePair<ReviewType, ReviewRhythm>(ReviewType.Monthly, new ReviewRhythm(1, []) { Forms = [Tier.S, Tier.A] }),
        new(ReviewType.Quarterly, new ReviewRhythm(3, [Tier.S, Tier.A]) { Forms = [Tier.S, Tier.A] }),
        new(ReviewType.HalfYear, new ReviewRhythm(6, []) { Forms = [Tier.S, Tier.A] }),
        new(ReviewType.Yearly, new ReviewRhythm(12, [])),
        new(ReviewType.Executive, new ReviewRhythm(12, [Tier.S, Tier.A]) { Forms = [Tier.S, Tier.A] }),
    ]);

    /// <summary>Working days around its day in which a review is held in time (METHOD A9).</summary>
    public int ReviewGrace { get; init; } = 10;

    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
    [
        .. HorizonYears.Keys.Where(tier => Approvers.GetValueOrDefault(tier) is not { IsDefaultOrEmpty: false })
            .Select(tier => new FieldMistake(nameof(Approvers), $"names nobody for tier {tier}")),
        FieldMistake.OutOfRange("Rollover.Review", Rollover.Review, 0, 250),
        FieldMistake.OutOfRange("Rollover.Draft", Rollover.Draft, Rollover.Review, 250),
        FieldMistake.OutOfRange("Rollover.Opens", Rollover.Opens, Rollover.Draft, 250),
        FieldMistake.OutOfRange("Rollover.TellAfter", Rollover.TellAfter, 0, 250),
        FieldMistake.OutOfRange(nameof(ReviewGrace), ReviewGrace, 0, 250),
        FieldMistake.OutOfRange(nameof(AmendAbove), AmendAbove, 0, 10),
        .. HorizonYears.Where(years => years.Value < (years.Key >= Tier.A ? 3 : 1) || years.Value > 5).Select(years => new FieldMistake(
            $"PlanHorizonYears.{years.Key}",
            FormattableString.Invariant($"is {years.Value}; a plan looks {(years.Key >= Tier.A ? 3 : 1)} to 5 years ahead"))),
        .. Reviews.SelectMany(rhythm => FieldMistake.Among(
            FieldMistake.OutOfRange($"Reviews.{rhythm.Key}", rhythm.Value.Months, 1, 60))),
    ]);

    public bool NeedsCustomer(ReviewType type, Tier form) => Reviews.GetValueOrDefault(type)?.WithCustomer.Contains(form) is true;

    /// <returns>Nothing for a type that has no rhythm.</returns>
    public ReviewDate? Next(ReviewType type, DateOnly from, WorkingCalendar calendar) =>
        Reviews.GetValueOrDefault(type) is { } rhythm && from.AddMonths(rhythm.Months) is var due
            ? new ReviewDate(due, calendar.Add(due, ReviewGrace + 1))
            : null;

    /// <summary>Where the next review stands after one was held: its rhythm goes on from the day it was due, unless it was held
    /// outside its window.</summary>
    internal (ReviewDate? Next, bool TooEarly) After(ReviewType type, DateOnly heldOn, ReviewDate? due, WorkingCalendar calendar) =>
        due is null || heldOn >= due.LateOn ? (Next(type, heldOn, calendar), false)
        : heldOn < calendar.Back(due.Due, ReviewGrace) ? (due, true)
        : (Next(type, due.Due, calendar), false);

    public static PlanPolicy Default { get; } = new(
        ImmutableSortedDictionary.CreateRange([new(Tier.S, 5), new(Tier.A, 5), new KeyValuePair<Tier, int>(Tier.B, 1)]),
        new MatchFactors(0.30m, 0.25m, 0.20m, 0.15m, 0.10m));

    /// <returns>0 to 100.</returns>
    public decimal Result(MatchFactors factors) =>
        factors.All.Zip(MatchWeights.All, (factor, weight) => factor.Score * weight.Score).Sum();
}
