using System.Text.Json.Serialization;
using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Plans;

/// <summary>Who of ours may read a plan (METHOD §3.1 “visibility levels”).</summary>
[JsonConverter(typeof(WordJsonConverter<PlanVisibility>))]
public enum PlanVisibility
{
    /// <summary>Everybody of ours.</summary>
    [JsonStringEnumMemberName("all")]
    All,

    /// <summary>The team, and the organisational units that its people belong to.</summary>
    [JsonStringEnumMemberName("unit")]
    Unit,

    /// <summary>Whoever holds a seat at the customer, and those above who approve plans.</summary>
    [JsonStringEnumMemberName("team")]
    Team,
}

/// <summary>Who may read the plan of a customer.</summary>
public static class PlanReaders
{
    /// <param name="reader">Nobody for who is none of ours.</param>
    /// <param name="ours">All of ours: the units of the team stand there.</param>
    /// <returns>Why the plan may not be read; nothing when it may. Roles above the AR read every plan.</returns>
    public static Decision.Refused? Hinders(Customer customer, Employee? reader, IEnumerable<Employee> ours, ApprovalPolicy approvals)
    {
        var visibility = customer.Plan?.Visibility ?? PlanVisibility.All;
        var team = customer.Team.Seats.Select(seat => seat.Employee).OfType<Id<Employee>>().ToHashSet();
        var may = visibility is PlanVisibility.All
            || (reader is not null
                && (team.Contains(reader.Id)
                    || approvals.Ladder.IndexOf(reader.JobRole) > 0
                    || (visibility is PlanVisibility.Unit && ours.Any(other => team.Contains(other.Id) && other.Unit == reader.Unit))));
        return may
            ? null
            : new Decision.Refused(
                "plan-not-visible", $"The plan of {customer.Details?.Name} may be read by: {Words<PlanVisibility>.Of(visibility)}.", []);
    }
}

[Command("set-plan-visibility", "Say who of ours may read the plan: team, unit or all")]
public sealed record SetVisibility(PlanVisibility Visibility) : CustomerCommand
{
    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan => plan.Visibility == Visibility
        ? Decision.Record()
        : plan.Over() ?? Decision.Record(new PlanVisibilitySet(Visibility)));
}
