using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;

namespace Planning.Accounts.Plans;

/// <summary>The stages that the plan is in.</summary>
internal static class PlanWatch
{
    public static IEnumerable<Watched> Of(Customer customer, EscalationFacts common, Occasion on) => customer.Plan is not { } plan
        ? []
        : plan.Track.Open.Select(stage => new Watched(
            Watched.Stage,
            $"{plan.Id}/{stage.Code}",
            $"stage {stage.Code} {stage.Title}",
            common with { WorkingDaysLate = CustomerWatch.Late(stage.Due, on) }));
}
