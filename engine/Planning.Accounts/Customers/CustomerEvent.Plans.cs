using System.Text.Json.Serialization;
using Planning.Accounts.Contents;

namespace Planning.Accounts.Customers;

[JsonDerivedType(typeof(PlanEntryWritten), "plan-entry-written")]
[JsonDerivedType(typeof(PlanEntryStruck), "plan-entry-struck")]
[JsonDerivedType(typeof(EnvelopeGiven), "plan-envelope-given")]
[JsonDerivedType(typeof(HiringApproved), "plan-hiring-approved")]
[JsonDerivedType(typeof(PlanValidated), "plan-validated")]
public abstract partial record CustomerEvent;
