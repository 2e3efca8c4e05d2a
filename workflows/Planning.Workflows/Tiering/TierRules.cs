using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Rules.Decisions;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Rules.Wording;
using Planning.Workflows.Playbooks;

namespace Planning.Workflows.Tiering;

/// <summary>The tier rules in force: judge a customer's quarter and say in words why (METHOD §4.4).</summary>
public sealed class TierRules
{
    private const string Input = "customer";
    private const int InputsTaskDays = 14;

    private static readonly ImmutableSortedDictionary<string, decimal> NoScores =
        ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal);

    private readonly RuleSet _rules;
    private readonly ImmutableDictionary<string, ImmutableArray<Move>> _moves;

    private TierRules(RuleSet rules, ImmutableDictionary<string, ImmutableArray<Move>> moves)
    {
        _rules = rules;
        _moves = moves;
        Version = $"{rules.Name} {rules.Version}";
        Names = [.. rules.Rules.OrderByDescending(rule => rule.Terms.Priority).Select(rule => rule.Name)];
    }

    public static FactSchema Schema { get; } = new(new FactInput(Input, typeof(TierFacts)) { Labels = TierLabels.All });

    /// <summary>Name and version of the rule set, as <c>tiering 2026.1</c> (INV-02).</summary>
    public string Version { get; }

    /// <summary>The rules, highest priority first, as <see cref="TierVerdict.Outcomes"/> has them.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Judges one customer in one quarter. Pure: same customer, quarter and figures, same review (INV-03).</summary>
    public TierReview Review(Customer customer, Quarter period, VendorFigures vendor, WorkingCalendar calendar) =>
        Review(customer, period, vendor, TierPredicates.Of(customer, period, calendar));

    public TierReview Review(Customer customer, Quarter period, VendorFigures vendor, IReadOnlySet<string> predicates) =>
        Tell(Judge(TierFacts.Of(customer, period, vendor), customer.Standing, period, predicates));

    /// <summary>The judging alone, for whoever needs no words: telling is most of the work.</summary>
    /// <param name="facts">The customer's facts of <paramref name="period"/>, with the standing in force then.</param>
    /// <param name="standing">Whose hold counters are counted on.</param>
    /// <param name="predicates">What goes on at the customer; see <see cref="TierPredicates"/>.</param>
    public TierVerdict Judge(TierFacts facts, TierStanding standing, Quarter period, IReadOnlySet<string> predicates)
    {
        var parameter = new RuleParameter(Input, facts);
        var decision = _rules.Decide(new DecisionState(standing.HoldsFor(period, Version)), predicates, parameter);
        return new TierVerdict(
            new TierReview(period, Version, decision.Next.Holds, NoScores, [], Moves(decision, standing)),
            decision,
            parameter);
    }

    /// <summary>Says a verdict in words, as the journal keeps it.</summary>
    public TierReview Tell(TierVerdict verdict) => Tell(verdict, Language.English);

    /// <summary>Says a verdict in words. Of a past review: the verdict of the same facts and standing, judged
    /// again.</summary>
    public TierReview Tell(TierVerdict verdict, Language language)
    {
        var wording = new TierWording(language, verdict.Tier);
        var findings = new List<RuleFinding>();
        var because = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var outcome in verdict.Outcomes)
        {
            if (KindOf(outcome) is { } kind)
            {
                var why = _rules.Explain(outcome.Rule, verdict.Facts);
                because[outcome.Rule.Name] = wording.Reason(outcome, why);
                findings.Add(new RuleFinding(
                    outcome.Rule.Name, kind, wording.Finding(outcome, why, _moves[outcome.Rule.Name])));
            }
        }

        return verdict.Unworded with
        {
            Scores = Scores(verdict.Decision),
            Findings = [.. findings],
            Moves = [.. verdict.Unworded.Moves.Select(move => move with { Because = because[move.Rule] })],
        };
    }

    /// <summary>What one rule did and why, in words, also when it did not speak.</summary>
    /// <returns>Nothing when there is no such rule.</returns>
    public string? Why(string rule, TierVerdict verdict) =>
        verdict.Outcomes.FirstOrDefault(outcome => outcome.Rule.Name == rule) is { } outcome
            ? new TierWording(Language.English, verdict.Tier).Finding(
                outcome, _rules.Explain(outcome.Rule, verdict.Facts), _moves[rule])
            : null;

    /// <summary>Whether two rules want something different of a customer's tier, posture, coverage or insight.</summary>
    internal bool Contradict(string rule, string other) => Contradiction.Between(_moves[rule], _moves[other]);

    internal static TierRules Read(RuleSet rules, string file, List<PlaybookMistake> mistakes)
    {
        var moves = ImmutableDictionary.CreateBuilder<string, ImmutableArray<Move>>(StringComparer.Ordinal);
        foreach (var (at, rule) in rules.Rules.Index())
        {
            var reader = new MoveReader(rule, file, $"$.Rules[{at}].Properties.then", mistakes);
            moves[rule.Name] = reader.Read();
        }

        return new TierRules(rules, moves.ToImmutable());
    }

    private static ImmutableSortedDictionary<string, decimal> Scores(DecisionResult decision) => decision.Globals
        .Where(global => global.Value is not null)
        .ToImmutableSortedDictionary(
            global => global.Key,
            global => decimal.Round(Convert.ToDecimal(global.Value, CultureInfo.InvariantCulture), 4),
            StringComparer.Ordinal);

    private static FindingKind? KindOf(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Fired => FindingKind.Fired,
        RuleOutcome.Holding => FindingKind.Holding,
        RuleOutcome.BeatenBy => FindingKind.BeatenBy,
        RuleOutcome.FrozenBy => FindingKind.FrozenBy,
        RuleOutcome.Postponed => FindingKind.Postponed,
        RuleOutcome.Unknown => FindingKind.Unknown,
        RuleOutcome.NotTrue or RuleOutcome.NotReached => null,
        _ => throw new UnreachableException($"Unknown outcome {outcome.GetType().Name}"),
    };

    private ImmutableArray<Move> Moves(DecisionResult decision, TierStanding standing)
    {
        ImmutableArray<Move>.Builder? moves = null;
        foreach (var outcome in decision.Outcomes)
        {
            switch (outcome)
            {
                case RuleOutcome.Fired:
                    (moves ??= ImmutableArray.CreateBuilder<Move>()).AddRange(_moves[outcome.Rule.Name]);
                    break;

                // An unknown fact never demotes; it is asked for (INV-04), as is one that may stop everything.
                case RuleOutcome.Unknown when outcome.Rule.Terms.Stop
                    || _moves[outcome.Rule.Name].Any(move => Reduces(move, standing)):
                    (moves ??= ImmutableArray.CreateBuilder<Move>()).Add(
                        new Move.OpenTask(outcome.Rule.Name, "", OpenTask.MissingInputs, "AR", InputsTaskDays));
                    break;
            }
        }

        return moves?.ToImmutable() ?? [];
    }

    private static bool Reduces(Move move, TierStanding standing) => move switch
    {
        Move.Propose propose => propose.OneStepDown || propose.Tier < standing.Tier || propose.Posture is Posture.Harvest,
        Move.SetTier set => set.Tier < standing.Tier,
        _ => false,
    };
}
