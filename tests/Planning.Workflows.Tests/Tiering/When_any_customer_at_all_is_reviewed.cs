using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Planning.Accounts.Tiers;
using Planning.Rules.Decisions;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Tiering;

/// <summary>What holds for every customer there can be (METHOD §9.1), tried on 100,000 for each promise.</summary>
public sealed class When_any_customer_at_all_is_reviewed
{
    private const int Customers = 100_000;
    private const string EnterHarvest = "T-10-CASH-COW-ENTER";
    private const string LeaveHarvest = "T-11-CASH-COW-EXIT";
    private const string ToB = "T-23-PROMOTE-B";

    // The same customers at every run: a build that says no says it again.
    private static readonly Config Tried = Config.QuickThrowOnFailure.WithMaxTest(Customers).WithReplay(20261, 17);

    [Fact]
    public void P_1_the_same_inputs_and_the_same_rules_leave_the_same_trace()
    {
        var readAgain = Shipped.Sound(PlaybookFile.Shipped).Tiering.On(DateOnly.MaxValue);
        Holds(TierCases.Any, one =>
        {
            var (trace, again) = (Trace(one, TierCase.Rules), Trace(one, readAgain));
            return trace == again ? null : $"{trace}\nand then\n{again}";
        });
    }

    [Fact]
    [Trait("METHOD §4.4", "2")]
    public void P_2_losing_up_to_four_facts_takes_nothing_from_a_customer()
    {
        var spoke = 0;
        Holds(TierCases.Lost, lost =>
        {
            var (whole, gap) = (lost.Whole.Judged(), lost.Gap.Judged());
            spoke += whole.Moves ? 1 : 0;
            return gap.Reductions.All(whole.Reductions.Contains) ? null : $"{whole}\nand without the facts\n{gap}";
        });
        Assert.True(spoke > Customers / 10, $"Only {spoke} customers moved at all.");
    }

    // The cash-cow rule has the word while it counts its quarters or lacks a fact, and keeps a fall behind it silent.
    // A match that is too good for it lets that fall speak; so the promise is about those whom it does not protect.
    [Fact]
    [Trait("METHOD §4.4", "2a")]
    public void P_3_a_better_match_takes_nothing_from_a_customer()
    {
        var unprotected = 0;
        Holds(TierCases.Better, pair =>
        {
            var worse = pair.Worse.Judged();
            if (worse.Reductions.Any() || worse.Speaker is EnterHarvest)
            {
                return null;
            }

            unprotected++;
            var better = pair.Better.Judged();
            return better.Reductions.Any() ? $"{worse}\nand with the better match\n{better}" : null;
        });
        Assert.True(unprotected > Customers / 2, $"Only {unprotected} customers had nothing to lose.");
    }

    [Fact]
    public void P_3_where_everything_is_known_and_long_true_nobody_needs_protection()
    {
        var safe = 0;
        Holds(TierCases.Better, pair =>
        {
            var worse = TierCases.Settled(pair.Worse).Judged();
            if (worse.Reductions.Any())
            {
                return null;
            }

            safe++;
            var better = TierCases.Settled(pair.Better).Judged();
            return better.Reductions.Any() ? $"{worse}\nand with the better match\n{better}" : null;
        });
        Assert.True(safe > Customers / 3, $"Only {safe} customers had nothing to lose.");
    }

    // One promotion gives way: that of a C customer in HARVEST, whose way out of HARVEST goes first from match 60 on.
    [Fact]
    public void P_3_a_better_match_loses_no_promotion_except_to_the_way_out_of_harvest()
    {
        var (promoted, gaveWay) = (0, 0);
        Holds(TierCases.Better, pair =>
        {
            var worse = pair.Worse.Judged();
            if (worse.Promotion is not { } tier)
            {
                return null;
            }

            promoted++;
            var better = pair.Better.Judged();
            if (better[ToB] is RuleOutcome.BeatenBy { By: LeaveHarvest } && tier is Tier.B && worse.Before.Posture is Posture.Harvest)
            {
                gaveWay++;
                return null;
            }

            return better.Promotion >= tier ? null : $"{worse}\nand with the better match\n{better}";
        });
        Assert.True(promoted > Customers / 50, $"Only {promoted} customers were promoted.");
        Assert.InRange(gaveWay, 1, promoted / 3);
    }

