using System.Collections.Immutable;
using Planning.Accounts.Tiers;

namespace Planning.Workflows.Generation;

/// <summary>How many of everything a generated portfolio has (METHOD §8.1's columns for 10,000 and 100,000 customers; other
/// sizes lie on the straight line through both, in logarithms).</summary>
/// <param name="Strategic">Customers of tier S; those of the others follow, and the rest is C.</param>
/// <param name="Employees">At least so many front-line people.</param>
/// <param name="Largest">The shares of the five largest customers in all revenue, 0 to 1.</param>
public sealed record PortfolioSize(int Customers, int Strategic, int A, int B, int Employees, ImmutableArray<double> Largest)
{
    /// <summary>The least portfolio that has every tier.</summary>
    public const int Smallest = 12;

    // How the revenue of the second to fifth customer falls.
    private static readonly double[] Fall = [0.387, 0.279, 0.194, 0.140];

    public int C => Customers - Strategic - A - B;

    /// <summary>People at one customer, on average; at least one (METHOD §8.1).</summary>
    public static int PeopleAt(Tier tier) => tier switch { Tier.S => 60, Tier.A => 25, Tier.B => 8, _ => 3 };

    /// <summary>1 % of all people, as a part of those above tier C: only there the rule about rising people looks.</summary>
    public double RisingShare
    {
        get
        {
            var key = (Strategic * PeopleAt(Tier.S)) + (A * PeopleAt(Tier.A)) + (B * PeopleAt(Tier.B));
            return 0.01 * (key + (C * PeopleAt(Tier.C))) / key;
        }
    }

    /// <param name="critical">The five largest bring 82 % of the revenue (METHOD §8.1).</param>
    public static PortfolioSize Of(int customers, bool critical)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(customers, Smallest);
        var strategic = Math.Clamp(Line(customers, 20, 40), 1, (int)Math.Ceiling(customers * 0.02));
        var a = Math.Clamp(Line(customers, 180, 960), 1, Math.Max(1, (customers / 10) - strategic));
        var b = Math.Clamp(Line(customers, 1_300, 12_000), 1, customers / 3);
        var (one, five) = critical ? (0.42, 0.82) : Shares(customers);
        return new PortfolioSize(
            customers, strategic, a, b, Line(customers, 1_300, 9_000), [one, .. Fall.Select(part => (five - one) * part)]);
    }

    /// <summary>Customers are numbered from the largest investment to the least.</summary>
    /// <param name="number">From 0.</param>
    public Tier TierOf(int number) => number < Strategic ? Tier.S
        : number < Strategic + A ? Tier.A
        : number < Strategic + A + B ? Tier.B
        : Tier.C;

    private static int Line(int customers, double at10K, double at100K) =>
        (int)Math.Round(at10K * Math.Pow(at100K / at10K, Math.Log10(customers / 10_000.0)));

    private static (double One, double Five) Shares(int customers)
    {
        var part = Math.Clamp(Math.Log10(customers / 10_000.0), 0, 1);
        return (0.252 + (part * (0.12 - 0.252)), 0.55 + (part * (0.35 - 0.55)));
    }
}
