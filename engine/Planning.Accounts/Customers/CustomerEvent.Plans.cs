using System.Text.Json.Serialization;
using Planning.Accounts.Contents;
using Planning.Accounts.Plans;

namespace Planning.Accounts.Customers;

[JsonDerivedType(typeof(PlanEntryWritten), "plan-entry-written")]
[JsonDerivedType(typeof(PlanEntryStruck), "plan-entry-struck")]
[JsonDerivedType(typeof(EnvelopeGiven), "plan-envelope-given")]
[JsonDerivedType(typeof(HiringApproved), "plan-hiring-approved")]
[JsonDerivedType(typeof(PlanValidated), "plan-validated")]
[JsonDerivedType(typeof(PlanOpinionGiven), "plan-opinion-given")]
[JsonDerivedType(typeof(PlanVersionSubmitted), "plan-version-submitted")]
[JsonDerivedType(typeof(PlanVersionApproved), "plan-version-approved")]
[JsonDerivedType(typeof(PlanVersionReturned), "plan-version-returned")]
[JsonDerivedType(typeof(AmendmentOpened), "plan-amendment-opened")]
[JsonDerivedType(typeof(LoweringExplained), "plan-lowering-explained")]
[JsonDerivedType(typeof(RolloverOpened), "plan-rollover-opened")]
[JsonDerivedType(typeof(RolloverLate), "plan-rollover-late")]
[JsonDerivedType(typeof(PlanActualsRecorded), "plan-actuals-recorded")]
[JsonDerivedType(typeof(PlanReviewHeld), "plan-review-held")]
[JsonDerivedType(typeof(PlanReviewMissed), "plan-review-missed")]
[JsonDerivedType(typeof(PlanActionReported), "plan-action-reported")]
[JsonDerivedType(typeof(PlanSuspended), "plan-suspended")]
[JsonDerivedType(typeof(PlanResumed), "plan-resumed")]
[JsonDerivedType(typeof(PlanWithdrawn), "plan-withdrawn")]
[JsonDerivedType(typeof(PlanClosing), "plan-closing")]
[JsonDerivedType(typeof(PlanCoSigned), "plan-co-signed")]
[JsonDerivedType(typeof(PlanLessonLearnt), "plan-lesson-learnt")]
[JsonDerivedType(typeof(PlanVisibilitySet), "plan-visibility-set")]
public abstract partial record CustomerEvent;
