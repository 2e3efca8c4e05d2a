using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Turns;

/// <summary>INV-01 to 04, 11, 13 to 17 and 32 of METHOD §2.2, each attacked through what can be asked of a customer.</summary>
public sealed class When_invariants_of_tiers_and_plans_are_attacked : TurnSpec
{
    // INV-01: exactly one tier is in force at any instant; the history has no gap and no overlap.
    [Fact]
    public void a_record_from_outside_does_not_move_a_tier_beside_its_history()
    {
        Given(Helvia.Known, new Request.TakeOver(Helvia.Record(tier: Tier.C)));
        Assert.Equal((Tier.S, Q("2022-Q3")), (State.Customer.Standing.Tier, State.Customer.Standing.TierSince));
    }

    // INV-01, INV-02: each change goes on from the tier before, and names who asked and until when.
    [Fact]
    public void every_change_begins_where_the_last_one_ended_and_names_its_cause()
    {
        Given(Helvia.Known);
        var changes = new List<TierChanged>();
        foreach (var request in new[]
        {
            Wanted("o-1", Tier.A), OnePage.Decided("REGION_HEAD", "override:o-1"),
            OnePage.Decided("STRATEGIC_CUSTOMER_BOARD", "override:o-1"),
            new Request.Do(new EndTierOverride(Key<TierOverride>("o-1"), "The merger was called off")),
        })
        {
            var before = State.Customer;
            Given(request);
            changes.AddRange(State.Customer.Standing.Tier == before.Standing.Tier
                ? []
                : [new TierChanged(before.Standing.Tier, State.Customer.Standing.Tier, Lane.Standard, State.Customer.Standing.TierSince, "", "")]);
            Assert.All(
                Happened.Where(sentence => sentence.StartsWith("Tier ", StringComparison.Ordinal)),
                sentence => Assert.Contains(" by override o-1 of anna because ", sentence, StringComparison.Ordinal));
        }

        Assert.Equal([(Tier.S, Tier.A), (Tier.A, Tier.S)], changes.Select(change => (change.From, change.To)));
        Assert.True(changes[0].Since <= changes[1].Since);
    }

    // INV-02: never without expiry, nor without a reason.
    [Fact]
    public void an_override_without_reason_or_end_is_none()
    {
        Given(Helvia.Known);
        When(new Request.Do(new RequestTierOverride(Key<TierOverride>("o-1"), " ", Day("2099-12-31"), Tier.A)));
        ThenItIsRefused(
            "command-flawed",
            "It cannot be done as it is asked.",
            "Reason is empty.",
            "Until is 2099-12-31; an override ends between today and 2027-12-07.");
    }

    // INV-03: the same snapshot and rules give the same, byte for byte.
    [Fact]
    public void a_review_that_is_run_again_says_the_same()
    {
        Given(Helvia.Known);
        var before = State;
        When(Helvia.Reviewed("2026-Q3"));
        var again = Turn.Take(before, new Message(Last.Commit.Message, "anna", Helvia.Reviewed("2026-Q3")), Playbook, Clock.GetUtcNow());
        Assert.Equal(Last.Commit.Events, again.Commit.Events);
    }

    // INV-04: unknown is no reason to fall, however long it lasts.
    [Fact]
    public void a_customer_of_whom_nothing_is_known_keeps_its_tier_and_the_facts_are_asked_for()
    {
        Given(Helvia.Known);
        foreach (var quarter in new[] { "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3" })
        {
            Given(Helvia.Reviewed(quarter));
        }

        Assert.Equal(Tier.S, State.Customer.Standing.Tier);
        Assert.Contains(State.Customer.Standing.Tasks, task => task.Name == "COMPLETE_TIER_INPUTS");
    }

    // INV-11
    [Fact]
    public void nobody_is_HARVEST_and_S_at_once()
    {
        Given(Helvia.Known);
        When(new Request.Do(new RequestTierOverride(
            Key<TierOverride>("o-1"), "They buy elsewhere", Day("2027-06-30"), Posture: Posture.Harvest)));
        ThenItIsRefused("command-flawed", "It cannot be done as it is asked.", "Posture is HARVEST, which excludes tier S (INV-11).");
    }