    [Fact]
    public void P_4_between_the_bands_nothing_changes_ever()
    {
        var between = new Dictionary<Tier, int>();
        Holds(
            TierCases.BetweenBands,
            one =>
            {
                var outcome = one.Judged();
                if (!IsBetweenBands(outcome.Facts))
                {
                    return null;
                }

                between[one.Tier] = between.GetValueOrDefault(one.Tier) + 1;
                return outcome.Moves ? outcome.ToString() : null;
            },
            Tried.WithMaxTest(2 * Customers));
        Assert.True(between.Values.Sum() >= Customers, $"Only {between.Values.Sum()} customers were between the bands.");
        Assert.All(Enum.GetValues<Tier>(), tier => Assert.True(between[tier] > Customers / 20, $"{tier}: {between[tier]}"));
    }

    [Fact]
    public void among_them_every_rule_speaks_and_every_outcome_and_place_occurs()
    {
        var (fired, outcomes, places) = (new HashSet<string>(), new HashSet<Type>(), new HashSet<TierPlace>());
        var (gaps, edges) = (0, 0);
        Holds(TierCases.Any, one =>
        {
            var judged = one.Judged();
            places.Add(TierPlace.Of(judged.Before));
            gaps += one.Metrics.Count < TierScores.Ordinary.Count ? 1 : 0;
            edges += judged.Facts.Match is 50 or 55 or 60 or 65 or 70 or 75 or 80 ? 1 : 0;
            foreach (var outcome in judged.Rules)
            {
                outcomes.Add(outcome.GetType());
                if (outcome is RuleOutcome.Fired)
                {
                    fired.Add(outcome.Rule.Name);
                }
            }

            return null;
        });
        Assert.Equal(TierCase.Rules.Names.Order(StringComparer.Ordinal), fired.Order(StringComparer.Ordinal));
        Assert.Equal(typeof(RuleOutcome).GetNestedTypes().Length, outcomes.Count);
        Assert.Equal(Enum.GetValues<Tier>().Length * Enum.GetValues<Lane>().Length * Enum.GetValues<Posture>().Length, places.Count);
        Assert.True(gaps > Customers / 5 && edges > Customers / 40, $"{gaps} gaps, {edges} edges.");
    }

    [Fact]
    public void a_promise_that_is_broken_is_told_with_the_simplest_customer_that_breaks_it()
    {
        var broken = Assert.ThrowsAny<Exception>(() => Holds(
            TierCases.Any, one => one.Judged()["T-32-DEMOTE-A"] is RuleOutcome.Fired ? one.Judged().ToString() : null));
        var simplest = broken.Message[broken.Message.IndexOf("Shrunk", StringComparison.Ordinal)..];
        Assert.Contains("A STANDARD BUILD in 2026-Q1", simplest, StringComparison.Ordinal);
        Assert.Contains("not on the target list, no lighthouse", simplest, StringComparison.Ordinal);
        Assert.Contains("true until now: T-32-DEMOTE-A", simplest, StringComparison.Ordinal);
        Assert.Contains("proposed: tier B; T-32-DEMOTE-A Fired", broken.Message, StringComparison.Ordinal);
    }

    // METHOD §4.3: nobody rises below the upper number, nobody falls from the lower one on.
    private static bool IsBetweenBands(TierFacts facts)
    {
        if (TierCases.Score(facts, "Composite") is not { } composite || TierCases.Score(facts, "QualityScore") is not { } quality
            || facts.Match is not { } match)
        {
            return false;
        }

        var inPosture = facts.Posture is Posture.Harvest ? match < 60 && facts.Tier < Tier.S : match >= 55;
        return inPosture && facts.Tier switch
        {
            Tier.C => composite < 45 && match < 80,
            Tier.B => composite is >= 40 and < 60 && quality >= 35 && match < 80,
            Tier.A => composite is >= 55 and < 75 && quality >= 40 && match is >= 50 and < 80,
            _ => composite >= 70 && quality >= 50 && match >= 65,
        };
    }

    private static string Trace(TierCase one, Planning.Workflows.Tiering.TierRules rules) =>
        JsonSerializer.Serialize(one.Reviewed(rules));

    /// <param name="broken">Nothing, or what is wrong.</param>
    private static void Holds<T>(Arbitrary<T> any, Func<T, string?> broken, Config? config = null) => Prop.ForAll(
        any,
        one => broken(one) is { } why ? false.Label(why) : true.ToProperty()).Check(config ?? Tried);
}
