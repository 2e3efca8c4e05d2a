using System.Text.Json.Serialization;
using Planning.Accounts.Escalations;

namespace Planning.Accounts.Customers;

[JsonDerivedType(typeof(ConditionBegan), "condition-began")]
[JsonDerivedType(typeof(ConditionPassed), "condition-passed")]
[JsonDerivedType(typeof(EscalationOpened), "escalation-opened")]
[JsonDerivedType(typeof(EscalationRose), "escalation-rose")]
[JsonDerivedType(typeof(EscalationSpared), "escalation-spared")]
[JsonDerivedType(typeof(EscalationAcknowledged), "escalation-acknowledged")]
[JsonDerivedType(typeof(EscalationProgressed), "escalation-progressed")]
[JsonDerivedType(typeof(EscalationSnoozed), "escalation-snoozed")]
[JsonDerivedType(typeof(EscalationEased), "escalation-eased")]
[JsonDerivedType(typeof(EscalationRelapsed), "escalation-relapsed")]
[JsonDerivedType(typeof(EscalationClosed), "escalation-closed")]
public abstract partial record CustomerEvent;
