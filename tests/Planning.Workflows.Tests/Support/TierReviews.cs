using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using static Planning.Workflows.Tests.Support.Words;

namespace Planning.Workflows.Tests.Support;

/// <summary>What the shipped tier rules make of a customer, quarter by quarter.</summary>
internal sealed record TierReviews(Customer After, TierReview Last, IReadOnlyList<CustomerEvent> LastEvents)
{
    public static TierReviews Of(Customer customer, params IReadOnlyList<string> quarters)
    {
        var so = new TierReviews(customer, null!, []);
        foreach (var quarter in quarters)
        {
            var review = Review(so.After, quarter);
            var events = Assert.IsType<Decision.Recorded>(so.After.ReviewTier(review)).Events;
            so = new TierReviews(events.Aggregate(so.After, (now, happened) => now.Apply(happened)), review, events);
        }

        return so;
    }

    public static TierReview Review(Customer customer, string quarter) => Shipped.Playbook.Tiering.On(Q(quarter).EndsOn).Review(
        customer, Q(quarter), SamplePortfolio.Vendor(Q(quarter)), Shipped.Playbook.Calendars.Of(customer.Details!.Country));

    /// <summary>Each rule that spoke or was kept from it, as “T-32-DEMOTE-A BeatenBy”.</summary>
    public IEnumerable<string> Spoken => Last.Findings.Select(finding => $"{finding.Rule} {finding.Kind}");

    public string Because(string rule) => Last.Findings.Single(finding => finding.Rule == rule).Because;

    public IEnumerable<TEvent> Happened<TEvent>()
        where TEvent : CustomerEvent => LastEvents.OfType<TEvent>();
}
