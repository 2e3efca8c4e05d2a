using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.Policies;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Tiers;

public sealed class When_people_override_a_tier
{
    private static readonly Customer Standing = Helvia.WithStanding(Tier.B);

    private static readonly RequestTierOverride ToC = new(
        Key<TierOverride>("o-1"), "The owner sells it", Day("2026-12-31"), Tier.C);

    private static readonly Customer Overridden = Granted(ToC);

    [Fact]
    public void it_holds_at_once_and_names_its_cause_and_end()
    {
        var change = Assert.Single(Events(Conclude(ToC)).OfType<TierChanged>());

        Assert.Equal(
            new TierChanged(
                Tier.B, Tier.C, Lane.Standard, Q("2026-Q2"), "override o-1 of anna-keller", "The owner sells it, until 2026-12-31"),
            change);
        Assert.Equal(Tier.C, Overridden.Standing.Tier);
    }

    [Fact]
    public void it_never_lacks_an_end_within_a_year() => IsRefused(
        Ask(Standing, "2026-05-04", ToC with { Until = Day("2028-01-01") }),
        "command-flawed",
        "It cannot be done as it is asked.",
        "Until is 2028-01-01; an override ends between today and 2027-05-04.");

    [Fact]
    public void whoever_asks_does_not_grant_it() => IsRefused(
        Ask(Asked(Standing, "2026-05-04", ToC), "2026-05-05", new DecideApproval("override:o-1", "REGION_HEAD", Granted: true)),
        "author-approves",
        "anna-keller asked for it, so somebody else decides: C BUILD instead of B BUILD (INV-17).");

    [Fact]
    public void one_that_concerns_S_or_A_or_the_posture_needs_the_board_too() => Assert.Equal(
        ["REGION_HEAD", "STRATEGIC_CUSTOMER_BOARD"],
        Asked(Standing, "2026-05-04", ToC with { Tier = Tier.A }).Approvals.Open["override:o-1"].Steps.Select(step => step.Role));

    [Fact]
    public void tier_S_and_HARVEST_exclude_each_other() => IsRefused(
        Ask(Helvia.WithStanding(Tier.S), "2026-05-04", ToC with { Tier = null, Posture = Posture.Harvest }),
        "command-flawed",
        "It cannot be done as it is asked.",
        "Posture is HARVEST, which excludes tier S (INV-11).");

    [Fact]
    public void while_it_holds_the_rules_neither_move_nor_propose()
    {
        var reviewed = After(Overridden, Overridden.ReviewTier(Reviews.Review(
            "2026-Q2", Reviews.Set(Tier.B), Reviews.ProposeTier(Tier.A, "REGION_HEAD"))));

        Assert.Equal(Tier.C, reviewed.Standing.Tier);
        Assert.Empty(reviewed.Standing.Proposals);
    }

    [Fact]
    public void but_the_law_still_holds_the_customer()
    {
        var hold = Overridden.ReviewTier(Reviews.Review("2026-Q2", new Move.SetPosture("T-01-LEGAL-HOLD", "sanctions", Posture.Hold)));

        Assert.Equal(Posture.Hold, After(Overridden, hold).Standing.Posture);
    }

    [Fact]
    public void when_its_time_is_over_the_customer_stands_where_it_stood()
    {
        Assert.Contains(
            new CustomerTimer("override-ends", new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            Overridden.Timers(MethodPolicies.Default));
        NothingHappens(Overridden.TimeCame(CustomerTimer.OverrideEnds, On("2026-12-31")));

        var over = After(Overridden, Overridden.TimeCame(CustomerTimer.OverrideEnds, On("2027-01-01")));
        Assert.Equal((Tier.B, null), (over.Standing.Tier, over.Standing.Override));
    }

    [Fact]
    public void it_can_be_ended_before_with_a_reason()
    {
        var ended = Asked(Overridden, "2026-06-01", new EndTierOverride(ToC.Id, "The sale is off"));

        Assert.Equal((Tier.B, null), (ended.Standing.Tier, ended.Standing.Override));
        IsRefused(
            Ask(ended, "2026-06-02", new EndTierOverride(ToC.Id, "Again")), "override-unknown", "No override o-1 holds.");
    }

    [Fact]
    public void a_second_one_waits_until_the_first_is_ended() => IsRefused(
        Ask(Overridden, "2026-06-01", ToC with { Id = Key<TierOverride>("o-2"), Tier = Tier.B }),
        "override-in-force",
        "override o-1 of anna-keller holds until 2026-12-31; end it first.");

    [Fact]
    public void turned_down_it_leaves_nothing_behind()
    {
        var refused = Asked(
            Asked(Standing, "2026-05-04", ToC),
            "2026-05-05",
            new DecideApproval("override:o-1", "REGION_HEAD", Granted: false, "Wait for the sale"),
            "e-cee-01");

        Assert.Equal((Tier.B, null), (refused.Standing.Tier, refused.Standing.Override));
        Assert.Empty(refused.Standing.Requested);
    }

    private static Customer Granted(RequestTierOverride wanted) => After(Asked(Standing, "2026-05-04", wanted), Conclude(wanted));

    private static Decision Conclude(RequestTierOverride wanted) => Ask(
        Asked(Standing, "2026-05-04", wanted),
        "2026-05-05",
        new DecideApproval($"override:{wanted.Id}", "REGION_HEAD", Granted: true),
        "e-cee-01");
}
