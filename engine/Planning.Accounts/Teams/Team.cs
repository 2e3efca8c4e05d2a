using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Teams;

/// <summary>The iron triangle of one customer: who holds which seat.</summary>
public sealed record Team(ImmutableArray<SeatAssignment> Seats)
{
    public static Team Empty { get; } = new([]);

    /// <summary>Who answers for the seat today: its holder, else who acts for it.</summary>
    public Id<Employee>? Holder(SeatRole role) =>
        Find(role, SeatKind.Primary)?.Employee ?? Find(role, SeatKind.Acting)?.Employee;

    public SeatAssignment? Find(SeatRole role, SeatKind kind) =>
        Seats.FirstOrDefault(seat => seat.Role == role && seat.Kind == kind);

    public bool Includes(Id<Employee> employee) => Seats.Any(seat => seat.Employee == employee);

    public Team With(SeatAssignment assignment) => new(
    [
        .. Seats.Where(seat => seat.Role != assignment.Role || seat.Kind != assignment.Kind)
            .Append(assignment)
            .OrderBy(seat => seat.Role)
            .ThenBy(seat => seat.Kind),
    ]);

    public bool Equals(Team? other) => other is not null && Seats.AsSpan().SequenceEqual(other.Seats.AsSpan());

    public override int GetHashCode() => Seats.Length;
}
