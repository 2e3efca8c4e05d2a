using Planning.Accounts.Approvals;
using Planning.Accounts.Calendars;
using Planning.Accounts.Certification;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Organisation;
using Planning.Accounts.People;
using Planning.Accounts.Plans;
using Planning.Accounts.Satisfaction;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Escalations;

/// <summary>Everything at a customer that the escalation rules look at; nothing at one that is closed, and at one that is
/// lost only why. Each room says what of it is watched.</summary>
public static class CustomerWatch
{
    public static IReadOnlyList<Watched> Of(Customer customer, Occasion on) => Of(customer, Covered(customer, on), on);

    /// <summary>What is to be judged again because its facts are not what they were; the time is the same for both.</summary>
    public static WatchChange Between(Customer before, Customer after, Occasion on)
    {
        var covered = Covered(before, on);
        var was = Of(before, covered, on).ToDictionary(thing => thing.Id, thing => thing.Facts, StringComparer.Ordinal);
        var changed = new List<Watched>();
        var unchanged = new HashSet<string>(StringComparer.Ordinal);
        foreach (var thing in Of(after, HasCoverageOf(before, after) ? covered : Covered(after, on), on))
        {
            if (was.TryGetValue(thing.Id, out var facts) && facts == thing.Facts)
            {
                unchanged.Add(thing.Id);
            }
            else
            {
                changed.Add(thing);
            }
        }

        return new WatchChange(changed, unchanged);
    }

    /// <summary>Working days since a last day is over; none before that.</summary>
    internal static int? Late(DateOnly? due, Occasion on) =>
        due is { } day ? day < on.Today ? on.Calendar.WorkingDaysBetween(day, on.Today) : 0 : null;

    private static IReadOnlyList<Watched> Of(Customer customer, CoverageReport covered, Occasion on)
    {
        if (customer.Details is not { Lifecycle: not Lifecycle.Closed } details)
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
        return details.Lifecycle is Lifecycle.Lost ? [.. OrganisationWatch.Losses(customer, common, on)] :
        [
            Whole(customer, common, covered, on),
            .. PersonWatch.Of(customer, common, covered, on),
            .. SeatWatch.Of(customer, common, on),
            .. PlanWatch.Of(customer, common, on),
            .. ApprovalWatch.Of(customer, common, on),
            .. CertificationWatch.Of(customer, common, on),
            .. customer.Offers.Watch(common),
            .. OrganisationWatch.Of(customer, common, on),
        ];
    }

    private static CoverageReport Covered(Customer customer, Occasion on) =>
        CoverageReport.Of(customer, on.Policies, on.Today);

    private static bool HasCoverageOf(Customer before, Customer after) =>
        ReferenceEquals(before.People, after.People)
        && ReferenceEquals(before.Stakeholders, after.Stakeholders)
        && ReferenceEquals(before.Contacts, after.Contacts)
        && ReferenceEquals(before.Units, after.Units)
        && ReferenceEquals(before.Standing, after.Standing);

    private static Watched Whole(Customer customer, EscalationFacts common, CoverageReport covered, Occasion on)
    {
        var standing = customer.Standing;
        var metrics = new LatestMetrics(customer.Metrics);
        var satisfaction = LastSatisfaction.Of(customer, on.Today);
        var spoke = standing.LastReview?.Findings
            .Where(finding => finding.Kind is FindingKind.Fired).Select(finding => finding.Rule).ToHashSet(StringComparer.Ordinal) ?? [];
        return new Watched(Watched.Customer, customer.Id.Value, customer.Details!.Name, common with
        {
            DaysSinceContact = customer.Contacts.LastContact is { } last ? on.Today.DayNumber - last.DayNumber : null,
            Satisfaction = (double?)satisfaction?.Score,
            SatisfactionChange = (double?)satisfaction?.Change,
            Overdue60 = metrics.Value(Metric.Overdue60),
            DsoOverrun = metrics.Value(Metric.DsoOverrun),
            Match = metrics.Value(Metric.Match),
            MatchChange = metrics.Change(Metric.Match),
            BusFactor = (double?)covered[Protection.BusFactor].Value ?? metrics.Value(Metric.BusFactor),
            PersonDependence = (double?)covered[Protection.Dependence].Value,
            PersonDependenceLimit = (double?)covered[Protection.Dependence].Target,
            SupporterLines = covered.People is [] ? null : (int?)covered[Depth.SupporterLines].Value,
            SupporterLinesWanted = (int?)covered[Depth.SupporterLines].Target,
            SanctionsHit = metrics.YesNo(Metric.SanctionsHit),
            Insolvency = metrics.YesNo(Metric.Insolvency),
            ResourceChangeHalfYear = metrics.ShareChange(Metric.Fte, quarters: 2),
            ResourceChangeYear = metrics.ShareChange(Metric.Fte, quarters: 4),
            QuartersInPosture = Quarter.Of(on.Today).Since(standing.PostureSince),
            AskedByTierRules = [.. standing.Escalations.Values.Where(asked => spoke.Contains(asked.Rule)).Select(asked => asked.Escalation)],
            TierInputsMissing = standing.Tasks.Any(task => task.Name == OpenTask.MissingInputs),
        });
    }
}

/// <summary>What a turn has changed of what is watched.</summary>
/// <param name="Changed">New, or with other facts.</param>
/// <param name="Unchanged">The ids of those about which every rule says what it said.</param>
public sealed record WatchChange(IReadOnlyList<Watched> Changed, IReadOnlySet<string> Unchanged);
