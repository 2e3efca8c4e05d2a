using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Tiers;

/// <summary>INV-12: a customer in lane TARGET may have no revenue, but has a funded campaign, a sponsor and a review date.</summary>
public sealed class When_somebody_wants_into_lane_TARGET
{
    private static readonly RequestTierOverride Wanted = new(
        Key<TierOverride>("o-1"), "They build the largest network of the continent", Day("2026-12-31"), Lane: Lane.Target);

    private static Customer Wishing { get; } = Asked(Campaigns.Targeted, "2026-05-04", Wanted);

    [Fact]
    public void words_alone_do_not_lead_there() => IsRefused(
        Agree(Wishing),
        "target-unfunded",
        "Lane TARGET is not for words alone (INV-12).",
        "A campaign with a sponsor and a budget is needed.",
        "A day is needed on which the board looks at it again.");

    [Fact]
    public void a_funded_campaign_with_a_sponsor_and_a_review_date_do()
    {
        var funded = Asked(Asked(Wishing, "2026-05-04", Campaigns.Chartered), "2026-05-04", new SetTargetReview(Day("2027-05-04")));
        var granted = After(After(funded, Agree(funded)), Ask(
            After(funded, Agree(funded)), "2026-05-06", new DecideApproval("override:o-1", "STRATEGIC_CUSTOMER_BOARD", true), "e-nwe-01"));
        Assert.Equal(Lane.Target, granted.Standing.Lane);
        Assert.Contains(Waiting.Of(granted), waiting => waiting == new Waiting("review", "lane TARGET", "STRATEGIC_CUSTOMER_BOARD", Day("2027-05-04")));
        NothingHappens(Ask(granted, "2026-05-07", new SetTargetReview(Day("2027-05-04"))));
    }

    [Fact]
    public void a_review_date_that_is_over_is_none() => IsRefused(
        Ask(
            Asked(Asked(Wishing, "2026-05-04", Campaigns.Chartered), "2026-05-04", new SetTargetReview(Day("2026-05-05"))),
            "2026-05-06",
            new DecideApproval("override:o-1", "REGION_HEAD", true),
            "e-cee-01"),
        "target-unfunded",
        "Lane TARGET is not for words alone (INV-12).",
        "A day is needed on which the board looks at it again.");

    [Fact]
    public void the_board_looks_at_it_within_three_years() => IsRefused(
        Ask(Wishing, "2026-05-04", new SetTargetReview(Day("2029-05-05"))),
        "command-flawed",
        "It cannot be done as it is asked.",
        "On is 2029-05-05; the board looks at it between tomorrow and 2029-05-04.");

    [Fact]
    public void it_can_always_be_refused() => Events(
        Ask(Wishing, "2026-05-05", new DecideApproval("override:o-1", "REGION_HEAD", false, "Nobody pays for it"), "e-cee-01"));

    private static Decision Agree(Customer customer) =>
        Ask(customer, "2026-05-05", new DecideApproval("override:o-1", "REGION_HEAD", true), "e-cee-01");
}
