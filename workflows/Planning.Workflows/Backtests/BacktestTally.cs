using System.Collections.Immutable;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;

namespace Planning.Workflows.Backtests;

/// <summary>What a back-test has seen so far. Grows with the rules and the quarters, not with the customers.</summary>
/// <remarks>One thread only; see <see cref="Backtest.Begin"/>.</remarks>
public sealed class BacktestTally
{
    private static readonly Comparer<BacktestDifference> ByWeight = Comparer<BacktestDifference>.Create(
        (left, right) => Nullable.Compare(left.Revenue, right.Revenue) is not 0 and var order
            ? order
            : string.CompareOrdinal(right.Customer, left.Customer));

    private readonly Backtest _backtest;
    private readonly TierWalk _live;
    private readonly TierWalk _draft;
    private readonly List<BacktestQuarter> _quarters = [];
    private readonly Dictionary<(Tier From, Tier Live, Tier Draft), Weight> _ends = [];
    private readonly Dictionary<(Quarter Period, TierPlace From, TierPlace To), (int Live, int Draft)> _moves = [];

    // The lightest comes out first when there are too many.
    private readonly PriorityQueue<BacktestDifference, BacktestDifference> _differences = new(ByWeight);

    private int _withoutFigures;
    private int _differing;

    internal BacktestTally(Backtest backtest)
    {
        _backtest = backtest;
        _live = new TierWalk(backtest.Live, backtest.Proposals, new RuleTally(backtest.Live));
        _draft = new TierWalk(backtest.Draft, backtest.Proposals, new RuleTally(backtest.Draft));
    }

    /// <param name="customer">Registered, with the standing it had before the first quarter was reviewed.</param>
    /// <param name="handovers">Quarters whose review was postponed by a handover; none when nothing is given.</param>
    public void Take(Customer customer, IReadOnlySet<Quarter>? handovers = null)
    {
        _quarters.Clear();
        _quarters.AddRange(_backtest.QuartersOf(customer, handovers ?? ImmutableSortedSet<Quarter>.Empty));
        Walk(_live, customer.Standing);
        Walk(_draft, customer.Standing);
        var from = PlaceAtFirst(customer.Standing);
        var revenue = _backtest.RevenueOf(customer);
        Count(from.Tier, revenue);
        _withoutFigures += _backtest.HasFigures(customer) ? 0 : 1;
        CountMoves();
        if (TierPlace.Of(_live.Standing) != TierPlace.Of(_draft.Standing))
        {
            _differing++;
            Keep(customer, from, revenue);
        }
    }

    /// <summary>Adds what another thread has counted.</summary>
    public void Add(BacktestTally other)
    {
        foreach (var (ends, weight) in other._ends)
        {
            _ends[ends] = _ends.GetValueOrDefault(ends).Plus(weight);
        }

        foreach (var (move, (live, draft)) in other._moves)
        {
            var (liveSoFar, draftSoFar) = _moves.GetValueOrDefault(move);
            _moves[move] = (liveSoFar + live, draftSoFar + draft);
        }

        foreach (var (difference, _) in other._differences.UnorderedItems)
        {
            Keep(difference);
        }

        _live.Tally.Add(other._live.Tally);
        _draft.Tally.Add(other._draft.Tally);
        _withoutFigures += other._withoutFigures;
        _differing += other._differing;
    }

    public BacktestReport Report() => new(
        _live.Tally.Report(),
        _draft.Tally.Report(),
        _backtest.Proposals,
        [.. _backtest.Quarters.Select(vendor => vendor.Period)],
        _backtest.Currency,
        _ends.Values.Sum(weight => weight.Customers),
        _withoutFigures,
        _differing,
        [.. _ends.Select(end => end.Value.Under(end.Key.From, end.Key.Live, end.Key.Draft))
            .OrderByDescending(end => (end.From, end.Live, end.Draft))],
        [.. _moves.Select(move => new BacktestedMoves(
                move.Key.Period, move.Key.From, move.Key.To, move.Value.Live, move.Value.Draft))
            .OrderBy(move => (move.Period, -(int)move.From.Tier, -(int)move.To.Tier, move.From.ToString(), move.To.ToString()))],
        [.. _differences.UnorderedItems.Select(entry => entry.Element).OrderDescending(ByWeight)]);

