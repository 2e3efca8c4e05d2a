using System.Collections.Immutable;

namespace Planning.Accounts.Plans;

/// <summary>A piece of work that a plan stage asks for and a person hands in.</summary>
public abstract record Artefact
{
    private Artefact()
    {
    }

    public sealed record Profile(ProfileSection Section) : Artefact;

    public sealed record Vendors(ImmutableArray<VendorShare> Shares) : Artefact;

    public sealed record Match(MatchAssessment Assessment) : Artefact;

    public sealed record Agreement(MatchMeeting Meeting) : Artefact;
}
