using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;

namespace Planning.Accounts.Contents;

/// <summary>The people and the money that the plan asks for (METHOD A6). Budget and FTE by year stand in the years.</summary>
/// <param name="Certification">What a short-list certification costs within the plan; nothing where none is planned.</param>
/// <param name="NeedsLegal">Whether the scope asks for a look by legal before approval (METHOD A8).</param>
public sealed record ResourceNeed(
    ImmutableArray<SeatNeed> Seats, ImmutableArray<string> Experts, Money? Certification = null, bool NeedsLegal = false) : PlanEntry
{
    [JsonIgnore]
    public override string Key => "resources";

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, DateOnly today) => FieldMistake.Among(
    [
        .. Given.Holes(nameof(Seats), Seats) ?? Seats.SelectMany((seat, at) => FieldMistake.Among(
            FieldMistake.Blank($"{nameof(Seats)}[{at}].Role", seat.Role),
            FieldMistake.OutOfRange($"{nameof(Seats)}[{at}].Load", seat.Load, 0, 100),
            FieldMistake.OutOfRange($"{nameof(Seats)}[{at}].Level", seat.Level, 1, 5))),
        .. Given.Holes(nameof(Experts), Experts)
            ?? Experts.SelectMany((expert, at) => FieldMistake.Among(FieldMistake.Blank($"{nameof(Experts)}[{at}]", expert))),
    ]);

    public bool Equals(ResourceNeed? other) => other is not null
        && (Certification, NeedsLegal) == (other.Certification, other.NeedsLegal)
        && Seats.AsSpan().SequenceEqual(other.Seats.AsSpan()) && Experts.AsSpan().SequenceEqual(other.Experts.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Certification, Seats.Length, Experts.Length);
}

/// <param name="Role">AR, SR, FR, or another of the team.</param>
/// <param name="Load">Full-time equivalents.</param>
/// <param name="Level">The lowest level that will do, 1 to 5.</param>
public sealed record SeatNeed(string Role, decimal Load, int Level);

/// <summary>What a region has for its plans, and gives to this one (INV-15). It lies outside the customer, so it is handed in.</summary>
/// <param name="Region">As the customer's details name it.</param>
/// <param name="Budget">For this plan, over all its years.</param>
/// <param name="Fte">For this plan, in its largest year.</param>
/// <param name="FreeFte">People of the region who are free to take the seats that the plan asks for.</param>
public sealed record RegionEnvelope(string Region, Money Budget, decimal Fte, decimal FreeFte)
{
    /// <summary>What the region may give to all its plans together.</summary>
    public required Money RegionBudget { get; init; }

    public required decimal RegionFte { get; init; }

    /// <summary>What it has given to other plans already.</summary>
    public required Money GivenBudget { get; init; }

    public required decimal GivenFte { get; init; }

    internal IEnumerable<FieldMistake> Mistakes(Customer customer) => FieldMistake.Among(
        Region == customer.Details!.Region
            ? null
            : new FieldMistake(nameof(Region), $"is {Region}; the customer belongs to {customer.Details.Region}"),
        FieldMistake.OutOfRange(nameof(Budget), Budget.Millions, 0, 1_000_000),
        FieldMistake.OutOfRange(nameof(Fte), Fte, 0, 100_000),
        FieldMistake.OutOfRange(nameof(FreeFte), FreeFte, 0, 100_000),
        Budget.Currency == RegionBudget.Currency && Budget.Currency == GivenBudget.Currency
            ? null
            : new FieldMistake(nameof(Budget), "is in another currency than what the region has and has given"),
        Budget.Millions + GivenBudget.Millions > RegionBudget.Millions
            ? new FieldMistake(nameof(Budget), FormattableString.Invariant(
                $"is {Budget}; of {RegionBudget} the region has given {GivenBudget} to other plans (INV-15)"))
            : null,
        Fte + GivenFte > RegionFte
            ? new FieldMistake(nameof(Fte), FormattableString.Invariant(
                $"is {Fte}; of {RegionFte} FTE the region has given {GivenFte} to other plans (INV-15)"))
            : null);
}
