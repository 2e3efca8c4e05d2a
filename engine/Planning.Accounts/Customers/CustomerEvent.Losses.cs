using System.Text.Json.Serialization;
using Planning.Accounts.Losses;

namespace Planning.Accounts.Customers;

[JsonDerivedType(typeof(DealLost), "deal-lost")]
[JsonDerivedType(typeof(LossReviewOpened), "loss-review-opened")]
[JsonDerivedType(typeof(LossReviewAssigned), "loss-review-assigned")]
[JsonDerivedType(typeof(LossReviewWritten), "loss-review-written")]
[JsonDerivedType(typeof(LossReviewClosed), "loss-review-closed")]
public abstract partial record CustomerEvent;
