using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Tiers;

public sealed class When_people_decide_on_a_proposal
{
    private const string Rise = "proposal:T-20-PROMOTE-S";

    private static readonly Customer Proposed = Reviewed(
        Helvia.WithStanding(Tier.A), Reviews.Review("2026-Q1", Reviews.ProposeTier(Tier.S, "REGION_HEAD", "STRATEGIC_CUSTOMER_BOARD")));

    [Fact]
    public void the_roles_that_the_rule_names_are_asked_in_their_order() => Assert.Equal(
        ["REGION_HEAD", "STRATEGIC_CUSTOMER_BOARD"], Proposed.Approvals.Open[Rise].Steps.Select(step => step.Role));

    [Fact]
    public void the_tier_changes_with_the_last_word_and_names_its_cause()
    {
        var agreed = Agreed(Proposed);

        Assert.Equal((Tier.S, Q("2026-Q2")), (agreed.Standing.Tier, agreed.Standing.TierSince));
        Assert.Empty(agreed.Standing.Proposals);
        var board = Asked(Proposed, "2026-05-05", Say("REGION_HEAD", granted: true), "e-cee-01");
        var change = Events(Ask(board, "2026-05-06", Say("STRATEGIC_CUSTOMER_BOARD", granted: true), "e-nwe-03"))
            .OfType<TierChanged>().Single();
        Assert.Equal("T-20-PROMOTE-S of tiering 2026.1", change.Cause);
    }

    [Fact]
    public void a_refusal_leaves_the_tier_as_it_is_and_the_next_quarter_may_ask_again()
    {
        var refused = Asked(Proposed, "2026-05-05", Say("REGION_HEAD", granted: false), "e-cee-01");

        Assert.Equal(Tier.A, refused.Standing.Tier);
        Assert.Empty(refused.Standing.Proposals);
        var again = Reviewed(refused, Reviews.Review(
            "2026-Q2", Reviews.ProposeTier(Tier.S, "REGION_HEAD", "STRATEGIC_CUSTOMER_BOARD")));
        Assert.Contains(Rise, again.Approvals.Open.Keys);
    }

    [Fact]
    public void what_the_next_review_proposes_again_goes_on_where_it_was()
    {
        var half = Asked(Proposed, "2026-05-05", Say("REGION_HEAD", granted: true), "e-cee-01");
        var again = Reviewed(half, Reviews.Review(
            "2026-Q2", Reviews.ProposeTier(Tier.S, "REGION_HEAD", "STRATEGIC_CUSTOMER_BOARD")));

        Assert.Equal("STRATEGIC_CUSTOMER_BOARD", again.Approvals.Open[Rise].Current()!.Role);
    }

    [Fact]
    public void what_the_next_review_proposes_no_longer_is_asked_no_longer() =>
        Assert.Empty(Reviewed(Proposed, Reviews.Review("2026-Q2")).Approvals.Open);

    [Fact]
    public void without_a_free_place_it_waits_and_nobody_can_agree()
    {
        var waiting = After(Proposed, Proposed.HoldPromotion(places: 20));

        Assert.Contains("S_WAITING", waiting.Standing.Flags);
        NothingHappens(waiting.HoldPromotion(places: 20));
        IsRefused(
            Ask(waiting, "2026-05-05", Say("REGION_HEAD", granted: true), "e-cee-01"),
            "no-place",
            "All places in tier S are taken: another customer must leave it first.");
        Assert.Empty(Asked(waiting, "2026-05-05", Say("REGION_HEAD", granted: false), "e-cee-01").Standing.Flags);
    }

    [Fact]
    public void a_task_is_closed_by_whoever_did_it_or_when_its_rule_asks_for_it_no_longer()
    {
        var asked = Reviewed(Helvia.WithStanding(Tier.A), Reviews.Review("2026-Q1", Reviews.CompleteInputs));

        Assert.Empty(Asked(asked, "2026-05-05", new CloseTierTask("COMPLETE_TIER_INPUTS", "T-00-DATA-GATE", "All loaded"))
            .Standing.Tasks);
        Assert.Empty(Reviewed(asked, Reviews.Review("2026-Q2")).Standing.Tasks);
        Assert.Single(Reviewed(asked, Reviews.Review("2026-Q2", Reviews.CompleteInputs)).Standing.Tasks);
        IsRefused(
            Ask(asked, "2026-05-05", new CloseTierTask("COMPLETE_TIER_INPUTS", "T-99", "All loaded")),
            "task-unknown",
            "No task COMPLETE_TIER_INPUTS of T-99 is open.");
    }

    private static Customer Agreed(Customer customer) => Asked(
        Asked(customer, "2026-05-05", Say("REGION_HEAD", granted: true), "e-cee-01"),
        "2026-05-06",
        Say("STRATEGIC_CUSTOMER_BOARD", granted: true),
        "e-nwe-03");

    private static DecideApproval Say(string role, bool granted) => new(Rise, role, granted, granted ? null : "Not yet");

    private static Customer Reviewed(Customer customer, TierReview review)
    {
        var reviewed = After(customer, customer.ReviewTier(review));
        return After(reviewed, reviewed.AskAfterReview(On("2026-05-04")));
    }
}
