using System.Text.Json.Serialization;
using Planning.Accounts.Organisation;

namespace Planning.Accounts.Customers;

[JsonDerivedType(typeof(MechanismAgreed), "mechanism-agreed")]
[JsonDerivedType(typeof(MechanismHeld), "mechanism-held")]
[JsonDerivedType(typeof(MechanismEnded), "mechanism-ended")]
[JsonDerivedType(typeof(BriefWritten), "brief-written")]
[JsonDerivedType(typeof(StatementHeard), "statement-heard")]
[JsonDerivedType(typeof(TopicSettled), "topic-settled")]
[JsonDerivedType(typeof(CommitmentGiven), "commitment-given")]
[JsonDerivedType(typeof(CommitmentSigned), "commitment-signed")]
[JsonDerivedType(typeof(CommitmentEnded), "commitment-ended")]
[JsonDerivedType(typeof(JointProjectStarted), "joint-project-started")]
[JsonDerivedType(typeof(JointProjectProductive), "joint-project-productive")]
[JsonDerivedType(typeof(JointProjectEnded), "joint-project-ended")]
[JsonDerivedType(typeof(NamedInPublic), "named-in-public")]
[JsonDerivedType(typeof(ValueCaseRecorded), "value-case-recorded")]
[JsonDerivedType(typeof(ValueCaseAccepted), "value-case-accepted")]
[JsonDerivedType(typeof(JointStrategySigned), "joint-strategy-signed")]
[JsonDerivedType(typeof(JointStrategyEnded), "joint-strategy-ended")]
public abstract partial record CustomerEvent;
