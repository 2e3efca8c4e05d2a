using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Plans;

/// <summary>What a version was made for. When that is so no longer, the plan is amended (METHOD A10).</summary>
/// <param name="Account">Who held the AR seat; nobody while it was vacant.</param>
/// <param name="Solution">The same of the SR seat.</param>
/// <param name="Fulfilment">The same of the FR seat.</param>
public sealed record PlanGround(
    Tier Tier, Posture Posture, Id<Employee>? Account, Id<Employee>? Solution, Id<Employee>? Fulfilment)
{
    public static PlanGround Of(Customer customer) => new(
        customer.Standing.Tier,
        customer.Standing.Posture,
        Holder(customer, SeatRole.AR),
        Holder(customer, SeatRole.SR),
        Holder(customer, SeatRole.FR));

    /// <summary>What has changed since, in words. A vacant seat is no change: whoever takes it will be.</summary>
    public IEnumerable<string> Changes(PlanGround now) =>
    [
        .. Tier == now.Tier ? [] : new[] { $"tier {Tier} became {now.Tier}" },
        .. Posture == now.Posture
            ? []
            : new[] { $"posture {Wording.Words<Posture>.Of(Posture)} became {Wording.Words<Posture>.Of(now.Posture)}" },
        .. Taken(SeatRole.AR, Account, now.Account),
        .. Taken(SeatRole.SR, Solution, now.Solution),
        .. Taken(SeatRole.FR, Fulfilment, now.Fulfilment),
    ];

    /// <summary>The gates that a version has to pass once more for it.</summary>
    internal IEnumerable<string> Gates(PlanGround now) =>
    [
        .. Tier == now.Tier ? [] : new[] { "A4", "A5", "A6", "A7" },
        .. Posture == now.Posture ? [] : new[] { "A4", "A6" },
        .. (Account, Solution, Fulfilment) == (now.Account, now.Solution, now.Fulfilment) ? [] : new[] { "A4", "A5" },
    ];

    private static IEnumerable<string> Taken(SeatRole seat, Id<Employee>? before, Id<Employee>? now) =>
        now is not null && now != before ? [$"{now} took the {seat} seat"] : [];

    private static Id<Employee>? Holder(Customer customer, SeatRole seat) => customer.Team.Find(seat, SeatKind.Primary)?.Employee;
}
