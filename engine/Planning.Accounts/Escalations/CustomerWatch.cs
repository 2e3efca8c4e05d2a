using Planning.Accounts.Approvals;
using Planning.Accounts.Calendars;
using Planning.Accounts.Certification;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Plans;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Escalations;

/// <summary>Everything at a customer that the escalation rules look at; nothing at one that is lost or closed. Each room says
/// what of it is watched.</summary>
public static class CustomerWatch
{
    public static IEnumerable<Watched> Of(Customer customer, Occasion on)
    {
        if (customer.Details is not { Lifecycle: not (Lifecycle.Lost or Lifecycle.Closed) })
        {
            return [];
        }

        var common = new EscalationFacts
        {
            Tier = customer.Standing.Tier,
            CoverageLevel = CoveragePolicy.LevelOf(customer.Standing, on.Today),
            Lane = customer.Standing.Lane,
            Posture = customer.Standing.Posture,
        };
        return
        [
            Whole(customer, common, on),
            .. PersonWatch.Of(customer, common, on),
            .. SeatWatch.Of(customer, common, on),
            .. PlanWatch.Of(customer, common, on),
            .. ApprovalWatch.Of(customer, common, on),
            .. CertificationWatch.Of(customer, common, on),
        ];
    }

    /// <summary>Working days since a last day is over; none before that.</summary>
    internal static int? Late(DateOnly? due, Occasion on) =>
        due is { } day ? day < on.Today ? on.Calendar.WorkingDaysBetween(day, on.Today) : 0 : null;

    private static Watched Whole(Customer customer, EscalationFacts common, Occasion on)
    {
        var standing = customer.Standing;
        var metrics = new LatestMetrics(customer.Metrics);
        var spoke = standing.LastReview?.Findings
            .Where(finding => finding.Kind is FindingKind.Fired).Select(finding => finding.Rule).ToHashSet(StringComparer.Ordinal) ?? [];
        return new Watched(Watched.Customer, customer.Id.Value, customer.Details!.Name, common with
        {
            DaysSinceContact = customer.Contacts.LastContact is { } last ? on.Today.DayNumber - last.DayNumber : null,
            Satisfaction = metrics.Value(Metric.Satisfaction),
            SatisfactionChange = metrics.Change(Metric.Satisfaction),
            Overdue60 = metrics.Value(Metric.Overdue60),
            DsoOverrun = metrics.Value(Metric.DsoOverrun),
            Match = metrics.Value(Metric.Match),
            MatchChange = metrics.Change(Metric.Match),
            BusFactor = metrics.Value(Metric.BusFactor),
            SanctionsHit = metrics.YesNo(Metric.SanctionsHit),
            Insolvency = metrics.YesNo(Metric.Insolvency),
            ResourceChangeHalfYear = metrics.ShareChange(Metric.Fte, quarters: 2),
            ResourceChangeYear = metrics.ShareChange(Metric.Fte, quarters: 4),
            QuartersInPosture = Quarter.Of(on.Today).Since(standing.PostureSince),
            AskedByTierRules = [.. standing.Escalations.Values.Where(asked => spoke.Contains(asked.Rule)).Select(asked => asked.Escalation)],
            TierInputsMissing = standing.Tasks.Any(task => task.Name == "COMPLETE_TIER_INPUTS"),
        });
    }
}
