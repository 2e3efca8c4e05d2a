using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Journal;

/// <summary>One example of every kind of event about a customer's team.</summary>
internal static class TeamKinds
{
    private const string Process = "helvia-ar-7";

    private static readonly Seat Ar = new(SeatRole.AR);

    public static (string Name, CustomerEvent Example, string Sentence)[] All { get; } =
    [
        ("seat-need-raised", new SeatNeedRaised(new StaffNeed(
            Process, Ar, SeatCause.Rotation, Tier.S, 1m, 4, 1, 40, ["REGION_HEAD"], Helvia.Anna, Day("2026-05-04"))),
            "The AR seat needs somebody (rotation): 1 FTE, level 4 or more."),
        ("seat-profile-written", new SeatProfileWritten(Process, Staff.Profile),
            "The seat's profile was written: level 4, de or en, telecom."),
        ("candidates-listed", new CandidatesListed(Process, new CandidateList(
            Day("2026-05-04"),
            [new Candidate(Helvia.Bruno, 3m, [new FitTerm("industry", 2m), new FitTerm("native language", 1m)], 1m, "loaded by 100% with this seat", null, [])],
            [new RefusedCandidate(Helvia.Anna, CandidateRule.OneRole, "holds the AR seat already")])),
            "1 may hold the seat, first bruno-frei; refused 1 by ONE-ROLE."),
        ("candidates-listed", new CandidatesListed(Process, new CandidateList(Day("2026-05-04"), [], [])),
            "0 may hold the seat; nobody was refused."),
        ("candidate-proposed", new CandidateProposed(Process, Proposal), "e-cee-02 proposed bruno-frei, number 2 of the list: Knows the core."),
        ("seat-proposal-answered", new ProposalAnswered(Process, Helvia.Bruno, HandoverSide.In, true, "bruno-frei", Day("2026-05-05")),
            "bruno-frei agreed to take the seat."),
        ("seat-proposal-answered", new ProposalAnswered(Process, Helvia.Bruno, HandoverSide.Manager, false, "e-cee-02", Day("2026-05-05")),
            "e-cee-02 did not agree that bruno-frei takes the seat."),
        ("conflict-checked", new ConflictChecked(new ConflictCheck(
            Helvia.Bruno, Day("2026-04-01"), Allowed: false, Day("2026-05-05"), "compliance")),
            "bruno-frei is refused by the declaration of 2026-04-01."),
        ("sponsor-informed", new SponsorInformed(Process, "e-cee-02", Day("2026-05-05")), "e-cee-02 told the sponsor of the new holder."),
        ("seat-decided", new SeatDecided(Process, Helvia.Bruno, Approved: true), "bruno-frei was approved for the seat."),
        ("handover-part-written", new HandoverPartWritten(Process, HandoverPart.Commitments, "Nothing open."),
            "The handover's part commitments was written."),
        ("joint-meeting-held", new JointMeetingHeld(Process, [Helvia.Ammann], Day("2026-05-20")),
            "Predecessor and successor met reto-ammann together on 2026-05-20."),
        ("handover-meeting-held", new CustomerMeetingHeld(Process, Day("2026-05-20")), "The customer met about the change on 2026-05-20."),
        ("handover-signed", new HandoverSigned(Process, HandoverSide.Out, "anna-keller", Day("2026-06-20")),
            "anna-keller signed the handover (out)."),
        ("seat-taken", new SeatTaken(Process, Ar, Helvia.Bruno, Helvia.Anna, 88m, Day("2026-06-20")),
            "bruno-frei took the AR seat on 2026-06-20 from anna-keller."),
        ("seat-checked", new SeatChecked(Process, new SeatDayCheck(60, 4, 5, 86.5m, "e-cee-02", Day("2026-08-20"))),
            "By day 60 the new holder has met 4 of 5 key people; the customer's pulse is 86.5."),
        ("seat-check-due", new SeatCheckDue(Process, 60, Day("2026-08-19")), "The new holder is to be looked at: day 60, 2026-08-19."),
        ("seat-predecessor-lost", new SeatPredecessorLost(Process, Helvia.Anna), "anna-keller cannot hand the seat over any more."),
        ("seat-process-given-up", new SeatProcessGivenUp(Process, new Seat(SeatRole.Deputy, 2)),
            "Nobody is looked for any more for the deputy 2 seat: its workflow was given up."),
        ("seat-vacated", new SeatVacated(Ar, Helvia.Anna, Day("2026-05-05"), LossReason.Illness),
            "anna-keller left the AR seat on 2026-05-05 without handover (illness)."),
        ("seat-suspended", new SeatSuspended(Ar, Helvia.Anna, Day("2023-08-01"), Day("2026-05-05")),
            "anna-keller does not hold the AR seat from 2026-05-05 on because of a conflict (INV-23)."),
        ("seat-restored", new SeatRestored(Ar, Helvia.Anna, Day("2023-08-01")), "anna-keller holds the AR seat again: the conflict is waived."),
        ("team-duty-opened", new TeamDutyOpened(new TeamDuty("access-ar-7", "Review what anna-keller has access to", "ACCOUNT_HEAD", Day("2026-05-05"))),
            "ACCOUNT_HEAD has until 2026-05-05: Review what anna-keller has access to."),
        ("team-duty-done", new TeamDutyDone("access-ar-7", "Review what anna-keller has access to", "e-cee-02", "ticket 12"),
            "e-cee-02 did it: Review what anna-keller has access to (ticket 12)."),
        ("team-duty-late", new TeamDutyLate("access-ar-7", "Review what anna-keller has access to", "ACCOUNT_HEAD", Day("2026-05-05")),
            "ACCOUNT_HEAD should have done it by 2026-05-05: Review what anna-keller has access to."),
        ("rotation-noticed", new RotationNoticed(new RotationNotice(Ar, Helvia.Anna, RotationStep.Notice), Day("2023-08-01"), Day("2026-02-01")),
            "anna-keller has held the AR seat since 2023-08-01; since 2026-02-01 a successor is looked for."),
        ("team-frozen", new TeamFrozen(new TeamFreeze("acceptance", Day("2026-05-05"), Day("2026-06-30"))),
            "Nobody rotates until 2026-06-30: acceptance."),
        ("team-thawed", new TeamThawed(Day("2026-06-01")), "Rotation goes on from 2026-06-01."),
        ("leaving-known", new LeavingKnown(new KnownLeaving(Ar, Helvia.Anna, Day("2026-06-30"), Day("2026-05-04"))),
            "anna-keller will leave the AR seat on 2026-06-30."),
        ("handover-planned", new HandoverPlanned(Process, new HandoverPlan(Day("2026-05-18"), Day("2026-06-26"), "e-cee-02")),
            "e-cee-02 planned the handover from 2026-05-18 to 2026-06-26."),
        ("staff-figured", new StaffFigured(
            [new StaffFigures(Helvia.Anna, "Anna Keller", 1.05m, 20, 3.25m) { HighSince = Day("2026-05-04") }, new StaffFigures(Helvia.Bruno, "Bruno Frei", 0.925m, 0, null)]),
            "anna-keller is loaded by 105 % and meets 3.25 of 20 customers a week, bruno-frei is loaded by 92.5 %."),
        ("staff-figured", new StaffFigured([]), "None of ours is loaded too much any more, or visits too little."),
    ];

    private static SeatProposal Proposal => new(Helvia.Bruno, 2, "Knows the core", "e-cee-02", Day("2026-05-05"));
}
