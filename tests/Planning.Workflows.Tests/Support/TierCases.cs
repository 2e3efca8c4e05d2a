using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Planning.Accounts.Calendars;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Workflows.Tiering;

namespace Planning.Workflows.Tests.Support;

/// <summary>Any customer at all: every tier, lane and posture, with gaps, and often exactly on a threshold.</summary>
internal static class TierCases
{
    private static readonly RuleSet Rules =
        Assert.IsType<RuleSetReading.Sound>(RuleSetReader.Read(Shipped.Body("tiering.json"), TierRules.Schema)).RuleSet;

    private static readonly ImmutableSortedDictionary<string, int> NoHolds =
        ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>A seed for everything that chance decides.</summary>
    public static Gen<ulong> Seeds { get; } =
        from high in Gen.Choose(0, int.MaxValue)
        from low in Gen.Choose(0, int.MaxValue)
        select ((ulong)high << 32) | (uint)low;

    public static Arbitrary<TierCase> Any { get; } = Arb.From(Seeds.Select(seed => Of(new Dice(seed))), Simpler);

    /// <summary>Customers in the gap between the numbers that lift their tier and those that lower it, edges included.</summary>
    public static Arbitrary<TierCase> BetweenBands { get; } = Arb.From(Seeds.Select(seed => Between(new Dice(seed))), Simpler);

    /// <summary>Customers about whom everything is known, with a better match beside their own.</summary>
    public static Arbitrary<BetterMatch> Better { get; } = Arb.From(
        from one in Any.Generator
        where one.Known(Metric.Match) is < 100
        from seed in Seeds
        select new BetterMatch(one, Raised(one.Known(Metric.Match)!.Value, new Dice(seed))),
        pair => Simpler(pair.Worse)
            .Where(worse => worse.Known(Metric.Match) < pair.Match)
            .Select(worse => pair with { Worse = worse }));

    /// <summary>Customers with up to four facts about them that are lost.</summary>
    public static Arbitrary<LostFacts> Lost { get; } = Arb.From(
        from one in Any.Generator
        from seed in Seeds
        select Losing(one, new Dice(seed)),
        Simpler);

    /// <summary>The scores of METHOD §4.2 as the rules compute them; nothing for one that hangs on a missing fact.</summary>
    public static double? Score(TierFacts facts, string name) =>
        (double?)Rules.Globals(new RuleParameter("customer", facts))[name];

    /// <summary>The same customer with every rule true for as long as any rule asks for, and nothing unknown.</summary>
    public static TierCase Settled(TierCase one) => one with
    {
        Metrics = TierScores.Ordinary.SetItems(one.Metrics),
        SatisfactionAgeDays = 0,
        MatchAgeDays = 0,
        MatchTwoYearsAgo = one.MatchTwoYearsAgo ?? one.Known(Metric.Match),
        Holds = NoHolds.AddRange(Rules.Rules.Select(rule => KeyValuePair.Create(rule.Name, rule.Terms.HoldFor))),
    };

    private static TierCase Of(Dice dice)
    {
        // Half of them are as good in one respect as in the others, which the highest rules ask for.
        var level = dice.In(50) ? dice.Between(0, 100) : (double?)null;
        double Score(params ReadOnlySpan<double> thresholds) => level is { } near
            ? Math.Clamp(near + dice.Between(-15, 15), 0, 100)
            : dice.Around(0, 100, thresholds);
        var scores = new TierScores(
            Value: Score(55), Potential: Score(40, 65, 70, 80), Quality: Score(35, 40, 50, 60, 70), Match: Score(50, 55, 60, 65, 70, 75, 80));
        return Of(dice, dice.OneOf(Enum.GetValues<Tier>()), dice.In(30)
            ? scores.Reaching(dice.Around(0, 100, 40, 45, 55, 60, 70, 75))
            : scores);
    }

    private static TierCase Of(Dice dice, Tier tier, TierScores scores)
    {
        var perHead = dice.Around(0.01, 2.5, 1.0, 1.2);
        var measured = scores.Measured(dice, perHead);
        var revenue = measured[Metric.RevenueTtm];
        var ourRevenue = Math.Max(0.001m, dice.OneOf(1180, 20_000, revenue / 0.1m, revenue / 0.15m, revenue / 0.25m));
        measured = measured.SetItem(Metric.Fte, TierScores.Heads(measured, perHead, ourRevenue));
        if (dice.In(35))
        {
            measured = measured.RemoveRange(Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => dice.OneOf(Enum.GetValues<Metric>())));
        }

