using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Satisfaction;

/// <summary>The customer was asked, or told us something.</summary>
public abstract record SatisfactionEvent : CustomerEvent;

public sealed record SurveyOpened(Id<SurveyWave> Wave, DateOnly On) : SatisfactionEvent
{
    protected override string Tell() => FormattableString.Invariant($"The survey {Wave} began on {On:yyyy-MM-dd}.");
}

public sealed record SurveyAnswered(Id<SurveyWave> Wave, SurveyAnswer Answer) : SatisfactionEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Answer.Unit} answered the survey {Wave}: expects {Answer.Expectation}, gets {Answer.Perception}.");
}

public sealed record SurveyClosed(Id<SurveyWave> Wave, DateOnly On, WaveResult Result) : SatisfactionEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"The survey {Wave} came to {Result.Score} points: {string.Join(", ", Result.Units.Select(unit => FormattableString.Invariant($"{unit.Unit} {unit.Score}")))}.");
}

public sealed record SurveyGivenUp(Id<SurveyWave> Wave, DateOnly On, string Reason) : SatisfactionEvent
{
    protected override string Tell() => $"The survey {Wave} was given up: {Reason}.";
}

public sealed record IssueOpened(Issue Issue) : SatisfactionEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"An issue of severity {Issue.Severity} was opened{(Issue.RaisedBy is { } by ? $" by {by} of the customer" : "")}: {Issue.Text}; {Issue.Owner} solves it by {Issue.Due:yyyy-MM-dd}.");
}

public sealed record IssueHandedOver(Id<Issue> Issue, Id<Employee> Owner) : SatisfactionEvent
{
    protected override string Tell() => $"{Owner} looks after the issue {Issue} now.";
}

public sealed record IssueAnswered(Id<Issue> Issue, DateOnly On, string Answer) : SatisfactionEvent
{
    protected override string Tell() => FormattableString.Invariant($"The customer was answered on the issue {Issue} on {On:yyyy-MM-dd}: {Answer}.");
}

public sealed record IssueSolved(Id<Issue> Issue, DateOnly On, string RootCause, string Solution) : SatisfactionEvent
{
    protected override string Tell() => $"The issue {Issue} is solved, we say: {Solution}. Its cause: {RootCause}.";
}

public sealed record IssueConfirmed(Id<Issue> Issue, DateOnly On, Id<Person> By) : SatisfactionEvent
{
    protected override string Tell() => $"{By} of the customer confirmed that the issue {Issue} is solved.";
}

public sealed record IssueReopened(Id<Issue> Issue, DateOnly On, string Reason) : SatisfactionEvent
{
    protected override string Tell() => $"The issue {Issue} is open again: {Reason}.";
}
