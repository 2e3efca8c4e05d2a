using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Accounts.Wording;

namespace Planning.Grains.Store;

/// <summary>A customer as lists show it.</summary>
/// <param name="Composite">0 to 100, one decimal; nothing before the first tier review.</param>
/// <param name="Reviewed">The quarter of the last tier review.</param>
/// <param name="Proposal">The first move that waits for people.</param>
/// <param name="Because">Why it is proposed; else the rule that comes nearest, in words.</param>
public sealed record CustomerRow(
    string Customer,
    string Name,
    string Country,
    string Region,
    string Lifecycle,
    string Tier,
    string Lane,
    string Posture,
    string? Composite,
    string? Reviewed,
    string? Proposal,
    string? Because,
    string? Stage,
    string? StageDue)
{
    private const string CompositeScore = "Composite";

    /// <returns>Nothing for a customer that nobody has registered.</returns>
    public static CustomerRow? Of(Customer customer)
    {
        if (customer.Details is not { } details)
        {
            return null;
        }

        var standing = customer.Standing;
        var proposal = standing.Proposals.FirstOrDefault();
        var finding = standing.LastReview?.Findings.FirstOrDefault();
        return new CustomerRow(
            customer.Id.Value,
            details.Name,
            details.Country,
            details.Region,
            Words<Lifecycle>.Of(details.Lifecycle),
            standing.Tier.ToString(),
            Words<Lane>.Of(standing.Lane),
            Words<Posture>.Of(standing.Posture),
            standing.LastReview?.Scores.TryGetValue(CompositeScore, out var composite) == true
                ? composite.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)
                : null,
            standing.LastReview?.Period.ToString(),
            proposal?.Wish,
            proposal?.Because ?? (finding is null ? null : $"{finding.Rule} {finding.Because}"),
            customer.Plan?.Track.Open is [_, ..] open ? string.Join(", ", open.Select(stage => $"{stage.Code} {stage.Title}")) : null,
            customer.Plan?.Track.Open.Select(stage => (DateOnly?)stage.Due).Min()?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }
}
