using Planning.Accounts.Customers;
using Planning.Accounts.Delivery;
using Planning.Accounts.Losses;
using Planning.Accounts.Organisation;
using Planning.Accounts.Satisfaction;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Journal;

/// <summary>One example of every kind of event about what the customer says of us, what we deliver and what we lost.</summary>
internal static class SatisfactionKinds
{
    private static readonly Id<SurveyWave> Wave = Key<SurveyWave>("w-2026");
    private static readonly Id<Issue> Outage = Key<Issue>("outage");
    private static readonly Id<Milestone> Ring = Key<Milestone>("ring");
    private static readonly Id<LossReview> Lost = Key<LossReview>("deal-ran");

    public static (string Name, CustomerEvent Example, string Sentence)[] All { get; } =
    [
        ("survey-opened", new SurveyOpened(Wave, Day("2026-05-04")), "The survey w-2026 began on 2026-05-04."),
        ("survey-answered", new SurveyAnswered(Wave, new SurveyAnswer(
            Key<SurveyAnswer>("a-1"), "Procurement", 4, 8, 9, "Answers within the hour", Helvia.Ammann)),
            "Procurement answered the survey w-2026: expects 8, gets 9."),
        ("survey-closed", new SurveyClosed(Wave, Day("2026-06-01"), new WaveResult(
            68, [new UnitSatisfaction("Procurement", 2, 8, 9, 68)])),
            "The survey w-2026 came to 68 points: Procurement 68."),
        ("survey-given-up", new SurveyGivenUp(Wave, Day("2026-06-01"), "Only one unit answered"),
            "The survey w-2026 was given up: Only one unit answered."),
        ("issue-opened", new IssueOpened(new Issue(
            Outage, 1, "Outage in Bern", Day("2026-05-04"), Helvia.Anna, Day("2026-05-05"), Day("2026-05-11")) { RaisedBy = Helvia.Ammann }),
            "An issue of severity 1 was opened by reto-ammann of the customer: Outage in Bern; anna-keller solves it by 2026-05-11."),
        ("issue-handed-over", new IssueHandedOver(Outage, Helvia.Bruno), "bruno-frei looks after the issue outage now."),
        ("issue-answered", new IssueAnswered(Outage, Day("2026-05-05"), "A crew is on its way"),
            "The customer was answered on the issue outage on 2026-05-05: A crew is on its way."),
        ("issue-solved", new IssueSolved(Outage, Day("2026-05-06"), "A worn fuse", "Fuse replaced"),
            "The issue outage is solved, we say: Fuse replaced. Its cause: A worn fuse."),
        ("issue-confirmed", new IssueConfirmed(Outage, Day("2026-05-07"), Helvia.Ammann),
            "reto-ammann of the customer confirmed that the issue outage is solved."),
        ("issue-reopened", new IssueReopened(Outage, Day("2026-05-08"), "Dark again"), "The issue outage is open again: Dark again."),
        ("milestone-planned", new MilestonePlanned(Ring, new Milestone(Ring, "Metro ring", Day("2026-01-05"), Day("2026-06-01"))),
            "“Metro ring” was promised for 2026-06-01."),
        ("milestone-moved", new MilestoneMoved(Ring, "Metro ring", Day("2026-07-01"), "Permits are late"),
            "“Metro ring” is expected on 2026-07-01: Permits are late."),
        ("milestone-reached", new MilestoneReached(Ring, "Metro ring", Day("2026-07-01")), "“Metro ring” was delivered on 2026-07-01."),
        ("acceptance-refused", new AcceptanceRefused(Ring, "Metro ring", Day("2026-07-05"), Helvia.Ammann, "Two sites are dark"),
            "reto-ammann did not accept “Metro ring” on 2026-07-05: Two sites are dark."),
        ("delivery-accepted", new DeliveryAccepted(Ring, "Metro ring", Day("2026-07-20"), Helvia.Ammann),
            "reto-ammann accepted “Metro ring” on 2026-07-20."),
        ("deal-lost", new DealLost(new LostDeal(Key<LostDeal>("ran"), "RAN renewal", Amount("30 M EUR"), Day("2026-05-04"), "Northwind")),
            "The deal “RAN renewal” of 30 M EUR was lost on 2026-05-04 to Northwind."),
        ("loss-review-opened", new LossReviewOpened(Lost, new LossReview(
            Lost, LossKind.Deal, "the deal “RAN renewal” of 30 M EUR", Day("2026-05-04")) { Untouched = [Helvia.Ammann] }),
            "A review was opened why we lost the deal “RAN renewal” of 30 M EUR; nobody had touched reto-ammann."),
        ("loss-review-assigned", new LossReviewAssigned(Lost, Helvia.Anna), "anna-keller finds out about deal-ran."),
        ("loss-review-written", new LossReviewWritten(Lost, new LossFindings(
            [new LossCause("a", CauseKind.Relationship, "Nobody knew the director"), new LossCause("b", CauseKind.Ourselves, "No owner", "a")],
            [new MissedPerson("director of small projects", Helvia.Ammann)],
            [Key<Commitment>("c-1")],
            [new Lesson("Every director has an owner", "ESC-02")])),
            "What was found out about deal-ran: relationship: Nobody knew the director; ourselves: No owner."),
        ("loss-review-closed", new LossReviewClosed(Lost, Day("2026-05-20"), "anna-keller"), "anna-keller closed the review deal-ran."),
    ];
}
