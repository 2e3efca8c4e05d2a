using Planning.Accounts.Approvals;
using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Plans;

/// <summary>METHOD §3.1 A10 and A12: a plan that no longer fits its customer is amended or closed by itself.</summary>
public sealed class When_a_plan_follows_its_customer
{
    private static readonly TierEvent Fell = new TierChanged(Tier.S, Tier.A, Lane.Standard, Q("2026-Q3"), "T-30", "composite 69 < 70");

    public static TheoryData<string, CustomerEvent> Changes => new()
    {
        { "tier S became A", Fell },
        { "posture INVEST became HARVEST", new PostureChanged(Posture.Invest, Posture.Harvest, Q("2026-Q3"), "T-10", "match 41 < 50") },
        { "dario-weiss took the SR seat", Seated(SeatRole.SR, "dario-weiss") },
    };

    public static TheoryData<string, CustomerEvent> Ends => new()
    {
        { "tier S became B", new TierChanged(Tier.S, Tier.B, Lane.Standard, Q("2026-Q3"), "override o-1", "the board said so") },
        { "the customer is lost", new DetailsChanged(Helvia.Details with { Lifecycle = Lifecycle.Lost }) },
        { "the customer belongs to the group of alpina now", new DetailsChanged(Helvia.Details with { GroupRoot = Key<Customer>("alpina") }) },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void it_is_amended_when_what_it_was_made_for_has_changed(string because, CustomerEvent happened)
    {
        var after = Follow(After(Drafts.InForce, happened), $"The plan is amended: {because}", "Stage A9 Execution was left: Amend.");
        Assert.Equal(PlanStatus.Amending, after.Plan!.Status);
        NothingHappens(after.FollowWithPlan());
    }

    [Fact]
    public void nothing_happens_as_long_as_all_is_as_it_was() => NothingHappens(Drafts.InForce.FollowWithPlan());

    [Fact]
    public void a_vacant_seat_is_not_yet_another_team() => NothingHappens(
        After(Drafts.InForce, new SeatAssigned(new SeatAssignment(SeatRole.FR, SeatKind.Primary, null, Day("2026-06-01")))).FollowWithPlan());

    [Fact]
    public void another_tier_brings_its_own_form_and_its_own_approvers()
    {
        var after = After(After(Drafts.InForce, Fell), After(Drafts.InForce, Fell).FollowWithPlan());
        Assert.Equal(Tier.A, after.Plan!.Form);
        Assert.Equal(["REGION_HEAD"], Asked(after).Approval.Steps.Select(step => step.Role));
    }

    [Fact]
    public void a_change_while_a_version_is_with_its_approvers_is_followed_when_they_have_decided()
    {
        var asked = After(Drafts.Whole, [.. Left(Drafts.Whole), .. Drafts.Whole.Plan!.HandIn(Drafts.Whole, On("2026-05-05"))]);
        var fallen = After(asked, Fell);
        NothingHappens(fallen.FollowWithPlan());

        var decided = Occasions.Asked(fallen, "2026-05-06", new DecideApproval("plan:plan-1", "REGION_HEAD", true), "e-cee-01");
        var inForce = After(
            Occasions.Asked(decided, "2026-05-07", new DecideApproval("plan:plan-1", "STRATEGIC_CUSTOMER_BOARD", true), "e-nwe-01"),
            new StageEntered(Drafts.InForce.Plan!.Track.Open[0]));
        Follow(inForce, "The plan is amended: tier S became A", "Stage A9 Execution was left: Amend.");
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void it_comes_to_its_end_with_what_it_was_for(string because, CustomerEvent happened)
    {
        var after = Follow(After(Drafts.InForce, happened), $"The plan is being closed: {because}", "Stage A9 Execution was left: Close.");
        NothingHappens(after.FollowWithPlan());
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void one_that_was_never_approved_is_withdrawn(string because, CustomerEvent happened)
    {
        var after = Follow(After(Drafts.Whole, happened), $"The plan was withdrawn: {because}");
        Assert.Equal(PlanStatus.Withdrawn, after.Plan!.Status);
    }

    [Fact]
    public void a_suspended_plan_waits_until_it_goes_on()
    {
        var rests = Occasions.Asked(Drafts.InForce, "2026-06-01", new SuspendPlan("An election"));
        NothingHappens(After(rests, Fell).FollowWithPlan());
        Follow(
            After(Occasions.Asked(rests, "2026-06-11", new ResumePlan()), Fell),
            "The plan is amended: tier S became A", "Stage A9 Execution was left: Amend.");
    }

    [Fact]
    public void no_plan_is_opened_for_a_customer_that_is_lost() => IsRefused(
        After(Helvia.Known, new DetailsChanged(Helvia.Details with { Lifecycle = Lifecycle.Lost })).OpenPlan("plan-2", Helvia.Today, PlanPolicy.Default),
        "customer-gone",
        "Helvia Telekom is lost; nothing is planned there.");

    // METHOD §3.1 A10: target change > 10 %. The revenue of 2028 is 162.
    [Fact]
    public void a_target_that_changes_by_more_than_a_tenth_opens_an_amendment_by_itself()
    {
        var year = Drafts.Sound.Year(2028);
        IsRefused(
            Ask(Drafts.InForce, "2026-06-01", new WriteYear(year with { Revenue = SoundPlan.Euro(178.2m) })),
            "version-approved",
            "Version 1 is approved and does not change; open an amendment.");

        var more = Ask(Drafts.InForce, "2026-06-01", new WriteYear(year with { Revenue = SoundPlan.Euro(178.3m) }));
        Assert.Equal(
            ["The plan is amended: 2028 revenue from 162 to 178.3", "Stage A9 Execution was left: Amend.", "Written into the plan: year 2028."],
            Events(more).Select(happened => happened.Sentence));
        var after = After(Drafts.InForce, more).Plan!;
        Assert.Equal((162, 178.3m), (after.InForce!.Content.Year(2028)!.Revenue!.Value.Millions, after.Draft.Year(2028)!.Revenue!.Value.Millions));
    }

    [Fact]
    public void so_does_a_target_of_an_objective()
    {
        var core = Drafts.Sound.Objective("core", ObjectiveKind.Share, 60, Helvia.Anna) with { ForCustomer = "One core network for all of you" };
        var higher = core with { Measures = [core.Measures[0] with { Targets = core.Measures[0].Targets.SetItem(0, new YearTarget(2027, 60)) }] };
        Assert.Equal(
            "The plan is amended: 2027 level of objective core from 50 to 60",
            Events(Ask(Drafts.InForce, "2026-06-01", new WriteObjective(higher)))[0].Sentence);
    }

    private static Customer Follow(Customer customer, params string[] sentences)
    {
        var follows = customer.FollowWithPlan();
        Assert.Equal(sentences, Events(follows).Select(happened => happened.Sentence));
        return After(customer, follows);
    }

    private static ApprovalAsked Asked(Customer customer) =>
        customer.Plan!.HandIn(customer, On("2026-06-02")).OfType<ApprovalAsked>().Single();

    private static IEnumerable<StagePassed> Left(Customer customer) =>
        customer.Plan!.Track.Open.Select(stage => new StagePassed(stage.Code, stage.Title, "plan-gates 2026.13", []));

    private static SeatAssigned Seated(SeatRole role, string who) =>
        new(new SeatAssignment(role, SeatKind.Primary, Key<Employee>(who), Day("2026-06-01")));
}
