using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Accounts.Teams;

namespace Planning.Workflows.Generation;

/// <summary>What must be settled before single customers can be made, each for itself: sizes, revenues, who carries which truth.</summary>
public sealed class PortfolioPlan
{
    /// <summary>METHOD §8.1: months of metrics behind today.</summary>
    public const int Quarters = 12;

    private const double Deviation = 1.9;
    private const double MarketGrowth = 0.03;
    private const int Five = 5;

    private readonly double[] _revenue;
    private readonly TruthKind?[] _stories;
    private readonly HashSet<int> _stale;

    /// <param name="today">The day after which nothing has happened.</param>
    public PortfolioPlan(int seed, PortfolioSize size, DateOnly today, WorkingCalendars calendars)
    {
        Seed = seed;
        Size = size;
        Today = today;
        Calendars = calendars;
        Newest = Quarter.Of(today).Add(-1);
        _revenue = Revenues(out var total);
        TotalRevenue = total;
        _stories = Stories();

        // 2 % of the plans, which tiers S and A have.
        var plans = Size.Strategic + Size.A;
        _stale = [.. Chance("stale", 0).Shuffled(Enumerable.Range(0, plans)).Take(Math.Max(1, (int)Math.Round(0.02 * plans)))];
    }

    public int Seed { get; }

    public PortfolioSize Size { get; }

    public DateOnly Today { get; }

    public WorkingCalendars Calendars { get; }

    /// <summary>The newest quarter that is over.</summary>
    public Quarter Newest { get; }

    /// <summary>Millions, in the newest quarter.</summary>
    public double TotalRevenue { get; }

    public Chance Chance(string what, long number) => new(Seed, what, number);

    public Id<Customer> Customer(int number) =>
        Id<Customer>.Parse(FormattableString.Invariant($"c{Seed}-{number:000000}"), null);

    public Id<Employee> Employee(int number) =>
        Id<Employee>.Parse(FormattableString.Invariant($"e{Seed}-{number:00000}"), null);

    /// <summary>Millions, in the newest quarter.</summary>
    public double Revenue(int customer) => _revenue[customer];

    /// <summary>What all revenue was some quarters ago, against the newest.</summary>
    public static double Market(int quartersAgo) => Math.Pow(1 + MarketGrowth, -quartersAgo / 4.0);

    /// <summary>A customer that is a strategic target and hardly earns anything yet.</summary>
    public bool IsTarget(int customer) =>
        customer < Size.Strategic && customer >= Math.Max(Five, Size.Strategic - Math.Max(1, Size.Strategic / 10));

    /// <summary>The truth about the customer as a whole; at most one.</summary>
    public TruthKind? Story(int customer) => _stories[customer];

    public bool HasStalePlan(int customer) => _stale.Contains(customer);

    private double[] Revenues(out double total)
    {
        // The border between S and A lies at 150 million, so that a customer's tier fits its numbers at every size.
        var scale = 150 / Math.Exp(Deviation * Quantile(1 - (Size.Strategic / (double)Size.Customers)));
        var revenue = new double[Size.Customers];
        for (var number = Five; number < revenue.Length; number++)
        {
            var chance = Chance("revenue", number);
            var place = 1 - ((number + 0.5) / revenue.Length);
            revenue[number] = IsTarget(number)
                ? Math.Round(chance.Between(0.2, 2), 3)
                : Math.Max(0.01, Math.Round(scale * Math.Exp(Deviation * (Quantile(place) + (0.08 * chance.Normal()))), 3));
        }

        total = Math.Round(revenue.Sum() / (1 - Size.Largest.Sum()), 3);
        for (var number = 0; number < Five; number++)
        {
            revenue[number] = Math.Round(total * Size.Largest[number], 3);
        }

        return revenue;
    }

    private TruthKind?[] Stories()
    {
        var stories = new TruthKind?[Size.Customers];
        var free = Enum.GetValues<Tier>().ToDictionary(
            tier => tier,
            tier => new Queue<int>(Chance("stories", (int)tier).Shuffled(Enumerable.Range(Five, Size.Customers - Five)
                .Where(number => Size.TierOf(number) == tier && !IsTarget(number)))));
        void Give(TruthKind kind, double share, params (Tier Tier, double MostOfTier)[] tiers)
        {
            var left = Math.Max(1, (int)Math.Round(Size.Customers * share));
            foreach (var (tier, most) in tiers)
            {
                var count = Math.Min(left, (int)Math.Ceiling(free[tier].Count * most));
                for (; count > 0; count--, left--)
                {
                    stories[free[tier].Dequeue()] = kind;
                }
            }
        }

        Give(TruthKind.CashCowDrift, 0.02, (Tier.A, 0.3), (Tier.B, 0.3));
        Give(TruthKind.DemotionDue, 0.015, (Tier.S, 0.05), (Tier.A, 0.1), (Tier.B, 0.3));
        Give(TruthKind.PromotionDue, 0.015, (Tier.A, 0.05), (Tier.B, 0.05), (Tier.C, 1));
        Give(TruthKind.SanctionsHit, 0.002, (Tier.B, 0.01), (Tier.C, 1));
        Give(TruthKind.InputsMissing, 0.05, (Tier.A, 0.05), (Tier.B, 0.05), (Tier.C, 1));
        return stories;
    }

    /// <summary>The point of the normal distribution below which a part of it lies (Acklam's approximation, error below 1.2e-9).</summary>
    private static double Quantile(double part)
    {
        double[] a =
        [
            -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.3577518672690, -30.66479806614716, 2.506628277459239,
        ];
        double[] b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
        double[] c =
        [
            -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783,
        ];
        double[] d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
        const double Low = 0.02425;
        if (part > 1 - Low)
        {
            return -Quantile(1 - part);
        }

        if (part < Low)
        {
            var q = Math.Sqrt(-2 * Math.Log(part));
            return Polynomial(c, q) / Polynomial([.. d, 1], q);
        }

        var r = part - 0.5;
        return Polynomial(a, r * r) * r / Polynomial([.. b, 1], r * r);
    }

    private static double Polynomial(double[] factors, double x) => factors.Aggregate(0.0, (sum, factor) => (sum * x) + factor);
}
