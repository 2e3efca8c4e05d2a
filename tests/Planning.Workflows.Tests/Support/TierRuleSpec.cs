using System.Collections.Immutable;
using Planning.Accounts.Tiers;
using Planning.Rules.Decisions;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Workflows.Tiering;

namespace Planning.Workflows.Tests.Support;

/// <summary>The shipped tier rules against facts that lie just on one side of a boundary or the other.</summary>
public abstract class TierRuleSpec
{
    private static readonly RuleSet Rules =
        Assert.IsType<RuleSetReading.Sound>(RuleSetReader.Read(Shipped.Body("tiering.json"), TierRules.Schema)).RuleSet;

    /// <summary>A customer of tier B about whom everything is known and of whom no rule has anything to say.</summary>
    protected static TierFacts Ordinary { get; } = Scored(
        new TierFacts
        {
            Tier = Tier.B,
            Lane = Lane.Standard,
            Posture = Posture.Build,
            QuartersInTier = 20,
            QuartersInPosture = 20,
            OnTargetList = false,
            BenchmarkEffect = false,
            RevenueShare = 0.02,
            Fte = 10,
            MatchDelta24M = 0,
            MatchAgeDays = 100,
            StickinessLayer = 2,
            RelevantSpendShare = 0.3,
            BusFactor = 2,
            PcIndexForecastY3 = 1,
            SanctionsHit = false,
            Insolvency = false,
            DataCompleteness = 1,
        },
        value: 50, potential: 40, match: 55, quality: 60);

    /// <summary>Raw facts whose scores come out as given (METHOD §4.2).</summary>
    /// <param name="perHead">The per-head index; what the value asks for when none is given.</param>
    protected static TierFacts Scored(
        TierFacts facts, double value, double potential, double match, double quality, double? perHead = null)
    {
        var heads = perHead ?? (value is >= 75 or (>= 25 and < 50) ? 2 : 0);
        var scored = facts with { PcIndex = heads, Match = match };
        scored = OfQuality(OfPotential(OfValue(scored, value - (12.5 * heads)), potential), quality);
        var scores = Rules.Globals(new RuleParameter("customer", scored));
        Assert.Equal(
            [value, potential, quality],
            new[] { "ValueScore", "PotentialScore", "QualityScore" }.Select(score => Math.Round((double)scores[score]!, 9)));
        return scored;
    }

    protected static double Composite(TierFacts facts) =>
        (double)Rules.Globals(new RuleParameter("customer", facts))["Composite"]!;

    /// <summary>The rule speaks, as it has been true in as many quarters before as it asks for.</summary>
    protected static void Speaks(string rule, TierFacts facts) => Assert.IsType<RuleOutcome.Fired>(Outcome(rule, facts));

    /// <summary>The rule is not true, whatever other rules say.</summary>
    protected static void IsNotTrue(string rule, TierFacts facts) =>
        Assert.True(Outcome(rule, facts) is RuleOutcome.NotTrue, $"{rule} is {Outcome(rule, facts)}.");

    protected static RuleOutcome Outcome(string rule, TierFacts facts, params IReadOnlyList<string> predicates)
    {
        var about = Rules.Rules.Single(one => one.Name == rule);
        var held = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal).Add(rule, about.Terms.HoldFor - 1);
        var decision = Rules.Decide(
            new DecisionState(held), predicates.ToHashSet(StringComparer.Ordinal), new RuleParameter("customer", facts));
        return decision.Outcomes.Single(outcome => outcome.Rule.Name == rule);
    }

    // 50 points from revenue (all at 400 M, none at 0), up to 25 from contribution (all at 30 %).
    private static TierFacts OfValue(TierFacts facts, double points)
    {
        var revenue = points > 25 ? 400 : 0;
        return facts with { RevenueTtm = revenue, ContributionPct = (revenue > 0 ? points - 50 : points) / 25 * 0.30 };
    }

    // 60 points from potential spend (all at 1,500 M), up to 25 from growth (all at 20 %), up to 15 from wallet not had.
    private static TierFacts OfPotential(TierFacts facts, double points)
    {
        var left = points >= 60 ? points - 60 : points;
        var growth = Math.Min(left, 25);
        return facts with
        {
            Potential3Y = points >= 60 ? 1500 : 0,
            Growth3Y = (growth / 25 * 0.25) - 0.05,
            ShareOfWallet = 1 - ((left - growth) / 15),
        };
    }

    // 30 points from paying, 20 from credit, 15 from survival, up to 35 from satisfaction.
    private static TierFacts OfQuality(TierFacts facts, double points)
    {
        var (pays, credit, survives) = points switch
        {
            >= 65 => (30, 20, 15),
            >= 35 => (30, 0, 0),
            _ => (0, 0, 0),
        };
        return facts with
        {
            DsoOverrun = pays > 0 ? 0 : 90,
            Overdue60 = pays > 0 ? 0 : 0.30,
            Credit = credit / 2,
            Survival5Y = survives / 15,
            Satisfaction = (points - pays - credit - survives) / 0.35,
        };
    }
}
