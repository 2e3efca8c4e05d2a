using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;

namespace Planning.Accounts.Plans;

/// <summary>What is watched of a plan: its stages, how long it rests, and its year (ESC-20).</summary>
internal static class PlanWatch
{
    /// <returns>Nothing while it is suspended, and once it has ended.</returns>
    public static IEnumerable<Watched> Of(Customer customer, EscalationFacts common, Occasion on) =>
        customer.Plan is not { Ended: null, SuspendedOn: null } plan
            ? []
            :
            [
                .. plan.Track.Open.Select(stage => new Watched(
                    Watched.Stage,
                    $"{plan.Id}/{stage.Code}",
                    $"stage {stage.Code} {stage.Title}",
                    common with { Stage = stage.Code, WorkingDaysLate = CustomerWatch.Late(stage.Due, on) })),
                new Watched(Watched.Plan, plan.Id, FormattableString.Invariant($"the plan {plan.HorizonFrom} to {plan.HorizonTo}"), common with
                {
                    PlanForm = plan.Form,
                    DaysWithoutUpdate = plan.Status is PlanStatus.Active && plan.LastSign is { } last
                        ? on.Today.DayNumber - last.DayNumber
                        : null,
                    WorkingDaysWithoutVersion = plan.Closing is null && Begins(plan) is var begins && begins <= on.Today
                        ? on.Calendar.WorkingDaysBetween(begins, on.Today)
                        : null,
                }),
            ];

    // The first day for which it has no approved version.
    private static DateOnly Begins(AccountPlan plan) =>
        plan.InForce is null ? new DateOnly(plan.HorizonFrom, 1, 1) : plan.YearEnd?.Begins ?? DateOnly.MaxValue;
}
