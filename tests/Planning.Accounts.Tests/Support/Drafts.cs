using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Plans;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Support;

/// <summary>Helvia with a whole team, two units, and a plan 2027 to 2031 that says everything or nothing.</summary>
internal static class Drafts
{
    public static SoundPlan Sound { get; } = new(
        "anna-keller", "bruno-frei", "Europe", [("Networks", "luca-bernasconi"), ("Procurement", "reto-ammann")]);

    /// <summary>A plan that says nothing yet.</summary>
    public static Customer Empty { get; } = After(
        Helvia.Planning,
        new UnitMapped(new CustomerUnit("Networks", UnitFunction.Engineering, 3, 90)),
        new PersonRecorded(Helvia.Reto with { Id = Key<Person>("luca-bernasconi"), Name = "Luca Bernasconi", Unit = "Networks" }),
        new SeatAssigned(new SeatAssignment(SeatRole.SR, SeatKind.Primary, Helvia.Bruno, Day("2024-02-01"))),
        new SeatAssigned(new SeatAssignment(SeatRole.FR, SeatKind.Primary, Key<Employee>("chiara-rossi"), Day("2025-02-01"))));

    /// <summary>All that a sound plan says, in the order it is written.</summary>
    public static IReadOnlyList<CustomerCommand> Commands { get; } =
        [Sound.Ambition, .. Sound.Objectives, .. Sound.Relationship, .. Sound.Resources, Sound.Validation(Day("2026-05-04"))];

    /// <summary>A plan that says everything.</summary>
    public static Customer Whole { get; } = Written(Empty, [.. Commands]);

    /// <summary>Helvia with that plan, approved on 2026-05-20 and being carried out.</summary>
    public static Customer InForce { get; } = Approved(Whole);

    /// <summary>The customer after its draft was handed in and approved, and being carried out again.</summary>
    public static Customer Approved(Customer customer, string day = "2026-05-20")
    {
        var handedIn = After(
            customer,
            [
                .. customer.Plan!.Track.Open.Select(stage => new StagePassed(stage.Code, stage.Title, "plan-gates 2026.13", [])),
                .. customer.Plan.HandIn(customer, Occasions.On("2026-05-05")),
            ]);
        var decided = Occasions.Asked(handedIn, "2026-05-06", new DecideApproval("plan:plan-1", "REGION_HEAD", true), "e-cee-01");
        return After(
            Occasions.Asked(decided, day, new DecideApproval("plan:plan-1", "STRATEGIC_CUSTOMER_BOARD", true), "e-nwe-01"),
            new StageEntered(new Stage("A9", "Execution", "AR", "ACCOUNT_HEAD", Day(day), Day(day).AddDays(364))
            {
                Ways = [PlanWays.Amend, PlanWays.Rollover, PlanWays.Close],
            }));
    }

    public static Customer Written(Customer customer, params IReadOnlyList<CustomerCommand> commands) =>
        commands.Aggregate(customer, (now, command) => Occasions.Asked(now, "2026-05-04", command));

    public static ContentFacts Facts(Customer customer) =>
        PlanFacts.Of(customer, customer.Plan!, Helvia.Today, PlanPolicy.Default).Content!;
}
