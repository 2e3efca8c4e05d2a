namespace Planning.Accounts.Certification;

/// <summary>A scope for which a customer runs a short list, and where we stand there.</summary>
/// <param name="Listing">Nothing when no document of the customer says anything of us: then nobody bids.</param>
public sealed record ShortListPlace(Scope Scope, Listing? Listing)
{
    /// <summary>The last day of the evidence for it that ends first; the place is at risk from then on.</summary>
    public DateOnly? ProofUntil { get; init; }

    public bool MayBid(DateOnly day) => Listing?.MayBid(day) is true;

    public bool IsAtRisk(DateOnly day) => MayBid(day) && ProofUntil <= day;
}