        var match = (decimal)scores.Match;
        return new TierCase(
            new Quarter(2026, 1 + dice.Below(4)),
            tier,
            dice.In(tier is Tier.S ? 40 : 15) ? Lane.Target : Lane.Standard,
            dice.In(30) ? Posture.Harvest : dice.OneOf(Enum.GetValues<Posture>()),
            dice.OneOf(0, 1, 2, 3, 4, 5, 11, 12, 13, 20),
            dice.OneOf(0, 1, 2, 3, 4, 5, 20),
            OnTargetList: dice.In(30),
            BenchmarkEffect: dice.In(20),
            ourRevenue)
        {
            Metrics = measured,
            MatchTwoYearsAgo = dice.In(20) ? null : Math.Clamp(match + dice.OneOf(20, 19.99m, 20.01m, 0, (decimal)dice.Between(-60, 60)), 0, 100),
            MatchAgeDays = dice.OneOf(0, 30, 90, 180, 300, 365, 400, 401, 600),
            SatisfactionAgeDays = dice.OneOf(0, 30, 90, 180, 300, 365, 400, 400, 401),
            Holds = NoHolds.AddRange(
                from rule in Rules.Rules
                let times = dice.OneOf(0, rule.Terms.HoldFor - 1, rule.Terms.HoldFor, 5)
                where times > 0
                select KeyValuePair.Create(rule.Name, times)),
        };
    }

    // Promoted from, demoted below (METHOD §4.3); a match from 55 on is nothing to HARVEST, one below 60 no way out of it.
    private static TierCase Between(Dice dice)
    {
        var tier = dice.OneOf(Enum.GetValues<Tier>());
        var harvest = tier is not Tier.S && dice.In(30);
        var (least, most) = tier switch
        {
            Tier.C => (15, 45),
            Tier.B => (40, 60),
            Tier.A => (55, 75),
            _ => (70, 95),
        };
        var composite = dice.In(20) ? least : dice.In(20) ? most - 0.001 : dice.Between(least, most);
        var match = dice.In(20)
            ? tier is Tier.S ? 65 : 55
            : dice.Between(tier is Tier.S ? 65 : 55, harvest ? 59.999 : tier is Tier.S ? 100 : 79.999);
        var quality = dice.Between(Math.Max(tier is Tier.S ? 50 : 40, composite - 20), Math.Min(100, composite + 20));
        var rest = Math.Clamp((composite - (0.30 * match) - (0.20 * quality)) / 0.25, 0, 200);
        var value = Math.Clamp((rest / 2) + dice.Between(-15, 15), 0, 100);
        var one = Of(dice, tier, new TierScores(value, Math.Clamp(rest - value, 0, 100), quality, match));
        return one with
        {
            Posture = harvest ? Posture.Harvest : one.Posture is Posture.Harvest ? Posture.Build : one.Posture,
            Metrics = one.Metrics.SetItems([new(Metric.SanctionsHit, 0), new(Metric.Insolvency, 0)]),
        };
    }

    private static decimal Raised(decimal match, Dice dice) => dice.In(50)
        ? (decimal)dice.Between((double)match, 100)
        : Math.Max(match, dice.OneOf<decimal>(50, 55, 60, 65, 70, 75, 80, 100));

    private static LostFacts Losing(TierCase one, Dice dice)
    {
        ImmutableSortedSet<Metric> lost =
            [.. Enumerable.Range(0, 1 + dice.Below(4)).Select(_ => dice.OneOf(Enum.GetValues<Metric>()))];
        return new LostFacts(one, lost, OldMatch: lost.Count < 4 && dice.In(10));
    }

    /// <summary>Simpler customers than this one, for telling what exactly is wrong with it.</summary>
    private static IEnumerable<TierCase> Simpler(TierCase one)
    {
        TierCase[] candidates =
        [
            one with { OnTargetList = false },
            one with { BenchmarkEffect = false },
            one with { Lane = Lane.Standard },
            one with { Posture = Posture.Build },
            one with { Period = new Quarter(2026, 1) },
            one with { MatchAgeDays = 0 },
            one with { SatisfactionAgeDays = 0 },
            one with { MatchTwoYearsAgo = one.Known(Metric.Match) },
            one with { OurRevenue = 20_000 },
            one with { QuartersInTier = 20 },
            one with { QuartersInPosture = 20 },
            one with { Holds = NoHolds },
            .. one.Holds.Keys.Select(rule => one with { Holds = one.Holds.Remove(rule) }),
            .. TierScores.Ordinary.Select(metric => one.With(metric.Key, metric.Value)),
            .. one.Metrics.Select(metric => one.With(metric.Key, decimal.Round(metric.Value, 0))),
            .. one.Metrics.Select(metric => one.With(metric.Key, decimal.Round(metric.Value, 2))),
        ];
        foreach (var candidate in candidates.Where(candidate => candidate.ToString() != one.ToString()))
        {
            yield return candidate;
        }
    }

    private static IEnumerable<LostFacts> Simpler(LostFacts pair)
    {
        foreach (var metric in pair.Metrics)
        {
            yield return pair with { Metrics = pair.Metrics.Remove(metric) };
        }

        if (pair.OldMatch)
        {
            yield return pair with { OldMatch = false };
        }

        foreach (var whole in Simpler(pair.Whole))
        {
            yield return pair with { Whole = whole };
        }
    }
}

/// <summary>A customer, and a match for it that is no worse.</summary>
internal sealed record BetterMatch(TierCase Worse, decimal Match)
{
    public TierCase Better => Worse.With(Metric.Match, Match);

    public override string ToString() => $"{Worse}\n  and the same with a match of {Match}";
}

/// <summary>A customer, and what of it is lost.</summary>
/// <param name="OldMatch">The match of two years ago.</param>
internal sealed record LostFacts(TierCase Whole, ImmutableSortedSet<Metric> Metrics, bool OldMatch)
{
    public TierCase Gap => Metrics.Aggregate(
        OldMatch ? Whole with { MatchTwoYearsAgo = null } : Whole, (so, metric) => so.Without(metric));

    public override string ToString() =>
        $"{Whole}\n  and the same without {string.Join(", ", Metrics)}{(OldMatch ? ", match of two years ago" : "")}";
}
