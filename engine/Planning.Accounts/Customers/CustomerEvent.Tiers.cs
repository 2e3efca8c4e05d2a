using System.Text.Json.Serialization;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Customers;

[JsonDerivedType(typeof(ProposalDecided), "proposal-decided")]
[JsonDerivedType(typeof(PromotionWaits), "promotion-waits")]
[JsonDerivedType(typeof(TaskClosed), "task-closed")]
[JsonDerivedType(typeof(OverrideRequested), "override-requested")]
[JsonDerivedType(typeof(OverrideBegan), "override-began")]
[JsonDerivedType(typeof(OverrideEnded), "override-ended")]
[JsonDerivedType(typeof(TargetReviewSet), "target-review-set")]
public abstract partial record CustomerEvent;
