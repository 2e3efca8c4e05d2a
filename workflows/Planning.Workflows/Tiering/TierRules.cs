using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Rules.Decisions;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Workflows.Playbooks;

namespace Planning.Workflows.Tiering;

/// <summary>The tier rules in force: judge a customer's quarter and say in words why (METHOD §4.4).</summary>
public sealed class TierRules
{
    private const string Input = "customer";
    private const string InputsTask = "COMPLETE_TIER_INPUTS";
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
    }

    public static FactSchema Schema { get; } = new(new FactInput(Input, typeof(TierFacts)));

    /// <summary>Name and version of the rule set, as <c>tiering 2026.1</c> (INV-02).</summary>
    public string Version { get; }

    /// <summary>Judges one customer in one quarter. Pure: same customer, quarter and figures, same review (INV-03).</summary>
    public TierReview Review(Customer customer, Quarter period, VendorFigures vendor, WorkingCalendar calendar) => Tell(
        Judge(TierFacts.Of(customer, period, vendor), customer.Standing, period, TierPredicates.Of(period, calendar)));

    /// <summary>The judging alone, for whoever needs no words: telling is most of the work.</summary>
    /// <param name="facts">The customer's facts of <paramref name="period"/>, with the standing in force then.</param>
    /// <param name="standing">Whose hold counters are counted on.</param>
    /// <param name="predicates">What goes on at the customer; see <see cref="TierPredicates"/>.</param>
    public TierVerdict Judge(TierFacts facts, TierStanding standing, Quarter period, IReadOnlySet<string> predicates)
    {
        var parameter = new RuleParameter(Input, facts);
        var decision = _rules.Decide(new DecisionState(standing.HoldsFor(period)), predicates, parameter);
        return new TierVerdict(
            new TierReview(period, Version, decision.Next.Holds, NoScores, [], Moves(decision, standing)),
            decision,
            parameter);
    }

    /// <summary>Says a verdict in words.</summary>
    public TierReview Tell(TierVerdict verdict)
    {
        RuleFinding[] findings = [.. verdict.Outcomes.Select(outcome => Tell(outcome, verdict.Facts)).OfType<RuleFinding>()];
        var because = findings.ToDictionary(finding => finding.Rule, finding => finding.Because, StringComparer.Ordinal);
        return verdict.Unworded with
        {
            Scores = Scores(verdict.Decision),
            Findings = [.. findings],
            Moves = [.. verdict.Unworded.Moves.Select(move => move with { Because = because[move.Rule] })],
        };
    }

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

    private RuleFinding? Tell(RuleOutcome outcome, RuleParameter facts) => outcome switch
    {
        RuleOutcome.Fired fired => new RuleFinding(
            fired.Rule.Name, FindingKind.Fired, $"{Sentence(fired.Rule, facts)}{InARow(fired)}"),
        RuleOutcome.Holding holding => new RuleFinding(
            holding.Rule.Name,
            FindingKind.Holding,
            $"quarter {holding.Count} of {holding.Of}: {Sentence(holding.Rule, facts)}"),
        RuleOutcome.BeatenBy beaten => new RuleFinding(
            beaten.Rule.Name, FindingKind.BeatenBy, $"beaten by {beaten.By}: {Sentence(beaten.Rule, facts)}"),
        RuleOutcome.FrozenBy frozen => new RuleFinding(
            frozen.Rule.Name, FindingKind.FrozenBy, $"frozen by {frozen.By}, which cannot be decided"),
        RuleOutcome.Postponed postponed => new RuleFinding(
            postponed.Rule.Name,
            FindingKind.Postponed,
            $"postponed while {postponed.Predicate.Replace('_', ' ')}: {Sentence(postponed.Rule, facts)}"),
        RuleOutcome.Unknown unknown => new RuleFinding(
            unknown.Rule.Name, FindingKind.Unknown, $"undecided: {Sentence(unknown.Rule, facts)}"),
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

                // An unknown fact never demotes; it is asked for (INV-04).
                case RuleOutcome.Unknown when _moves[outcome.Rule.Name].Any(move => Reduces(move, standing)):
                    (moves ??= ImmutableArray.CreateBuilder<Move>()).Add(
                        new Move.OpenTask(outcome.Rule.Name, "", InputsTask, "AR", InputsTaskDays));
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

    private string Sentence(Rule rule, RuleParameter facts) => _rules.Explain(rule, facts).Sentence;

    private static string InARow(RuleOutcome.Fired fired) =>
        fired.Rule.Terms.HoldFor > 1 ? $", {fired.Times} quarters in a row" : "";
}
