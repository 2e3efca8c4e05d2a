using System.Collections.Immutable;
using System.Text.Json.Serialization;
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

/// <summary>How one version's rules came out.</summary>
/// <param name="Version">As <c>tiering 2026.1</c>.</param>
/// <param name="Quarters">Customers' quarters that were judged.</param>
/// <param name="Undecided">Those in which some rule could not be decided for want of a fact.</param>
/// <param name="Rules">Highest priority first.</param>
public sealed record BacktestedRules(string Version, long Quarters, long Undecided, ImmutableArray<BacktestedRule> Rules);

/// <summary>How often one rule came out how, over customers and quarters.</summary>
/// <param name="Judged">How often it was reached; a stop rule above may keep it from that.</param>
/// <param name="True">How often its condition held, whether or not it might speak.</param>
/// <param name="Fired">How often it spoke.</param>
/// <param name="Unknown">How often it could not be decided.</param>
public sealed record BacktestedRule(string Rule, long Judged, long True, long Fired, long Unknown)
{
    /// <summary>What its author should look at; nothing when it is as rules are.</summary>
    [JsonInclude]
    public string? Remark => this switch
    {
        { Judged: 0 } => "never judged",
        { True: 0 } => "never true",
        { Fired: 0 } => "never fired",
        _ when True == Judged => "always true",
        _ => null,
    };
}
