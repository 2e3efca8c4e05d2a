using System.Collections.Immutable;
using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Journal;

/// <summary>One example of every kind of event in the life of a plan.</summary>
internal static class PlanLifeKinds
{
    public static PlanReview Review { get; } = new(
        Key<PlanReview>("r-1"), ReviewType.Quarterly, Day("2026-08-04"), [Helvia.Anna], [Helvia.Ammann],
        [new ReviewDecision("Win the core first", new PlannedAction(Key<PlannedAction>("lab"), "Open the lab", Helvia.Anna, Day("2026-09-30")))]);

    public static (string Name, CustomerEvent Example, string Sentence)[] All { get; } =
    [
        ("plan-opinion-given", new PlanOpinionGiven(new PlanOpinion(OpinionFunction.Finance, "e-cee-02", Day("2026-05-04"), false, "The margin is thin")),
            "e-cee-02 has doubts about the plan for finance: The margin is thin"),
        ("plan-version-submitted", new PlanVersionSubmitted(Version),
            "anna-keller handed in version 2 of the plan: year 2028: Satisfaction 86 became 90; objective core was struck."),
        ("plan-version-approved", new PlanVersionApproved(
            2, Day("2026-05-20"), new PlanYearEnd(Day("2027-09-10"), Day("2027-11-05"), Day("2027-12-03"), Day("2028-01-01"), Day("2028-01-28")),
            ImmutableSortedDictionary<ReviewType, ReviewDate>.Empty.Add(ReviewType.Monthly, new ReviewDate(Day("2026-06-20"), Day("2026-07-06")))),
            "Version 2 of the plan is in force from 2026-05-20."),
        ("plan-version-returned", new PlanVersionReturned(2), "Version 2 of the plan went back to the team."),
        ("plan-amendment-opened", new AmendmentOpened("Their CTO has left"), "The plan is amended: Their CTO has left"),
        ("plan-lowering-explained", new LoweringExplained("Two outages"), "Targets of the plan are lowered because: Two outages"),
        ("plan-rollover-opened", new RolloverOpened(2028, 2032, Drafts.Sound.Year(2027)),
            "The plan rolls over to 2028 to 2032; what 2027 was is kept as it is."),
        ("plan-rollover-late", new RolloverLate("the new version has not been handed in", "ACCOUNT_HEAD"),
            "ACCOUNT_HEAD was told: the new version has not been handed in."),
        ("plan-actuals-recorded", new PlanActualsRecorded(Drafts.Sound.Year(2026)), "It was recorded what 2026 was."),
        ("plan-review-held", new PlanReviewHeld(Review, new ReviewDate(Day("2026-11-04"), Day("2026-11-19"))),
            "The quarterly review was held on 2026-08-04 with 1 people of the customer; 1 decisions."),
        ("plan-review-missed", new PlanReviewMissed(ReviewType.Executive, Day("2027-05-20")),
            "The executive review was due on 2027-05-20 and was not held."),
        ("plan-action-reported", new PlanActionReported(Key<PlannedAction>("lab"), ActionStatus.Done, "Photos", Day("2026-09-01")),
            "The action lab is done: Photos."),
        ("plan-suspended", new PlanSuspended("An election", Day("2026-05-04")), "The plan is suspended: An election"),
        ("plan-resumed", new PlanResumed(10), "The plan goes on after 10 days."),
        ("plan-withdrawn", new PlanWithdrawn("They merge"), "The plan was withdrawn: They merge"),
        ("plan-closing", new PlanClosing("The tier fell to B"), "The plan is being closed: The tier fell to B"),
        ("plan-co-signed", new PlanCoSigned("A4", SeatRole.SR, "bruno-frei", Day("2026-05-04")), "bruno-frei signed A4 of the plan for the SR seat."),
        ("plan-lesson-learnt", new PlanLessonLearnt(new PlanLesson(Key<PlanLesson>("l-1"), "We came late.", "The lab opens in spring")),
            "The plan taught: We came late. From now on: The lab opens in spring"),
        ("plan-visibility-set", new PlanVisibilitySet(PlanVisibility.Team), "The plan may be read by: team."),
    ];

    private static PlanVersion Version => new(
        2, VersionCause.Amendment, 2027, 2031, PlanContent.Empty.With(Drafts.Sound.Year(2028)), "anna-keller", Day("2026-05-04"),
        [new PlanChange("year:2028", "Satisfaction", "86", "90"), new PlanChange("objective:core", null, "objective:core", null)])
    {
        LoweredBecause = "Two outages",
        Ground = new PlanGround(Tier.S, Posture.Invest, Helvia.Anna, Helvia.Bruno, null),
    };
}
