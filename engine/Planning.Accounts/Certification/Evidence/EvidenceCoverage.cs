using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>Which criteria of a campaign have proof that still holds at the planned audit and some months after.</summary>
/// <param name="Uncovered">Criteria without it.</param>
/// <param name="UncoveredGates">Those of them that are gates.</param>
/// <param name="Share">Covered ÷ all, 0 to 1.</param>
/// <param name="GateShare">The same of gates alone; 1 without a gate.</param>
public sealed record EvidenceCoverage(
    IReadOnlyList<Id<Criterion>> Uncovered, IReadOnlyList<Id<Criterion>> UncoveredGates, double Share, double GateShare)
{
    /// <param name="through">The day through which evidence must be valid.</param>
    public static EvidenceCoverage Of(
        Scheme scheme, CertificationRecord record, DateOnly today, DateOnly through, CertificationPolicy policy)
    {
        var good = record.Vault.Values
            .Where(filed => filed.ReplacedBy is null && filed.Evidence.IsValidOn(today) && filed.Evidence.IsValidOn(through))
            .ToList();
        var uncovered = scheme.Criteria
            .Where(criterion => !good.Any(filed => filed.Proves.Contains(FiledEvidence.Link(scheme.Id, criterion.Id))
                && criterion.Accepts(filed.Evidence.Type)))
            .ToList();
        var gates = scheme.Criteria.Count(criterion => scheme.IsGate(criterion, policy));
        var bareGates = uncovered.Where(criterion => scheme.IsGate(criterion, policy)).ToList();
        return new EvidenceCoverage(
            [.. uncovered.Select(criterion => criterion.Id)],
            [.. bareGates.Select(criterion => criterion.Id)],
            1 - (uncovered.Count / (double)scheme.Criteria.Length),
            gates == 0 ? 1 : 1 - (bareGates.Count / (double)gates));
    }
}
