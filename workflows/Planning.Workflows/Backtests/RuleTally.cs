using Planning.Rules.Decisions;
using Planning.Workflows.Tiering;

namespace Planning.Workflows.Backtests;

/// <summary>How often each rule of one version came out how, and which got in each other's way.</summary>
internal sealed class RuleTally
{
    private readonly TierRules _rules;
    private readonly Dictionary<string, int> _places;
    private readonly HashSet<(int Rule, int Other)> _contradictions;
    private readonly long[] _judged;
    private readonly long[] _true;
    private readonly long[] _fired;
    private readonly long[] _beaten;
    private readonly long[] _unknown;
    private readonly Dictionary<(int Rule, int Other, ConflictKind Kind), long> _conflicts = [];
    private readonly List<int> _speaking = [];

    public RuleTally(TierRules rules)
    {
        _rules = rules;
        var places = Enumerable.Range(0, rules.Names.Count).ToList();
        _places = places.ToDictionary(place => rules.Names[place], StringComparer.Ordinal);
        _contradictions =
        [
            .. from rule in places
               from other in places
               where rule < other && rules.Contradict(rules.Names[rule], rules.Names[other])
               select (rule, other),
        ];
        (_judged, _true, _fired) = (new long[places.Count], new long[places.Count], new long[places.Count]);
        (_beaten, _unknown) = (new long[places.Count], new long[places.Count]);
    }

    /// <summary>Customers' quarters that were judged.</summary>
    public long Quarters { get; private set; }

    /// <summary>Those in which some rule could not be decided.</summary>
    public long Undecided { get; private set; }

    public void Add(IReadOnlyList<RuleOutcome> outcomes)
    {
        var undecided = false;
        _speaking.Clear();
        for (var i = 0; i < outcomes.Count; i++)
        {
            switch (outcomes[i])
            {
                case RuleOutcome.NotReached:
                    continue;
                case RuleOutcome.NotTrue:
                    break;
                case RuleOutcome.Unknown:
                    undecided = true;
                    _unknown[i]++;
                    break;
                case RuleOutcome.Fired:
                    _true[i]++;
                    _fired[i]++;
                    Speaks(i);
                    break;
                case RuleOutcome.BeatenBy beaten:
                    _true[i]++;
                    _beaten[i]++;
                    Count((_places[beaten.By], i, ConflictKind.Beaten), 1);
                    break;
                default:
                    _true[i]++;
                    break;
            }

            _judged[i]++;
        }

        Quarters++;
        Undecided += undecided ? 1 : 0;
    }

    public void Add(RuleTally other)
    {
        Sum(_judged, other._judged);
        Sum(_true, other._true);
        Sum(_fired, other._fired);
        Sum(_beaten, other._beaten);
        Sum(_unknown, other._unknown);
        foreach (var (conflict, times) in other._conflicts)
        {
            Count(conflict, times);
        }

        Quarters += other.Quarters;
        Undecided += other.Undecided;
    }

    public BacktestedRules Report() => new(
        _rules.Version,
        Quarters,
        Undecided,
        [.. _rules.Names.Select((rule, i) => new BacktestedRule(rule, _judged[i], _true[i], _fired[i], _beaten[i], _unknown[i]))],
        [
            .. from conflict in _conflicts
               orderby conflict.Value descending, conflict.Key
               select new BacktestedConflict(
                   _rules.Names[conflict.Key.Rule], _rules.Names[conflict.Key.Other], conflict.Key.Kind, conflict.Value),
        ]);

    private void Speaks(int rule)
    {
        foreach (var earlier in _speaking)
        {
            if (_contradictions.Contains((earlier, rule)))
            {
                Count((earlier, rule, ConflictKind.Contradicted), 1);
            }
        }

        _speaking.Add(rule);
    }

    private void Count((int Rule, int Other, ConflictKind Kind) conflict, long times) =>
        _conflicts[conflict] = _conflicts.GetValueOrDefault(conflict) + times;

    private static void Sum(long[] into, long[] more)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] += more[i];
        }
    }
}
