using System.Collections.Immutable;
using Planning.Accounts.Calendars;
using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;

namespace Planning.Accounts.Plans;

/// <summary>How a plan goes over into its next year: Y1 becomes Y0, what was is frozen, what is open goes along (METHOD A11).</summary>
internal static class PlanRollover
{
    public static RolloverOpened Open(Customer customer, AccountPlan plan)
    {
        var year = plan.HorizonFrom;
        return new RolloverOpened(
            plan.HorizonFrom + 1, plan.HorizonTo + 1, plan.Actuals.GetValueOrDefault(year) ?? Measured(customer.Metrics, year));
    }

    /// <summary>The content in force, moved on by a year: targets as they were, the new last year to be written.</summary>
    public static PlanContent Content(PlanContent inForce, AccountYears years, IReadOnlyDictionary<Id<PlannedAction>, ActionState> actions) =>
        new(inForce.Entries.Values
            .Where(entry => entry switch
            {
                PlanYear year => year.Year >= years.Base,
                PlannedAction action => actions.GetValueOrDefault(action.Id)?.IsOpen is not false,
                _ => true,
            })
            .Select(entry => entry is Objective objective ? Moved(objective, years) : entry)
            .ToImmutableSortedDictionary(entry => entry.Key, entry => entry, StringComparer.Ordinal));

    // What was the target of the first plan year is what the new years are measured from, until the team writes what it was.
    private static Objective Moved(Objective objective, AccountYears years) => objective with
    {
        Measures =
        [
            .. objective.Measures.Select(measure => measure with
            {
                Base = measure.Targets.FirstOrDefault(target => target.Year == years.Base)?.Value ?? measure.Base,
                Targets = [.. measure.Targets.Where(target => target.Year >= years.From)],
            }),
        ],
    };

    private static PlanYear Measured(MetricHistory metrics, int year)
    {
        MetricSnapshot? Last(Metric metric) => Enumerable.Range(1, 4).Reverse()
            .Select(number => metrics.Find(metric, new Quarter(year, number)))
            .FirstOrDefault(found => found is not null);
        return new PlanYear(year)
        {
            Revenue = Last(Metric.RevenueTtm) is { Currency: { } currency } revenue ? new Money(revenue.Value, currency) : null,
            Margin = Last(Metric.ContributionPct)?.Value,
            ShareOfWallet = Last(Metric.ShareOfWallet)?.Value,
            Satisfaction = Last(Metric.Satisfaction)?.Value,
            Match = Last(Metric.Match)?.Value,
            Fte = Last(Metric.Fte)?.Value,
        };
    }
}
