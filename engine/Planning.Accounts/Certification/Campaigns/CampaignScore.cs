using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Certification;

/// <summary>How we see our own chances; METHOD §3.2. It is shown to managers and never becomes the customer's status.</summary>
/// <param name="Total">S = Σ weight · mean of the domain's marks ÷ 5, over the domains that the scheme asks about; 0 to 100.</param>
/// <param name="FailedGates">Gate criteria without a mark, or with one below the gate mark.</param>
/// <param name="Probability">Π of the gates · logistic((S − pass) ÷ 6), 0 to 1.</param>
public sealed record CampaignScore(
    decimal Total,
    ImmutableArray<DomainScore> Domains,
    ImmutableArray<Id<Criterion>> FailedGates,
    Outlook Outlook,
    double Probability)
{
    private const double Steepness = 6;

    /// <summary>A criterion without a mark counts as zero.</summary>
    public static CampaignScore Of(Campaign campaign, Scheme scheme, CertificationPolicy policy)
    {
        var marks = scheme.MarksBy(policy);
        var domains = scheme.Criteria
            .GroupBy(criterion => criterion.Domain, StringComparer.Ordinal)
            .Select(group => new DomainScore(
                scheme.Domain(group.Key, policy),
                group.Average(criterion => campaign.Self.Score(criterion.Id) ?? 0),
                group.Count(),
                group.Count(criterion => campaign.Self.Score(criterion.Id) is not null)))
            .OrderBy(domain => domain.Domain.Code.Length).ThenBy(domain => domain.Domain.Code, StringComparer.Ordinal)
            .ToImmutableArray();
        var weight = domains.Sum(domain => domain.Domain.Weight);
        var total = weight == 0
            ? 0
            : 100 * domains.Sum(domain => domain.Domain.Weight * domain.Mean / SelfAssessment.Highest) / weight;
        var failed = Failed(campaign, scheme, policy);
        return new CampaignScore(
            total,
            domains,
            failed,
            Judge(total, failed is [], campaign, marks),
            failed is [] ? 1 / (1 + Math.Exp(-(double)(total - marks.Pass) / Steepness)) : 0);
    }

    public static ImmutableArray<Id<Criterion>> Failed(Campaign campaign, Scheme scheme, CertificationPolicy policy) =>
    [
        .. from criterion in scheme.Criteria
           where scheme.IsGate(criterion, policy)
               && !(campaign.Self.Score(criterion.Id) >= Math.Max(scheme.MarksBy(policy).Gate, scheme.PassMark(criterion, policy)))
           select criterion.Id,
    ];

    // A gate that failed or a critical finding that is open leaves no pass, whatever the total (INV-19).
    private static Outlook Judge(decimal total, bool gatesHold, Campaign campaign, SchemeMarks marks)
    {
        var open = campaign.Audits.OpenFindings.Where(finding => finding.IsGrave).ToList();
        if (!gatesHold || open.Any(finding => finding.Class is FindingClass.Critical) || total < marks.Conditional)
        {
            return Outlook.Fail;
        }

        return open switch
        {
            [] => total >= marks.Pass ? Outlook.Pass : Outlook.Conditional,
            _ when open.Count <= marks.ConditionalMajors && open.All(finding => finding.PlanAcceptedOn is not null) =>
                Outlook.Conditional,
            _ => Outlook.Fail,
        };
    }

    public bool Equals(CampaignScore? other) => other is not null
        && (Total, Outlook, Probability) == (other.Total, other.Outlook, other.Probability)
        && Domains.AsSpan().SequenceEqual(other.Domains.AsSpan())
        && FailedGates.AsSpan().SequenceEqual(other.FailedGates.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Total, Outlook);
}

/// <param name="Mean">0 to 5.</param>
/// <param name="Criteria">How many the scheme has.</param>
/// <param name="Scored">How many have a mark.</param>
public sealed record DomainScore(Domain Domain, decimal Mean, int Criteria, int Scored);

/// <summary>What our own score would come to; the customer may see it otherwise.</summary>
[JsonConverter(typeof(WordJsonConverter<Outlook>))]
public enum Outlook
{
    [JsonStringEnumMemberName("fail")]
    Fail,
    [JsonStringEnumMemberName("conditional")]
    Conditional,
    [JsonStringEnumMemberName("pass")]
    Pass,
}
