using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Certification;

/// <summary>Who leads a campaign and what it may cost (METHOD §3.2 B1).</summary>
/// <param name="SponsorSeat">The seat on our board by which the sponsor leads: quality alone does not own a certification.</param>
/// <param name="BudgetMonths">How long the budget lasts; it is spent without an order.</param>
/// <param name="PlannedAuditOn">The first day of the audit that evidence must still be valid for.</param>
/// <param name="WarRoom">The days on which all owners meet.</param>
public sealed record Charter(
    Id<Employee> Sponsor,
    string SponsorSeat,
    Id<Employee> Manager,
    ImmutableArray<DomainOwner> Owners,
    Money Budget,
    int BudgetMonths,
    DateOnly PlannedAuditOn,
    ImmutableArray<DateOnly> WarRoom)
{
    public bool Equals(Charter? other) => other is not null
        && (Sponsor, SponsorSeat, Manager, Budget, BudgetMonths, PlannedAuditOn)
            == (other.Sponsor, other.SponsorSeat, other.Manager, other.Budget, other.BudgetMonths, other.PlannedAuditOn)
        && Owners.AsSpan().SequenceEqual(other.Owners.AsSpan())
        && WarRoom.AsSpan().SequenceEqual(other.WarRoom.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Sponsor, Manager, BudgetMonths);

    /// <summary>Everybody who has a part in the campaign, so that an auditor is none of them.</summary>
    internal IEnumerable<string> Everybody() =>
        [Sponsor.Value, Manager.Value, .. Owners.Select(owner => owner.Employee.Value)];
}

/// <summary>Who answers for a domain of the criteria library.</summary>
public sealed record DomainOwner(string Domain, Id<Employee> Employee);

/// <summary>Why the place on the list is worth it, and who decides over it (METHOD §3.2 B0).</summary>
/// <param name="Value">What a place on the list may bring in a year.</param>
/// <param name="Deciders">Who at the customer decides.</param>
public sealed record GoMemo(Money Value, string Deciders, string Recommendation, string Author);

/// <summary>How far we are entered in the buyer's register (METHOD §3.2 B2).</summary>
public sealed record BuyerRegistration
{
    public DateOnly? NonDisclosureOn { get; init; }

    public DateOnly? QuestionnaireSentOn { get; init; }

    public Id<Person>? ProcurementContact { get; init; }

    public Id<Person>? QualityContact { get; init; }

    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>How the buyer confirmed it: a letter, an entry in its portal.</summary>
    public string? Reference { get; init; }
}
