using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>On the last day of evidence what stands on it is marked: these places on the short list are at risk (METHOD ESC-26).
/// Who is told before that is the escalation rules' matter.</summary>
internal static class ExpiryWatch
{
    /// <summary>The day on which it is marked; not before today.</summary>
    public static DateOnly? First(DateOnly? validTo, Occasion on) => validTo < on.Today ? on.Today : validTo;

    public static IEnumerable<EvidenceExpiring> Due(FiledEvidence filed, CertificationRecord known, Occasion on)
    {
        if (filed.WarnOn <= on.Today && filed.Evidence.ValidTo is { } end)
        {
            yield return new EvidenceExpiring(
                filed.Evidence.Id, filed.Evidence.Title, end, filed.Evidence.Owner.Value, end > on.Today ? end : null)
            {
                AtRisk = end > on.Today ? [] : Scopes(filed, known, on.Today),
            };
        }
    }

    private static ImmutableArray<string> Scopes(FiledEvidence filed, CertificationRecord known, DateOnly today) =>
    [
        .. from listing in known.Listings.Values
           where listing.MayBid(today) && known.Campaigns.TryGetValue(listing.Campaign, out _)
           let scheme = known.Campaigns[listing.Campaign].Scheme
           where filed.ProvesOf(scheme)
           select listing.Scope.Key,
    ];
}
