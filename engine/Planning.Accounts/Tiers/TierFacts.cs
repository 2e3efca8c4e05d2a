using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;

namespace Planning.Accounts.Tiers;

/// <summary>What the tier rules may ask about one customer in one quarter: METHOD §4.1, nothing for unknown.</summary>
/// <remarks>Money in millions of the reporting currency, shares 0 to 1, scores 0 to 100. Rules see it as <c>customer</c>.</remarks>
public sealed record TierFacts
{
    // METHOD §4.1: a satisfaction wave older than this tells nothing.
    private const int SatisfactionDays = 400;

    public required Tier Tier { get; init; }

    public required Lane Lane { get; init; }

    public required Posture Posture { get; init; }

    public required int QuartersInTier { get; init; }

    public required int QuartersInPosture { get; init; }

    public required bool OnTargetList { get; init; }

    public required bool BenchmarkEffect { get; init; }

    public double? RevenueTtm { get; init; }

    public double? RevenueShare { get; init; }

    public double? ContributionPct { get; init; }

    public double? Fte { get; init; }

    public double? PcIndex { get; init; }

    public double? PcIndexForecastY3 { get; init; }

    public double? Potential3Y { get; init; }

    public double? Growth3Y { get; init; }

    public double? ShareOfWallet { get; init; }

    public double? Match { get; init; }

    public double? MatchDelta24M { get; init; }

    public int? MatchAgeDays { get; init; }

    public double? Satisfaction { get; init; }

    public double? DsoOverrun { get; init; }

    public double? Overdue60 { get; init; }

    public double? Credit { get; init; }

    public double? Survival5Y { get; init; }

    public required double StickinessLayer { get; init; }

    public double? RelevantSpendShare { get; init; }

    public double? BusFactor { get; init; }

    public bool? SanctionsHit { get; init; }

    public bool? Insolvency { get; init; }

    public required double DataCompleteness { get; init; }

    /// <param name="period">The quarter under review; the facts are as of its last day.</param>
    public static TierFacts Of(Customer customer, Quarter period, VendorFigures vendor)
    {
        var metrics = new PeriodMetrics(customer.Metrics, period);
        var facts = new TierFacts
        {
            Tier = default,
            Lane = default,
            Posture = default,
            QuartersInTier = 0,
            QuartersInPosture = 0,
            OnTargetList = customer.Details!.OnTargetList,
            BenchmarkEffect = customer.Details.BenchmarkEffect,
            RevenueTtm = metrics.Millions(Metric.RevenueTtm, vendor.Revenue.Currency),
            RevenueShare = metrics.RevenueShare(vendor),
            ContributionPct = metrics.Number(Metric.ContributionPct),
            Fte = metrics.Number(Metric.Fte),
            PcIndex = metrics.PerHeadIndex(vendor),
            PcIndexForecastY3 = metrics.Number(Metric.PcIndexForecastY3),
            Potential3Y = metrics.Millions(Metric.Potential3Y, vendor.Revenue.Currency),
            Growth3Y = metrics.Number(Metric.Growth3Y),
            ShareOfWallet = metrics.Number(Metric.ShareOfWallet),
            Match = metrics.Number(Metric.Match),
            MatchDelta24M = metrics.ChangeOver(Metric.Match, quarters: 8),
            MatchAgeDays = metrics.AgeInDays(Metric.Match),
            Satisfaction = metrics.AgeInDays(Metric.Satisfaction) <= SatisfactionDays
                ? metrics.Number(Metric.Satisfaction)
                : null,
            DsoOverrun = metrics.Number(Metric.DsoOverrun),
            Overdue60 = metrics.Number(Metric.Overdue60),
            Credit = metrics.Number(Metric.Credit),
            Survival5Y = metrics.Number(Metric.Survival5Y),
            StickinessLayer = metrics.Number(Metric.StickinessLayer) ?? 0,
            RelevantSpendShare = metrics.Number(Metric.RelevantSpendShare),
            BusFactor = metrics.Number(Metric.BusFactor),
            SanctionsHit = metrics.YesNo(Metric.SanctionsHit),
            Insolvency = metrics.YesNo(Metric.Insolvency),
            DataCompleteness = 0,
        };
        return (facts with { DataCompleteness = facts.KnownShare() }).With(customer.Standing, period);
    }

    /// <summary>The same numbers of the same quarter, had the customer this standing.</summary>
    public TierFacts With(TierStanding standing, Quarter period)
    {
        var inForce = standing.InForceIn(period);
        return this with
        {
            Tier = inForce.Tier,
            Lane = inForce.Lane,
            Posture = inForce.Posture,
            QuartersInTier = period.Since(inForce.TierSince),
            QuartersInPosture = period.Since(inForce.PostureSince),
        };
    }

    // METHOD §4.1: the inputs whose absence means “unknown”; legal checks have a task of their own.
    private double KnownShare()
    {
        double?[] required =
        [
            RevenueTtm, ContributionPct, Fte, Potential3Y, Growth3Y, ShareOfWallet, Match, MatchAgeDays, Satisfaction,
            DsoOverrun, Overdue60, Credit, Survival5Y, RelevantSpendShare,
        ];
        return required.Count(fact => fact is not null) / (double)required.Length;
    }
}
