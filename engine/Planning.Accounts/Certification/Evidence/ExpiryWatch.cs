using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>No certificate expires unseen: higher and higher roles are told as its last day comes near (METHOD ESC-26).</summary>
internal static class ExpiryWatch
{
    private const string Owner = "OWNER";

    /// <summary>The day on which somebody is told first; not before today.</summary>
    public static DateOnly? First(DateOnly? validTo, Occasion on) =>
        validTo is { } end && on.Policies.Certification.ExpiryWarnings is [var first, ..]
            ? Later(end.AddDays(-first.Days), on.Today)
            : null;

    public static IEnumerable<EvidenceExpiring> Due(FiledEvidence filed, CertificationRecord known, Occasion on)
    {
        if (!(filed.WarnOn <= on.Today) || filed.Evidence.ValidTo is not { } end)
        {
            yield break;
        }

        var warnings = on.Policies.Certification.ExpiryWarnings;
        var reached = warnings.LastOrDefault(warning => end.AddDays(-warning.Days) <= on.Today) ?? warnings[0];
        var next = warnings.FirstOrDefault(warning => end.AddDays(-warning.Days) > on.Today);
        yield return new EvidenceExpiring(
            filed.Evidence.Id,
            filed.Evidence.Title,
            end,
            reached.Role == Owner ? filed.Evidence.Owner.Value : reached.Role,
            next is null ? null : end.AddDays(-next.Days))
        {
            AtRisk = next is null ? Scopes(filed, known, on.Today) : [],
        };
    }

    private static ImmutableArray<string> Scopes(FiledEvidence filed, CertificationRecord known, DateOnly today) =>
    [
        .. from listing in known.Listings.Values
           where listing.MayBid(today) && known.Campaigns.TryGetValue(listing.Campaign, out _)
           let scheme = known.Campaigns[listing.Campaign].Scheme
           where filed.Proves.Any(link => link.StartsWith($"{scheme}/", StringComparison.Ordinal))
           select listing.Scope.Key,
    ];

    private static DateOnly Later(DateOnly left, DateOnly right) => left > right ? left : right;
}
