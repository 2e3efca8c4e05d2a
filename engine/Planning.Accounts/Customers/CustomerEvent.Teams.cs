using System.Text.Json.Serialization;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Customers;

[JsonDerivedType(typeof(SeatNeedRaised), "seat-need-raised")]
[JsonDerivedType(typeof(SeatProfileWritten), "seat-profile-written")]
[JsonDerivedType(typeof(CandidatesListed), "candidates-listed")]
[JsonDerivedType(typeof(CandidateProposed), "candidate-proposed")]
[JsonDerivedType(typeof(ProposalAnswered), "seat-proposal-answered")]
[JsonDerivedType(typeof(ConflictChecked), "conflict-checked")]
[JsonDerivedType(typeof(SponsorInformed), "sponsor-informed")]
[JsonDerivedType(typeof(SeatDecided), "seat-decided")]
[JsonDerivedType(typeof(HandoverPartWritten), "handover-part-written")]
[JsonDerivedType(typeof(JointMeetingHeld), "joint-meeting-held")]
[JsonDerivedType(typeof(CustomerMeetingHeld), "handover-meeting-held")]
[JsonDerivedType(typeof(HandoverSigned), "handover-signed")]
[JsonDerivedType(typeof(SeatTaken), "seat-taken")]
[JsonDerivedType(typeof(SeatChecked), "seat-checked")]
[JsonDerivedType(typeof(SeatCheckDue), "seat-check-due")]
[JsonDerivedType(typeof(SeatPredecessorLost), "seat-predecessor-lost")]
[JsonDerivedType(typeof(SeatProcessGivenUp), "seat-process-given-up")]
[JsonDerivedType(typeof(SeatVacated), "seat-vacated")]
[JsonDerivedType(typeof(SeatSuspended), "seat-suspended")]
[JsonDerivedType(typeof(SeatRestored), "seat-restored")]
[JsonDerivedType(typeof(TeamDutyOpened), "team-duty-opened")]
[JsonDerivedType(typeof(TeamDutyDone), "team-duty-done")]
[JsonDerivedType(typeof(TeamDutyLate), "team-duty-late")]
[JsonDerivedType(typeof(RotationNoticed), "rotation-noticed")]
[JsonDerivedType(typeof(TeamFrozen), "team-frozen")]
[JsonDerivedType(typeof(TeamThawed), "team-thawed")]
public abstract partial record CustomerEvent;
