using Planning.Accounts.Customers;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Plans;

/// <summary>What SR and FR put their name to beside the AR who leads: objectives, relationship plan, resources (METHOD A4 to A6).</summary>
/// <remarks>A signature holds for what was written then: whoever writes on takes it away.</remarks>
internal static class CoSigning
{
    public static IReadOnlyList<string> Stages { get; } = ["A4", "A5", "A6"];

    public static IReadOnlyList<SeatRole> Seats { get; } = [SeatRole.SR, SeatRole.FR];

    public static string Key(string stage, SeatRole seat) => $"{stage}/{seat}";

    /// <returns>The seats that have not signed what a stage is about.</returns>
    public static IReadOnlyList<string> Missing(AccountPlan plan, string stage) =>
        [.. Seats.Where(seat => !plan.CoSigns.ContainsKey(Key(stage, seat))).Select(seat => seat.ToString())];

    /// <summary>The plan without the signatures under what an entry belongs to.</summary>
    public static AccountPlan Without(AccountPlan plan, string entry) => plan with
    {
        CoSigns = plan.CoSigns.RemoveRange(
            from stage in GatesAgain.Gates(entry)
            from seat in Seats
            select Key(stage, seat)),
    };
}

/// <param name="Stage">A4, A5 or A6.</param>
/// <param name="Seat">SR or FR; who asks holds it.</param>
[Command("co-sign-plan-stage", "Sign objectives, relationship plan or resources of the plan as SR or FR")]
public sealed record CoSign(string Stage, SeatRole Seat) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        CoSigning.Stages.Contains(Stage)
            ? null
            : new FieldMistake(nameof(Stage), $"is {Stage}; write one of {string.Join(", ", CoSigning.Stages)}"),
        CoSigning.Seats.Contains(Seat)
            ? null
            : new FieldMistake(nameof(Seat), $"is {Seat}; write one of {string.Join(", ", CoSigning.Seats)}"));

    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan =>
        customer.Team.Holder(Seat)?.Value != on.Actor
            ? Decision.Refuse("other-holder", $"{on.Actor} does not hold the {Seat} seat.")
            : plan.CoSigns.ContainsKey(CoSigning.Key(Stage, Seat))
                ? Decision.Record()
                : PlanLife.NotWritable(plan) ?? Decision.Record(new PlanCoSigned(Stage, Seat, on.Actor, on.Today)));
}
