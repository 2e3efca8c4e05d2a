using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Workflows.Tiering;

namespace Planning.Workflows.Backtests;

/// <summary>One customer's way through the quarters under one version of the rules.</summary>
/// <remarks>One thread only; used for one customer after the other.</remarks>
internal sealed class TierWalk(TierRules rules, ProposalFate proposals, RuleTally tally)
{
    private readonly List<CustomerEvent> _happened = [];
    private readonly List<BacktestMove> _moves = [];

    public TierRules Rules => rules;

    public RuleTally Tally => tally;

    public TierStanding Standing { get; private set; } = TierStanding.None;

    /// <summary>The quarters that ended with another tier, lane or posture than they began with.</summary>
    public IReadOnlyList<BacktestMove> Moves => _moves;

    public void Begin(TierStanding start)
    {
        // What a version of that name said in shadow is no part of this trial.
        Standing = start with { Shadows = start.Shadows.Clear() };
        _moves.Clear();
    }

    public void Take(BacktestQuarter quarter) => Tally.Add(Step(quarter).Outcomes);

    /// <summary>Goes the same way again, without counting, to look at one quarter closely.</summary>
    public TierVerdict Again(TierStanding start, IReadOnlyList<BacktestQuarter> through)
    {
        Begin(start);
        foreach (var quarter in through.SkipLast(1))
        {
            Step(quarter);
        }

        return Step(through[^1]);
    }

    private TierVerdict Step(BacktestQuarter quarter)
    {
        var before = TierPlace.Of(Standing);
        var verdict = rules.Judge(quarter.Facts.With(Standing, quarter.Period), Standing, quarter.Period, quarter.Predicates);
        _happened.Clear();
        Standing = Standing.After(verdict.Unworded, _happened);
        if (proposals is ProposalFate.Agreed)
        {
            foreach (var proposal in Standing.Proposals)
            {
                Standing = Standing.Agreed(proposal, _happened);
            }
        }

        if (TierPlace.Of(Standing) is var after && after != before)
        {
            _moves.Add(new BacktestMove(quarter.Period, before, after, RuleOf(_happened)));
        }

        return verdict;
    }

    // The cause of a rule's move names the rule and then its set's version.
    private string RuleOf(List<CustomerEvent> happened) => happened.Select(one => one switch
    {
        TierChanged changed => changed.Cause,
        PostureChanged changed => changed.Cause,
        _ => null,
    }).OfType<string>().First().Replace($" of {rules.Version}", "", StringComparison.Ordinal);
}
