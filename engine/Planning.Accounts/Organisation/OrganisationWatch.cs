using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using Planning.Accounts.People;
using Planning.Accounts.Plans;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Organisation;

/// <summary>What between company and company the escalation rules look at.</summary>
internal static class OrganisationWatch
{
    public static IEnumerable<Watched> Of(Customer customer, EscalationFacts common, Occasion on)
    {
        var twice = SameNames.Of(customer).ToList();
        return
        [
            Whole(customer, twice.Count, common, on),
            .. customer.Organisation.Topics.Values.Select(topic => Of(topic, common, on)),
            .. twice.Select(found => new Watched(
                Watched.Duplicate, found.Second.Value, $"{found.Name} ({found.Title})", common with { Records = found.Records })),
            .. customer.Satisfaction.OpenIssues.Select(issue => new Watched(
                Watched.Issue,
                issue.Id.Value,
                $"“{issue.Text}”",
                common with
                {
                    IssueSeverity = issue.Severity,
                    IssueWorkingDaysOpen = on.Calendar.WorkingDaysBetween(issue.OpenedOn, on.Today),
                })),
            .. customer.Delivery.Milestones.Values.Where(milestone => milestone.IsOpen).Select(milestone => new Watched(
                Watched.Milestone,
                milestone.Id.Value,
                $"“{milestone.Title}”",
                common with
                {
                    SlipDays = milestone.SlipDays(on.Today),
                    SlipShare = (double)milestone.SlipShare(on.Today),
                    AcceptanceRefused = milestone.Refusal is not null,
                })),
            .. Losses(customer, common, on),
        ];
    }

    /// <summary>Why something was lost is asked also where the customer itself is.</summary>
    public static IEnumerable<Watched> Losses(Customer customer, EscalationFacts common, Occasion on) =>
        customer.Losses.Reviews.Values.Where(review => review.IsOpen).Select(review => new Watched(
            Watched.Loss,
            review.Id.Value,
            review.What,
            common with { LossWorkingDaysOpen = on.Calendar.WorkingDaysBetween(review.OpenedOn, on.Today) }));

    private static Watched Whole(Customer customer, int twice, EscalationFacts common, Occasion on)
    {
        var late = on.Today.AddDays(-on.Policies.Organisation.AskedAgainDays);
        var issues = customer.Satisfaction.OpenIssues.Select(issue => issue.OpenedOn).Order().ToList();
        return new Watched(Watched.Organisation, customer.Id.Value, customer.Details!.Name, common with
        {
            AskedAgain = customer.Stakeholders.Dossiers.Values.SelectMany(dossier => dossier.AskedAgain).Count(day => day >= late),
            SecondRecords = twice,
            ThirdIssueDaysOpen = issues is [_, _, var oldest, ..] ? on.Today.DayNumber - oldest.DayNumber : 0,
            ExecutiveDaysLate = ExecutivesLate(customer, on),
            QuarterlyReviewWorkingDaysLate = customer.Plan is { SuspendedOn: null, Ended: null } plan
                && plan.ReviewDates.TryGetValue(ReviewType.Quarterly, out var quarterly)
                ? CustomerWatch.Late(quarterly.Due, on)
                : 0,
        });
    }

    private static Watched Of(VoiceTopic topic, EscalationFacts common, Occasion on)
    {
        var voices = topic.Positions(on.Today.AddMonths(-on.Policies.Organisation.Months), on.Today);
        return new Watched(
            Watched.Topic,
            topic.Id.Value,
            voices.Count > 1 ? $"{topic.Id}: {string.Join("; ", voices.Select(voice => voice.Sentence))}" : topic.Id.Value,
            common with { Voices = voices.Count });
    }

    // Late by the cadence that was agreed, and at tier S by the half-year that METHOD asks for, whatever was agreed.
    private static int? ExecutivesLate(Customer customer, Occasion on)
    {
        var all = customer.Organisation.Mechanisms.Values.ToList();
        if (all is [])
        {
            return null;
        }

        var executives = all.Where(mechanism => mechanism.Type is MechanismType.ExecutiveExchange).ToList();
        var missing = executives.Where(mechanism => mechanism.IsAlive(on.Today)).Min(mechanism => mechanism.Missing(on.Today));
        var due = customer.Standing.Tier is Tier.S
            ? (executives.Max(mechanism => mechanism.LastHeld) ?? all.Min(mechanism => mechanism.FirstOn))
                .AddMonths(on.Policies.Organisation.ExecutiveMonths)
            : (DateOnly?)null;
        return new[] { missing, due }.Max(day => day is { } since ? Math.Max(0, on.Today.DayNumber - since.DayNumber) : 0);
    }
}
