using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Support;

/// <summary>Helvia with three units, people of three ranks and a full team: enough for company to meet company.</summary>
internal static class Company
{
    public static readonly Id<Employee> Carla = Key<Employee>("carla-nef");

    public static readonly Id<Person> Brugger = Key<Person>("selina-brugger");

    public static readonly Id<Person> Bernasconi = Key<Person>("luca-bernasconi");

    public static Customer Known { get; } = Of(Tier.S);

    /// <summary>The same company at another tier and posture.</summary>
    public static Customer Of(Tier tier, Posture posture = Posture.Invest)
    {
        var unknown = Customer.Unknown(Helvia.Id);
        return After(unknown, unknown.TakeOver(
            new CustomerRecord(Helvia.Registration with { Tier = tier, Posture = posture })
            {
                Units =
                [
                    Helvia.Procurement,
                    new CustomerUnit("Finance", UnitFunction.Finance, 2, 4),
                    new CustomerUnit("Networks", UnitFunction.Engineering, 3, 20),
                ],
                People =
                [
                    Helvia.Reto with { Rank = 5 },
                    new Person(
                        Brugger, "Selina Brügger", "CFO", "Finance", ProcessRole.Approve, 5, 5, Stance.Neutral, 2, 3, Helvia.Bruno) { Rank = 4 },
                    new Person(
                        Bernasconi, "Luca Bernasconi", "Core architect", "Networks", ProcessRole.Evaluate, 3, 4, Stance.Supports, 4, 4, Carla)
                        { Rank = 3 },
                ],
                Seats =
                [
                    new SeatAssignment(SeatRole.AR, SeatKind.Primary, Helvia.Anna, Day("2024-08-01")),
                    new SeatAssignment(SeatRole.SR, SeatKind.Primary, Helvia.Bruno, Day("2024-08-01")),
                    new SeatAssignment(SeatRole.FR, SeatKind.Primary, Carla, Day("2024-08-01")),
                ],
            },
            Day("2026-01-05")));
    }
}
