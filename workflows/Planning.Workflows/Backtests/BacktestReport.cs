using System.Collections.Immutable;
using Planning.Accounts.Calendars;
using Planning.Accounts.Tiers;

namespace Planning.Workflows.Backtests;

/// <summary>What a draft of the tier rules would have done otherwise than the live version.</summary>
/// <param name="Quarters">The quarters gone through, oldest first.</param>
/// <param name="Currency">In which revenue is told, in millions; it is that of the last quarter.</param>
/// <param name="Customers">How many went through the quarters.</param>
/// <param name="WithoutFigures">Those of them about whom nothing was measured in any of the quarters.</param>
/// <param name="Differing">Those whose tier, lane or posture is another one under the draft in the end.</param>
/// <param name="Ends">Where they began and ended, highest tiers first; only what occurred.</param>
/// <param name="Moves">Who moved when, counted; only what occurred.</param>
/// <param name="Differences">At most <see cref="MostDifferences"/>, those with the greatest revenue first.</param>
public sealed record BacktestReport(
    BacktestedRules Live,
    BacktestedRules Draft,
    ProposalFate Proposals,
    ImmutableArray<Quarter> Quarters,
    string Currency,
    int Customers,
    int WithoutFigures,
    int Differing,
    ImmutableArray<BacktestEnd> Ends,
    ImmutableArray<BacktestedMoves> Moves,
    ImmutableArray<BacktestDifference> Differences)
{
    /// <summary>So many differing customers are told one by one, whatever the size of the portfolio.</summary>
    public const int MostDifferences = 10_000;

    /// <summary>Every tier, the highest first: who began and ended in it, with what revenue.</summary>
    public ImmutableArray<BacktestedTier> Tiers =>
    [
        .. Enum.GetValues<Tier>().Reverse().Select(tier => new BacktestedTier(
            tier,
            BacktestSum.Of(Ends.Where(end => end.From == tier)),
            BacktestSum.Of(Ends.Where(end => end.Live == tier)),
            BacktestSum.Of(Ends.Where(end => end.Draft == tier)))),
    ];
}

/// <summary>What is in one tier in the beginning, and in the end under each version.</summary>
public sealed record BacktestedTier(Tier Tier, BacktestSum Began, BacktestSum Live, BacktestSum Draft);

/// <summary>Some customers together.</summary>
/// <param name="Revenue">Of the customers whose revenue is known, in the last quarter, in millions.</param>
/// <param name="RevenueUnknown">How many customers' revenue is not.</param>
public sealed record BacktestSum(int Customers, decimal Revenue, int RevenueUnknown)
{
    internal static BacktestSum Of(IEnumerable<BacktestEnd> ends) => ends.Aggregate(
        new BacktestSum(0, 0, 0),
        (sum, end) => new BacktestSum(
            sum.Customers + end.Customers, sum.Revenue + end.Revenue, sum.RevenueUnknown + end.RevenueUnknown));
}

/// <summary>How many customers began in one tier and ended in these two.</summary>
/// <param name="Revenue">Of the customers whose revenue is known, in millions.</param>
/// <param name="RevenueUnknown">How many customers' revenue is not.</param>
public sealed record BacktestEnd(Tier From, Tier Live, Tier Draft, int Customers, decimal Revenue, int RevenueUnknown);

/// <summary>How many customers made one move in one quarter, under each version.</summary>
public sealed record BacktestedMoves(Quarter Period, TierPlace From, TierPlace To, int Live, int Draft);

/// <summary>One move of one customer; it counts from the quarter after.</summary>
public sealed record BacktestMove(Quarter Period, TierPlace From, TierPlace To, string Rule);

/// <summary>A customer that ends otherwise under the draft.</summary>
/// <param name="Revenue">In the last quarter, in millions; nothing when it is not known.</param>
/// <param name="Rule">The rule with which the two ways part.</param>
/// <param name="Because">What that rule says, in words.</param>
public sealed record BacktestDifference(
    string Customer,
    string Name,
    decimal? Revenue,
    TierPlace From,
    TierPlace Live,
    TierPlace Draft,
    ImmutableArray<BacktestMove> LiveMoves,
    ImmutableArray<BacktestMove> DraftMoves,
    string Rule,
    string Because);
