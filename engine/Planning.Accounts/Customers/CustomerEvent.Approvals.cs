using System.Text.Json.Serialization;
using Planning.Accounts.Approvals;

namespace Planning.Accounts.Customers;

[JsonDerivedType(typeof(ApprovalAsked), "approval-asked")]
[JsonDerivedType(typeof(ApprovalDecided), "approval-decided")]
[JsonDerivedType(typeof(ApprovalConcluded), "approval-concluded")]
[JsonDerivedType(typeof(ApprovalWithdrawn), "approval-withdrawn")]
[JsonDerivedType(typeof(ApprovalLate), "approval-late")]
[JsonDerivedType(typeof(WaiverRequested), "waiver-requested")]
[JsonDerivedType(typeof(WaiverGranted), "waiver-granted")]
public abstract partial record CustomerEvent;
