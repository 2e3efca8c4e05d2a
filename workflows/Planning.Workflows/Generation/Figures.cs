using System.Collections.Immutable;
using Planning.Accounts.Tiers;

namespace Planning.Workflows.Generation;

/// <summary>The numbers of one customer over the years, and the truth they were made to tell.</summary>
/// <param name="ByAge">By quarters ago, from 0.</param>
/// <param name="Story">Nothing where the numbers could not be made to tell it.</param>
public sealed record Figures(
    ImmutableArray<Numbers> ByAge, bool OnTargetList, bool Benchmark, int Stickiness, double RelevantSpend, TruthKind? Story)
{
    // Points of a score that AR(1) noise moves it by, and how much of it stays to the next quarter.
    private const double Noise = 4;
    private const double Stays = 0.75;
    private const int Attempts = 4_000;

    public static Figures Of(PortfolioPlan plan, int customer)
    {
        var chance = plan.Chance("figures", customer);
        var tier = plan.Size.TierOf(customer);
        var kind = plan.Story(customer);
        var told = kind is TruthKind.CashCowDrift or TruthKind.PromotionDue or TruthKind.DemotionDue ? kind : null;
        var onList = tier is Tier.S || chance.Happens(tier is Tier.C ? 0.001 : 0.05);
        var benchmark = tier is Tier.C && chance.Happens(0.005);
        var numbers = Drawn(plan, customer, tier, onList, told, chance);
        if (numbers is null && told is not null)
        {
            numbers = Drawn(plan, customer, tier, onList, null, chance);
            kind = null;
        }

        // One in eight would be a time bomb if it weighed much; those that do have control (METHOD G6).
        var share = plan.Revenue(customer) / plan.TotalRevenue;
        var stickiness = share >= 0.1 ? 2 : chance.Happens(0.3) ? 1 : chance.Happens(0.2) ? 2 : 0;
        return new Figures(
            numbers ?? throw new InvalidOperationException($"No steady numbers were found for customer {customer} of tier {tier}."),
            onList,
            benchmark,
            stickiness,
            Math.Round(chance.Between(0.01, 0.4), 3),
            kind);
    }

    private static ImmutableArray<Numbers>? Drawn(
        PortfolioPlan plan, int customer, Tier tier, bool onList, TruthKind? told, Chance chance)
    {
        var target = plan.IsTarget(customer);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var drawn = Draw(plan.Revenue(customer), tier, target, chance);
            if (!(told is null ? IsSteady(drawn, tier, target, onList) : Fits(drawn, tier, told.Value)))
            {
                continue;
            }

            var path = Path(drawn, tier, told, chance);
            if (told is null || Tells(path, tier, told.Value))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>METHOD §8.1's correlations: potential and revenue 0.7, match and tier 0.4, satisfaction and overdue −0.2, growth
    /// and match 0.3.</summary>
    private static Numbers Draw(double revenue, Tier tier, bool target, Chance chance)
    {
        var (match, satisfaction) = (chance.Normal(), chance.Normal());
        var overdue = (-0.2 * satisfaction) + (0.98 * chance.Normal());
        return new Numbers(
            revenue,
            Round(Math.Clamp(0.19 + (0.06 * chance.Normal()), 0.02, 0.45), 3),
            Round(Math.Clamp((tier is Tier.S or Tier.A ? 1.35 : 1.0) + (0.35 * chance.Normal()), 0.2, 3), 2),
            target
                ? Round(chance.Between(1_000, 1_900), 0)
                : Round(4 * Math.Pow(Math.Max(revenue, 0.01) / 0.7, 0.8) * Math.Exp(1.5 * chance.Normal()), revenue < 1 ? 3 : 1),
            Round(Math.Clamp((target ? 0.12 : 0.05) + (0.06 * ((0.3 * match) + (0.954 * chance.Normal()))), -0.2, 0.4), 3),
            target ? 0 : Round(Math.Clamp(0.3 + (0.15 * chance.Normal()), 0.01, 0.9), 3),
            Round(Math.Clamp((target ? 84 : 46 + (11 * (int)tier)) + ((target ? 3 : 11) * match), 5, 97), 1),
            Round(Math.Clamp(77 + (8 * satisfaction), 20, 98), 1),
            Round(Math.Clamp(8 * Math.Exp(0.8 * chance.Normal()), 0, 200), 0),
            Round(Math.Clamp(0.03 * Math.Exp(0.8 * overdue), 0, 0.9), 3),
            Math.Clamp((int)Math.Round(7 + (1.4 * chance.Normal())), 1, 10),
            Round(Math.Clamp(0.9 + (0.06 * chance.Normal()), 0.2, 0.99), 2),
            tier is Tier.C ? 1 : chance.Happens(0.06) ? 1 : chance.Among(2, 4));
    }

    // Far enough inside its tier that only noise moves it.
    private static bool IsSteady(in Numbers drawn, Tier tier, bool target, bool onList)
    {
        var scores = Scores.Of(drawn);
        var chosen = onList && scores.Potential >= 76 && drawn.Match >= 76;
        return target
            ? scores.Potential >= 74 && drawn.Match >= 78 && scores.Quality >= 60
            : !scores.Rises(tier, drawn, by: -2) && !scores.Falls(tier, drawn, by: -4) && (tier is Tier.S || !chosen)
                && (scores.Value < 53 || drawn.Match >= 60);
    }

    // Before its story begins, a customer is where its tier says.
    private static bool Fits(in Numbers drawn, Tier tier, TruthKind told)
    {
        var scores = Scores.Of(drawn);
        return told switch
        {
            TruthKind.CashCowDrift => scores.Value >= 57 && drawn.Match >= (tier is Tier.A ? 64 : 54)
                && !scores.Rises(tier, drawn, by: -1),
            TruthKind.PromotionDue => !scores.Rises(tier, drawn, by: -3) && !scores.Falls(tier, drawn, by: -2)
                && (scores.Value < 53 || drawn.Match >= 58),
            _ => !scores.Rises(tier, drawn, by: -2) && !scores.Falls(tier, drawn, by: -4) && (scores.Value < 53 || drawn.Match >= 60),
        };
    }

    private static ImmutableArray<Numbers> Path(in Numbers drawn, Tier tier, TruthKind? told, Chance chance)
    {
        var path = new Numbers[PortfolioPlan.Quarters];
        var (match, satisfaction) = (Noise * chance.Normal(), Noise * chance.Normal());
        var deep = Math.Sqrt(1 - (Stays * Stays)) * Noise;
        for (var age = path.Length - 1; age >= 0; age--)
        {
            var told1 = told is { } kind ? Told(drawn, tier, kind, age) : drawn;
            path[age] = told1 with
            {
                Revenue = age == 0
                    ? drawn.Revenue
                    : Math.Max(0.001, Round(drawn.Revenue * PortfolioPlan.Market(age) * (1 + (0.02 * chance.Normal())), 3)),
                Match = Round(Math.Clamp(told1.Match + match, 0, 100), 1),
                Satisfaction = Round(Math.Clamp(told1.Satisfaction + satisfaction, 0, 100), 1),
            };
            match = (Stays * match) + (deep * chance.Normal());
            satisfaction = (Stays * satisfaction) + (deep * chance.Normal());
        }

        return [.. path];
    }

    private static Numbers Told(in Numbers drawn, Tier tier, TruthKind told, int age) => (told, tier) switch
    {
        (TruthKind.CashCowDrift, _) => drawn with { Match = age >= 8 ? drawn.Match : 40 + ((drawn.Match - 40) * age / 8.0) },
        (TruthKind.PromotionDue, _) when age < Scores.PromotionHold => drawn with
        {
            Match = Math.Min(95, drawn.Match + 24),
            Potential = Round(drawn.Potential * 1.5, 1),
            Growth = Math.Min(0.3, drawn.Growth + 0.05),
        },
        (TruthKind.DemotionDue, Tier.S) when age < Scores.DemotionHold => drawn with { Match = 58 },
        (TruthKind.DemotionDue, _) when age < Scores.DemotionHold => drawn with
        {
            Satisfaction = 34,
            DsoOverrun = 92,
            Credit = 2,
            Survival = 0.42,
        },
        _ => drawn,
    };

    // What is promised must be true of the numbers as they stand, noise and all, and not have been true before.
    private static bool Tells(ImmutableArray<Numbers> path, Tier tier, TruthKind told)
    {
        bool IsSo(int age) => told switch
        {
            TruthKind.CashCowDrift => Scores.Of(path[age]).IsCashCow(
                path[age], age + 8 < path.Length ? path[age + 8].Match : path[age].Match),
            TruthKind.PromotionDue => Scores.Of(path[age]).Rises(tier, path[age]),
            _ => Scores.Of(path[age]).Falls(tier, path[age]),
        };
        var hold = told switch
        {
            TruthKind.CashCowDrift => Scores.CashCowHold,
            TruthKind.PromotionDue => Scores.PromotionHold,
            _ => Scores.DemotionHold,
        };
        return Enumerable.Range(0, hold).All(IsSo)
            && !Enumerable.Range(hold + 1, path.Length - hold - 1).Any(IsSo)
            && (told is TruthKind.CashCowDrift || !Enumerable.Range(0, hold).Any(age =>
                Scores.Of(path[age]).IsCashCow(path[age], path[age + 8].Match)));
    }

    private static double Round(double value, int digits) => Math.Round(value, digits);
}