    private void Walk(TierWalk walk, TierStanding start)
    {
        walk.Begin(start);
        _quarters.ForEach(walk.Take);
    }

    private TierPlace PlaceAtFirst(TierStanding start)
    {
        var inForce = start.InForceIn(_quarters[0].Period);
        return new TierPlace(inForce.Tier, inForce.Lane, inForce.Posture);
    }

    private void Count(Tier from, decimal? revenue)
    {
        var ends = (from, _live.Standing.Tier, _draft.Standing.Tier);
        _ends[ends] = _ends.GetValueOrDefault(ends).Plus(new Weight(1, revenue is null ? 1 : 0, revenue ?? 0));
    }

    private void CountMoves()
    {
        foreach (var move in _live.Moves)
        {
            var (live, draft) = _moves.GetValueOrDefault((move.Period, move.From, move.To));
            _moves[(move.Period, move.From, move.To)] = (live + 1, draft);
        }

        foreach (var move in _draft.Moves)
        {
            var (live, draft) = _moves.GetValueOrDefault((move.Period, move.From, move.To));
            _moves[(move.Period, move.From, move.To)] = (live, draft + 1);
        }
    }

    private void Keep(Customer customer, TierPlace from, decimal? revenue)
    {
        var difference = new BacktestDifference(
            customer.Id.Value,
            customer.Details!.Name,
            revenue,
            from,
            TierPlace.Of(_live.Standing),
            TierPlace.Of(_draft.Standing),
            [.. _live.Moves],
            [.. _draft.Moves],
            "",
            "");
        if (IsKept(difference))
        {
            Keep(Told(difference, customer.Standing));
        }
    }

    private bool IsKept(BacktestDifference difference) => _differences.Count < BacktestReport.MostDifferences
        || ByWeight.Compare(difference, _differences.Peek()) > 0;

    private void Keep(BacktestDifference difference)
    {
        _differences.Enqueue(difference, difference);
        if (_differences.Count > BacktestReport.MostDifferences)
        {
            _differences.Dequeue();
        }
    }

    // The words are found where the two ways part: in the first quarter that one version ends otherwise than the other.
    private BacktestDifference Told(BacktestDifference difference, TierStanding start)
    {
        var (live, draft) = difference.LiveMoves.Zip(difference.DraftMoves)
            .SkipWhile(pair => (pair.First.Period, pair.First.To) == (pair.Second.Period, pair.Second.To))
            .Select(pair => ((BacktestMove?)pair.First, (BacktestMove?)pair.Second))
            .FirstOrDefault((
                difference.LiveMoves.ElementAtOrDefault(difference.DraftMoves.Length),
                difference.DraftMoves.ElementAtOrDefault(difference.LiveMoves.Length)));
        return draft is not null && (live is null || draft.Period <= live.Period)
            ? difference with { Rule = draft.Rule, Because = Why(_draft, draft, draft.Rule, start)! }
            : difference with
            {
                Rule = live!.Rule,
                Because = $"in {live.Period} the live version moves it ({Why(_live, live, live.Rule, start)}); the draft does not: "
                    + (Why(_draft, live, live.Rule, start) ?? "it has no such rule"),
            };
    }

    private string? Why(TierWalk walk, BacktestMove move, string rule, TierStanding start)
    {
        var through = _quarters.TakeWhile(quarter => quarter.Period <= move.Period).ToList();
        return walk.Rules.Why(rule, walk.Again(start, through));
    }

    private readonly record struct Weight(int Customers, int Unknown, decimal Revenue)
    {
        public Weight Plus(Weight more) =>
            new(Customers + more.Customers, Unknown + more.Unknown, Revenue + more.Revenue);

        public BacktestEnd Under(Tier from, Tier live, Tier draft) => new(from, live, draft, Customers, Revenue, Unknown);
    }
}
