using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Plans;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Support;

/// <summary>Helvia Telekom of METHOD §8, the customer most specs talk about.</summary>
internal static class Helvia
{
    public static readonly Id<Customer> Id = Key<Customer>("helvia");

    public static readonly DateOnly Today = Day("2026-05-04");

    public static readonly Id<Employee> Anna = Key<Employee>("anna-keller");

    public static readonly Id<Employee> Bruno = Key<Employee>("bruno-frei");

    public static readonly Id<Person> Ammann = Key<Person>("reto-ammann");

    public static CustomerDetails Details { get; } = new(
        "Helvia Telekom", "CH", "operator", "Europe", Lifecycle.Active, false, false, Id, GroupRootConfirmed: true);

    public static Registration Registration { get; } = new(
        Details, Tier.S, Lane.Standard, Posture.Invest, Q("2024-Q1"), Q("2025-Q1"));

    public static CustomerUnit Procurement { get; } = new("Procurement", UnitFunction.Procurement, 3, 12);

    public static Person Reto { get; } = new(
        Ammann, "Reto Ammann", "CEO", "Procurement", ProcessRole.Decide, 5, 4, Stance.Supports, 4, 4, Anna);

    public static SeatAssignment AccountSeat { get; } = new(SeatRole.AR, SeatKind.Primary, Anna, Day("2023-08-01"));

    public static MetricSnapshot Revenue { get; } = new(
        Metric.RevenueTtm, Q("2026-Q1"), 142m, "EUR", Day("2026-03-31"), "ERP");

    public static Interaction Meeting { get; } = new(
        Key<Interaction>("meeting-1"), Day("2026-04-20"), Means.Meeting, TheyStarted: false, TwoWay: true,
        [Ammann], [Anna], "Road map", "Agreed on a workshop", "Workshop in June");

    /// <summary>One of everything that an import can bring.</summary>
    public static CustomerRecord Record { get; } = new(Registration)
    {
        Units = [Procurement],
        People = [Reto],
        Seats = [AccountSeat],
        Metrics = [Revenue],
        Interactions = [Meeting],
    };

    public static Customer Unknown { get; } = Customer.Unknown(Id);

    public static Customer Known { get; } = After(Unknown, Unknown.TakeOver(Record, Today));

    public static Stage Insight { get; } = new("A1", "Insight", "AR", "E2", Day("2026-05-04"), Day("2026-06-08"));

    /// <summary>Helvia with a plan that is in stage A1.</summary>
    public static Customer Planning { get; } = After(
        After(Known, Known.OpenPlan("plan-1", Today, PlanPolicy.Default)), new StageEntered(Insight));

    public static Customer WithStanding(Tier tier, Lane lane = Lane.Standard, Posture posture = Posture.Build) => After(
        Unknown, new CustomerRegistered(new Registration(Details, tier, lane, posture, Q("2025-Q1"), Q("2025-Q1"))));
}
