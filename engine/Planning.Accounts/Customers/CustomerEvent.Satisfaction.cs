using System.Text.Json.Serialization;
using Planning.Accounts.Satisfaction;

namespace Planning.Accounts.Customers;

[JsonDerivedType(typeof(SurveyOpened), "survey-opened")]
[JsonDerivedType(typeof(SurveyAnswered), "survey-answered")]
[JsonDerivedType(typeof(SurveyClosed), "survey-closed")]
[JsonDerivedType(typeof(SurveyGivenUp), "survey-given-up")]
[JsonDerivedType(typeof(IssueOpened), "issue-opened")]
[JsonDerivedType(typeof(IssueHandedOver), "issue-handed-over")]
[JsonDerivedType(typeof(IssueAnswered), "issue-answered")]
[JsonDerivedType(typeof(IssueSolved), "issue-solved")]
[JsonDerivedType(typeof(IssueConfirmed), "issue-confirmed")]
[JsonDerivedType(typeof(IssueReopened), "issue-reopened")]
public abstract partial record CustomerEvent;
