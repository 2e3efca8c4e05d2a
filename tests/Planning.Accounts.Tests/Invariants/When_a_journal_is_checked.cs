using System.Collections.Immutable;
using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using Planning.Accounts.Invariants;
using Planning.Accounts.Plans;
using Planning.Accounts.Policies;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Invariants;

public sealed class When_a_journal_is_checked
{
    private static readonly TierReviewed Reviewed = new(Reviews.Review("2026-Q1"), ImmutableSortedDictionary<string, int>.Empty);

    [Fact]
    public void a_review_that_lowers_a_tier_for_reasons_that_are_known_breaks_nothing() =>
        Assert.Empty(Broken(Reviewed, Lowered("composite 39 < 40")));

    [Fact]
    public void a_tier_that_was_not_in_force_cannot_be_left() => Breaks(
        "INV-01", "it went from S to A while B was in force", Reviewed, Lowered("composite 69 < 70") with { From = Tier.S, To = Tier.A });

    [Fact]
    public void a_tier_cannot_begin_before_the_one_it_follows() => Breaks(
        "INV-01", "C begins in 2020-Q1, before B did in 2025-Q1", Reviewed, Lowered("composite 39 < 40") with { Since = Q("2020-Q1") });

    [Fact]
    public void a_tier_that_changes_without_review_or_people_is_named() => Breaks(
        "INV-02", "nothing says why B became C in 2026-Q2", Lowered("composite 39 < 40"));

    [Fact]
    public void a_rule_that_lowers_although_it_could_not_be_decided_is_named() => Breaks(
        "INV-04",
        "T-33-DEMOTE-B lowers it in 2026-Q1 although not all that it hangs on is known",
        Reviewed with { Review = Reviewed.Review with { Findings = [new RuleFinding("T-33-DEMOTE-B", FindingKind.Unknown, "composite is not known")] } },
        Lowered("composite 39 < 40"));

    [Fact]
    public void a_tier_that_is_lowered_for_its_share_of_our_revenue_is_named() => Breaks(
        "INV-32", "T-33-DEMOTE-B lowers it in 2026-Q1 for its share of our revenue", Reviewed, Lowered("revenue share 0.27 ≥ 0.25"));

    [Fact]
    public void whoever_decides_what_they_asked_for_is_named()
    {
        var asked = Approval.Ask("waiver:w-1", "waive the envelope", "anna-keller", ["REGION_HEAD"], Occasions.On("2026-05-04"));
        Breaks(
            "INV-17",
            "anna-keller decided what anna-keller had asked for: waive the envelope",
            asked,
            new ApprovalDecided("waiver:w-1", "waive the envelope", "REGION_HEAD", Granted: true, "anna-keller", Day("2026-05-05")));
    }

    [Fact]
    public void a_plan_approved_on_old_insight_without_targets_and_seats_is_named_with_all_it_lacks()
    {
        var approved = new PlanVersionApproved(
            1, Helvia.Today, PlanYearEnd.Of(2027, MethodPolicies.Default.Planning.Rollover, Occasions.On(Helvia.Today).Calendar), null);

        Assert.Equal(
            [
                "version 1 was approved without a customer profile of the last 180 days",
                "version 1 was approved without a match assessment of the last 365 days",
                "version 1 was approved without targets for universal and key people and organisational",
                "version 1 was approved without somebody in each of the three seats",
            ],
            Of(Helvia.Planning, approved).Where(violation => violation.Invariant == "INV-14")
                .Select(violation => violation.What).Where(what => !what.Contains("2027", StringComparison.Ordinal)));
    }

    [Fact]
    public void a_seat_that_changed_hands_without_signatures_and_meeting_is_named()
    {
        var handing = Staff.HandingOver("2026-05-04");
        Assert.Equal(
            [
                ("INV-25", "the AR seat went from anna-keller to bruno-frei without the signature of out, in, manager"),
                ("INV-25", "the AR seat went to bruno-frei without a meeting with the customer"),
            ],
            Of(handing, new SeatTaken(Staff.Process, new Seat(SeatRole.AR), Helvia.Bruno, Helvia.Anna, null, Day("2026-06-01")))
                .Select(violation => (violation.Invariant, violation.What)));
    }

    [Fact]
    public void an_escalation_that_somebody_closed_without_a_reason_is_named() => Breaks(
        "INV-30", "anna-keller closed ESC-11/customer:helvia without a reason", new EscalationClosed("ESC-11/customer:helvia", "Helvia", "anna-keller", " "));

    [Fact]
    public void a_customer_that_is_registered_twice_is_named() => Breaks(
        "INV-01", "it was registered a second time", new CustomerRegistered(Helvia.Registration));

    private static TierChanged Lowered(string because) =>
        new(Tier.B, Tier.C, Lane.Standard, Q("2026-Q2"), "T-33-DEMOTE-B of tiering 2026.1", because);

    private static IEnumerable<Violation> Broken(params CustomerEvent[] turn) => Of(Helvia.WithStanding(Tier.B), turn);

    private static IReadOnlyList<Violation> Of(Customer customer, params CustomerEvent[] turn) =>
        new JournalCheck(MethodPolicies.Default).Turn(customer, turn).Broken;

    private static void Breaks(string invariant, string what, params CustomerEvent[] turn)
    {
        var violation = Assert.Single(Broken(turn));
        Assert.Equal((invariant, what, null), (violation.Invariant, violation.What, violation.Raised));
    }
}
