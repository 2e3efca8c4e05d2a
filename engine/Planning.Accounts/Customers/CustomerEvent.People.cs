using System.Text.Json.Serialization;
using Planning.Accounts.People;

namespace Planning.Accounts.Customers;

[JsonDerivedType(typeof(ContactPointKept), "contact-point-kept")]
[JsonDerivedType(typeof(ContactPointMerged), "contact-point-merged")]
[JsonDerivedType(typeof(InfluenceDrawn), "influence-drawn")]
[JsonDerivedType(typeof(InfluenceErased), "influence-erased")]
[JsonDerivedType(typeof(PositionEnded), "position-ended")]
[JsonDerivedType(typeof(MoverWelcomed), "mover-welcomed")]
[JsonDerivedType(typeof(PeopleMerged), "people-merged")]
[JsonDerivedType(typeof(PersonAssessed), "person-assessed")]
[JsonDerivedType(typeof(AssessmentSeconded), "assessment-seconded")]
[JsonDerivedType(typeof(AssessmentCounts), "assessment-counts")]
[JsonDerivedType(typeof(AssessmentDropped), "assessment-dropped")]
[JsonDerivedType(typeof(OwnerChanged), "owner-changed")]
[JsonDerivedType(typeof(EmployeeGone), "employee-gone")]
public abstract partial record CustomerEvent;
