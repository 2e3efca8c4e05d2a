using Planning.Accounts.Approvals;
using Planning.Accounts.Certification;
using Planning.Accounts.Coverage;
using Planning.Accounts.Escalations;
using Planning.Accounts.Losses;
using Planning.Accounts.Offers;
using Planning.Accounts.Organisation;
using Planning.Accounts.Plans;
using Planning.Accounts.Satisfaction;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Policies;

/// <summary>The numbers that a company sets for itself, one part for each room of the method. The defaults are METHOD's.</summary>
public sealed record MethodPolicies
{
    public static MethodPolicies Default { get; } = new();

    public PlanPolicy Planning { get; init; } = PlanPolicy.Default;

    public ApprovalPolicy Approvals { get; init; } = ApprovalPolicy.Default;

    public EscalationPolicy Escalations { get; init; } = EscalationPolicy.Default;

    public TierPolicy Tiers { get; init; } = TierPolicy.Default;

    public CoveragePolicy Coverage { get; init; } = CoveragePolicy.Default;

    public CertificationPolicy Certification { get; init; } = CertificationPolicy.Default;

    public OfferPolicy Offers { get; init; } = OfferPolicy.Default;

    public TeamPolicy Team { get; init; } = TeamPolicy.Default;

    public OrganisationPolicy Organisation { get; init; } = OrganisationPolicy.Default;

    public SatisfactionPolicy Satisfaction { get; init; } = SatisfactionPolicy.Default;

    public LossPolicy Losses { get; init; } = LossPolicy.Default;
}