    // INV-13: the newest approved version is in force, and no other.
    [Fact]
    public void a_version_that_was_sent_back_is_never_in_force()
    {
        Given([.. Before("A8"), Helvia.Advanced("A8"), Helvia.Agreed("REGION_HEAD", false)]);
        Assert.Null(State.Customer.Plan!.InForce);
        Given([Helvia.Advanced("A8"), .. Helvia.Approved]);
        Assert.Equal([2], State.Customer.Plan!.Versions.Select(version => version.Number));
    }

    // INV-14: all three seats, also when one is lost on the way to approval.
    [Fact]
    public void a_plan_without_its_three_seats_is_not_handed_in()
    {
        Given([.. Before("A8"), new Request.TakeOver(new CustomerRecord(null)
        {
            Seats = [new SeatAssignment(SeatRole.FR, SeatKind.Primary, null, Day("2026-12-07"))],
        })]);
        When(Helvia.Advanced("A8"));
        ThenItIsRefused(
            "gate-not-passed", "Stage A8 Review and approval cannot be passed yet.", "These seats need a person of their own: FR.");
    }

    // INV-14: facts that were fresh enough once are judged again when the plan is handed in.
    [Fact]
    public void a_plan_that_has_waited_too_long_is_not_handed_in_on_old_facts()
    {
        Given([.. Before("A8")]);
        Clock.GoTo("2027-12-07T09:30:00Z");
        When(Helvia.Advanced("A8"));
        Assert.Contains(
            "Every profile section must be dated within 180 days; the oldest is 462 days old.",
            Assert.IsType<Answer.Refused>(Last.Answer).Missing);
    }

    // INV-15
    [Fact]
    public void a_region_does_not_give_more_than_it_has()
    {
        Given([.. Before("A6")]);
        var envelope = Helvia.Plan.Resources.OfType<GiveEnvelope>().Single().Envelope;
        When(new Request.Do(new GiveEnvelope(envelope with { Fte = envelope.RegionFte - envelope.GivenFte + 1 })));
        ThenItIsRefused(
            "command-flawed",
            "It cannot be done as it is asked.",
            "Fte is 41; of 100 FTE the region has given 60 to other plans (INV-15).");
    }

    // INV-16
    [Fact]
    public void objectives_of_more_than_a_hundred_do_not_leave_A4()
    {
        Given([.. Before("A4"), new Request.Do(new WriteObjective(
            Helvia.Plan.Objective("third", ObjectiveKind.Margin, 10, Key<Employee>("anna")))), .. Helvia.Signed("A4")]);
        When(Helvia.Advanced("A4"));
        ThenItIsRefused(
            "gate-not-passed",
            "Stage A4 Objectives and years cannot be passed yet.",
            "The weights of the objectives must add up to 100; they add up to 110.");
    }

    // INV-17: neither who handed it in, nor whoever else of the team wrote it.
    [Theory]
    [InlineData("anna", "anna asked for it, so somebody else decides: version 1 of the plan 2027 to 2031 (INV-17).")]
    [InlineData("bruno", "bruno is on the team that wrote version 1; somebody else decides (INV-17).")]
    public void nobody_approves_what_they_wrote(string actor, string sentence)
    {
        Given([.. Before("A8"), Helvia.Advanced("A8")]);
        When(Helvia.Agreed("REGION_HEAD"), actor);
        ThenItIsRefused("author-approves", sentence);
    }

    private static Request.Do Wanted(string id, Tier tier) =>
        new(new RequestTierOverride(Key<TierOverride>(id), "They merge", Day("2027-06-30"), tier));

    private static IEnumerable<Request> Before(string stage) =>
        Helvia.Story.TakeWhile(request => request is not Request.AdvancePlan advance || advance.Stage != stage);
}
