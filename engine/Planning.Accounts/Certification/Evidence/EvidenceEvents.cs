using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>Something that happened to a piece of evidence.</summary>
public abstract record EvidenceEvent(Id<Evidence> Evidence) : CertificationEvent;

/// <param name="WarnOn">When somebody is told that it expires; nothing when it does not.</param>
public sealed record EvidenceFiled(Id<Evidence> Evidence, Evidence Filed, DateOnly? WarnOn) : EvidenceEvent(Evidence)
{
    protected override string Tell() => FormattableString.Invariant(
        $"“{Filed.Title}” by {Filed.Issuer} was filed as evidence{(Filed.ValidTo is { } to ? $", valid until {to:yyyy-MM-dd}" : "")}.");
}

public sealed record EvidenceLinked(Id<Evidence> Evidence, Id<Scheme> Scheme, ImmutableArray<Id<Criterion>> Criteria)
    : EvidenceEvent(Evidence)
{
    protected override string Tell() => $"The evidence {Evidence} proves {string.Join(", ", Criteria)} of {Scheme}.";
}

/// <param name="Role">Who was told.</param>
/// <param name="Next">When the next higher role is told; nothing after the last.</param>
public sealed record EvidenceExpiring(Id<Evidence> Evidence, string Title, DateOnly ValidTo, string Role, DateOnly? Next)
    : EvidenceEvent(Evidence)
{
    /// <summary>The scopes on the short list that it stands for, which are at risk from its last day on.</summary>
    public ImmutableArray<string> AtRisk { get; init; } = [];

    protected override string Tell() => FormattableString.Invariant(
        $"“{Title}” expires on {ValidTo:yyyy-MM-dd}; {Role} was told{(AtRisk is [] ? "" : $", at risk: {string.Join(", ", AtRisk)}")}.");
}

/// <summary>What was handed in, with the hash of each piece.</summary>
public sealed record CampaignSubmitted(Id<Campaign> Campaign, Submission Submission) : CampaignEvent(Campaign)
{
    protected override string Tell() =>
        $"{Submission.By} handed in the campaign {Campaign} with {Submission.Evidence.Length} pieces of evidence.";
}

public sealed record SubmissionAccepted(Id<Campaign> Campaign, DateOnly On, string Reference) : CampaignEvent(Campaign)
{
    protected override string Tell() => FormattableString.Invariant(
        $"The buyer accepted on {On:yyyy-MM-dd} that the campaign {Campaign} is complete: {Reference}.");
}
