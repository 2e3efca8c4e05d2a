using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>How one customer certifies its suppliers for one scope: its rule book as we read it (METHOD §2.1).</summary>
/// <param name="RuleBook">The version of the customer's rule book.</param>
/// <param name="Criteria">One or more.</param>
public sealed record Scheme(Id<Scheme> Id, string Title, Scope Scope, string RuleBook, ImmutableArray<Criterion> Criteria)
{
    /// <summary>The customer's own marks; nothing where it does not tell them and ours count.</summary>
    public SchemeMarks? Marks { get; init; }

    /// <summary>The customer's own weights and gates; a domain that is not named keeps those of the library.</summary>
    public ImmutableArray<Domain> Domains { get; init; } = [];

    /// <summary>Calendar days that the buyer is on site; nothing where its rule book does not say.</summary>
    public int? AuditDays { get; init; }

    public SchemeMarks MarksBy(CertificationPolicy policy) => Marks ?? policy.Marks;

    public Domain Domain(string code, CertificationPolicy policy) =>
        Domains.FirstOrDefault(domain => domain.Code == code)
        ?? policy.Find(code)
        ?? new Domain(code, code, 0, Gate: false);

    public Criterion? Find(Id<Criterion> id) => Criteria.FirstOrDefault(criterion => criterion.Id == id);

    public bool IsGate(Criterion criterion, CertificationPolicy policy) =>
        criterion.Gate ?? Domain(criterion.Domain, policy).Gate;

    /// <summary>0 to 5: what a criterion must reach.</summary>
    public decimal PassMark(Criterion criterion, CertificationPolicy policy) =>
        criterion.PassMark ?? MarksBy(policy).Gate;

    public IEnumerable<FieldMistake> Mistakes(CertificationPolicy policy) => FieldMistake.Among(
    [
        FieldMistake.Blank(nameof(Title), Title),
        FieldMistake.Blank(nameof(RuleBook), RuleBook),
        .. Scope.Mistakes(nameof(Scope)),
        Criteria is [] ? new FieldMistake(nameof(Criteria), "is empty; a scheme asks for something") : null,
        .. Criteria.GroupBy(criterion => criterion.Id).Where(same => same.Count() > 1)
            .Select(same => new FieldMistake($"Criteria[{same.Key}]", "is given more than once")),
        .. Criteria.SelectMany(criterion => criterion.Mistakes(this, policy)),
        .. Domains.SelectMany(domain => FieldMistake.Among(
            FieldMistake.OutOfRange($"Domains[{domain.Code}].Weight", domain.Weight, 0, 100),
            FieldMistake.Blank("Domains.Code", domain.Code))),
        .. Marks?.Mistakes() ?? [],
        AuditDays is { } days ? FieldMistake.OutOfRange(nameof(AuditDays), days, 1, 60) : null,
    ]);

    public bool Equals(Scheme? other) => other is not null
        && (Id, Title, Scope, RuleBook, Marks, AuditDays)
            == (other.Id, other.Title, other.Scope, other.RuleBook, other.Marks, other.AuditDays)
        && Criteria.AsSpan().SequenceEqual(other.Criteria.AsSpan())
        && Domains.AsSpan().SequenceEqual(other.Domains.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, RuleBook, Criteria.Length);
}

/// <summary>One thing that the customer asks of its suppliers.</summary>
/// <param name="Domain">Its domain in the criteria library, as <c>Cr3</c>.</param>
/// <param name="EvidenceTypes">What kinds of evidence prove it; empty for any.</param>
public sealed record Criterion(Id<Criterion> Id, string Domain, string Text, ImmutableArray<string> EvidenceTypes)
{
    /// <summary>Nothing where the domain decides.</summary>
    public bool? Gate { get; init; }

    /// <summary>0 to 5; nothing for the scheme's.</summary>
    public decimal? PassMark { get; init; }

    /// <returns>Whether evidence of that type proves it.</returns>
    public bool Accepts(string evidenceType) =>
        EvidenceTypes is [] || EvidenceTypes.Contains(evidenceType, StringComparer.Ordinal);

    public bool Equals(Criterion? other) => other is not null
        && (Id, Domain, Text, Gate, PassMark) == (other.Id, other.Domain, other.Text, other.Gate, other.PassMark)
        && EvidenceTypes.AsSpan().SequenceEqual(other.EvidenceTypes.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, Domain);

    internal IEnumerable<FieldMistake?> Mistakes(Scheme scheme, CertificationPolicy policy) =>
    [
        FieldMistake.Blank($"Criteria[{Id}].Text", Text),
        policy.Find(Domain) is null && scheme.Domains.All(domain => domain.Code != Domain)
            ? new FieldMistake(
                $"Criteria[{Id}].Domain", $"is “{Domain}”; write one of {string.Join(", ", policy.Domains.Select(domain => domain.Code))}")
            : null,
        PassMark is { } mark ? FieldMistake.OutOfRange($"Criteria[{Id}].PassMark", mark, 0, 5) : null,
    ];
}
