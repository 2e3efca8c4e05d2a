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

    private readonly RuleSet _rules;
    private readonly ImmutableDictionary<string, ImmutableArray<Move>> _moves;

    private TierRules(RuleSet rules, ImmutableDictionary<string, ImmutableArray<Move>> moves)
    {
        _rules = rules;
        _moves = moves;
    }

    public static FactSchema Schema { get; } = new(new FactInput(Input, typeof(TierFacts)));

    public string Version => $"{_rules.Name} {_rules.Version}";

    /// <summary>Judges one customer in one quarter. Pure: same customer, quarter and figures, same review (INV-03).</summary>
    public TierReview Review(Customer customer, Quarter period, VendorFigures vendor, WorkingCalendar calendar)
    {
        var facts = new RuleParameter(Input, TierFacts.Of(customer, period, vendor));
        var decision = _rules.Decide(
            new DecisionState(customer.Standing.HoldsFor(period)), TierPredicates.Of(period, calendar), facts);
        var told = decision.Outcomes.Select(outcome => (Outcome: outcome, Finding: Tell(outcome, facts))).ToList();
        return new TierReview(
            period,
            Version,
            decision.Next.Holds,
            Scores(decision),
            [.. told.Select(entry => entry.Finding).OfType<RuleFinding>()],
            [.. told.SelectMany(entry => Moves(entry.Outcome, entry.Finding, customer.Standing))]);
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

    private IEnumerable<Move> Moves(RuleOutcome outcome, RuleFinding? finding, TierStanding standing)
    {
        var asked = _moves[outcome.Rule.Name];
        return outcome switch
        {
            RuleOutcome.Fired => asked.Select(move => move with { Because = finding!.Because }),

            // An unknown fact never demotes; it is asked for (INV-04).
            RuleOutcome.Unknown when asked.Any(move => Reduces(move, standing)) =>
                [new Move.OpenTask(outcome.Rule.Name, finding!.Because, InputsTask, "AR", InputsTaskDays)],
            _ => [],
        };
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
