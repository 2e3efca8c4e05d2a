using Planning.Accounts.Calendars;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Escalations;

/// <summary>Everything at a customer that the escalation rules look at; nothing at one that is lost or closed.</summary>
public static class CustomerWatch
{
    public static IEnumerable<Watched> Of(Customer customer, Occasion on)
    {
        if (customer.Details is not { Lifecycle: not (Lifecycle.Lost or Lifecycle.Closed) } details)
        {
            return [];
        }

        var standing = customer.Standing;
        var common = new EscalationFacts
        {
            Tier = standing.Tier,
            CoverageLevel = CoveragePolicy.LevelOf(standing, on.Today),
            Lane = standing.Lane,
            Posture = standing.Posture,
        };
        return
        [
            new Watched(Watched.Customer, customer.Id.Value, details.Name, Whole(customer, common, on.Today)),
            .. customer.People.Values.Where(person => person.LeftOn is null).Select(person => Of(customer, person, common, on)),
            .. Seat.Triangle.Select(role => Of(customer, role, common, on)),
            .. customer.Plan is { } plan ? plan.Track.Open.Select(stage => Of(plan.Id, stage, common, on)) : [],
            .. customer.Approvals.Open.Values.Select(approval => new Watched(
                Watched.Approval,
                approval.Subject,
                approval.What,
                common with
                {
                    ApprovalWorkingDaysLate = Late(approval.Current()?.Times?.Due, on),
                })),
        ];
    }

    private static EscalationFacts Whole(Customer customer, EscalationFacts common, DateOnly today)
    {
        var standing = customer.Standing;
        var metrics = new LatestMetrics(customer.Metrics);
        var spoke = standing.LastReview?.Findings
            .Where(finding => finding.Kind is FindingKind.Fired).Select(finding => finding.Rule).ToHashSet(StringComparer.Ordinal) ?? [];
        return common with
        {
            DaysSinceContact = customer.Contacts.LastContact is { } last ? today.DayNumber - last.DayNumber : null,
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
            QuartersInPosture = Quarter.Of(today).Since(standing.PostureSince),
            AskedByTierRules = [.. standing.Escalations.Values.Where(asked => spoke.Contains(asked.Rule)).Select(asked => asked.Escalation)],
            TierInputsMissing = standing.Tasks.Any(task => task.Name == "COMPLETE_TIER_INPUTS"),
        };
    }

    private static Watched Of(Customer customer, Person person, EscalationFacts common, Occasion on)
    {
        int? silent = customer.Contacts.LastTouch.TryGetValue(person.Id, out var last) ? on.Today.DayNumber - last.DayNumber : null;
        var window = on.Policies.Coverage.Levels[common.CoverageLevel].WindowDays;
        return new Watched(Watched.Person, person.Id.Value, $"{person.Name} ({person.Title})", common with
        {
            InProcess = person.InProcess,
            Role = person.Role,
            InfluenceNow = person.InfluenceNow,
            InfluenceFuture = person.InfluenceFuture,
            Level = person.Level,
            Stance = person.Stance,
            DaysSinceTouch = silent,
            Ignored = person.InProcess && !(silent <= window),
        });
    }

    private static Watched Of(Customer customer, SeatRole role, EscalationFacts common, Occasion on)
    {
        var held = customer.Team.Holder(role) is not null;
        var primary = customer.Team.Find(role, SeatKind.Primary);
        return new Watched(Watched.Seat, role.ToString(), $"{role} seat", common with
        {
            Seat = role,
            Vacant = !held,
            VacantWorkingDays = held ? 0 : primary is null ? null : on.Calendar.WorkingDaysBetween(primary.Since, on.Today),
            TenureMonths = primary is { Employee: not null } ? Months(primary.Since, on.Today) : null,
        });
    }

    private static Watched Of(string process, Stage stage, EscalationFacts common, Occasion on) => new(
        Watched.Stage, $"{process}/{stage.Code}", $"stage {stage.Code} {stage.Title}", common with { WorkingDaysLate = Late(stage.Due, on) });

    private static int? Late(DateOnly? due, Occasion on) =>
        due is { } day ? day < on.Today ? on.Calendar.WorkingDaysBetween(day, on.Today) : 0 : null;

    private static int Months(DateOnly from, DateOnly to) =>
        ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);
}

/// <summary>What was measured last, and before.</summary>
internal sealed class LatestMetrics(MetricHistory metrics)
{
    private readonly List<Quarter> _newestFirst = [.. metrics.Periods.Reverse()];

    public double? Value(Metric metric) => (double?)All(metric).Select(found => (decimal?)found.Value).FirstOrDefault();

    public bool? YesNo(Metric metric) => Value(metric) is { } value ? value > 0 : null;

    /// <summary>Between the last two values.</summary>
    public double? Change(Metric metric) =>
        All(metric).Take(2).ToList() is [var now, var before] ? (double)(now.Value - before.Value) : null;

    /// <summary>The last value against that of some quarters before, as a part of the latter.</summary>
    public double? ShareChange(Metric metric, int quarters) =>
        All(metric).FirstOrDefault() is { Period: var period, Value: var now }
        && metrics.Value(metric, period.Add(-quarters)) is > 0 and var before
            ? (double)((now - before) / before)
            : null;

    private IEnumerable<MetricSnapshot> All(Metric metric) =>
        _newestFirst.Select(period => metrics.Find(metric, period)).OfType<MetricSnapshot>();
}
