using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Tiers;

/// <summary>How far a part of our revenue hangs on few customers (METHOD §4.6 G5).</summary>
[JsonConverter(typeof(WordJsonConverter<Concentration>))]
public enum Concentration
{
    [JsonStringEnumMemberName("none")]
    None,
    [JsonStringEnumMemberName("warn")]
    Warn,
    [JsonStringEnumMemberName("limit")]
    Limit,
    [JsonStringEnumMemberName("critical")]
    Critical,
}

/// <summary>What the portfolio as a whole needs to know of a customer after its own review.</summary>
/// <param name="GroupRoot">Groups under common control count once (INV-32).</param>
/// <param name="Composite">0 to 100; nothing before the first review.</param>
/// <param name="RevenueShare">Part of our revenue, 0 to 1; nothing when it is not known.</param>
/// <param name="Rises">The rule that proposes tier S; nothing when none does.</param>
public sealed record PortfolioLine(
    Id<Customer> Customer,
    Id<Customer> GroupRoot,
    bool Active,
    Tier Tier,
    decimal? Composite,
    decimal? RevenueShare,
    string? Rises)
{
    /// <returns>Nothing for a customer that nobody has registered.</returns>
    public static PortfolioLine? Of(Customer customer, VendorFigures vendor)
    {
        if (customer.Details is not { } details)
        {
            return null;
        }

        var standing = customer.Standing;
        return new PortfolioLine(
            customer.Id,
            details.GroupRoot,
            details.Lifecycle is Lifecycle.Active,
            standing.Tier,
            standing.LastReview?.Scores.TryGetValue("Composite", out var composite) == true ? composite : null,
            (decimal?)TierFacts.Of(customer, vendor.Period, vendor).RevenueShare,
            standing.Tier is Tier.S ? null : standing.Proposals.FirstOrDefault(proposal => proposal.Tier is Tier.S)?.Rule);
    }
}

/// <summary>The portfolio rules, run after every customer was reviewed by itself (METHOD §4.3 caps, §4.6 G5). Concentration
/// never lowers a tier (INV-32).</summary>
/// <param name="Active">How many customers are active.</param>
/// <param name="Strategic">How many hold tier S.</param>
/// <param name="MostStrategic">How many may.</param>
/// <param name="Key">How many hold tier S or A.</param>
/// <param name="MostKey">How many may.</param>
/// <param name="Waiting">Who would rise to S and has no place: to be kept as they are with the flag S_WAITING.</param>
/// <param name="LargestOne">Part of our revenue that the largest group has, 0 to 1.</param>
/// <param name="LargestFive">The same of the five largest.</param>
/// <param name="Index">Herfindahl-Hirschman index over the groups whose share is known, 0 to 1.</param>
public sealed record PortfolioReview(
    int Active,
    int Strategic,
    int MostStrategic,
    int Key,
    int MostKey,
    ImmutableArray<Id<Customer>> Waiting,
    decimal LargestOne,
    Concentration LargestOneLevel,
    decimal LargestFive,
    Concentration LargestFiveLevel,
    decimal Index,
    Concentration IndexLevel)
{
    /// <summary>What it shows and who is told of it, the gravest first; empty when all is well.</summary>
    public ImmutableArray<PortfolioFinding> Findings => [.. PortfolioFinding.Of(this)];

    public static PortfolioReview Of(IReadOnlyCollection<PortfolioLine> lines, TierPolicy policy)
    {
        var active = lines.Count(line => line.Active);
        var strategic = lines.Count(line => line.Tier is Tier.S);
        var free = Math.Max(0, policy.MostStrategic(active) - strategic);
        var shares = lines.GroupBy(line => line.GroupRoot)
            .Select(group => group.Sum(line => line.RevenueShare ?? 0))
            .OrderDescending()
            .ToList();
        var (one, five, index) = (shares.FirstOrDefault(), shares.Take(5).Sum(), shares.Sum(share => share * share));
        return new PortfolioReview(
            active,
            strategic,
            policy.MostStrategic(active),
            lines.Count(line => line.Tier >= Tier.A),
            policy.MostKey(active),
            [
                .. lines.Where(line => line.Rises is not null)
                    .OrderByDescending(line => line.Composite)
                    .ThenBy(line => line.Customer)
                    .Skip(free)
                    .Select(line => line.Customer),
            ],
            one,
            policy.LargestOne.Level(one),
            five,
            policy.LargestFive.Level(five),
            index,
            index >= policy.ConcentrationIndex ? Concentration.Critical : Concentration.None);
    }
}
