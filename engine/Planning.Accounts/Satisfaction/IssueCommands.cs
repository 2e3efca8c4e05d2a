using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Satisfaction;

/// <summary>Something that people ask about one issue.</summary>
public abstract record IssueCommand(Id<Issue> Issue) : CustomerCommand
{
    public sealed override Decision Decide(Customer customer, Occasion on) =>
        customer.Satisfaction.Issues.TryGetValue(Issue, out var issue)
            ? Decide(issue, on)
            : Decision.Refuse("issue-unknown", $"There is no issue {Issue}.");

    private protected abstract Decision Decide(Issue issue, Occasion on);
}

/// <summary>Open an issue. Its times hang on its severity alone, never on the customer (INV-06).</summary>
/// <param name="Severity">1 the gravest.</param>
/// <param name="RaisedBy">Who at the customer complains; nothing for what we found ourselves.</param>
[Command("open-issue", "Open an issue or complaint: how grave, who of ours solves it")]
public sealed record OpenIssue(
    Id<Issue> Id, int Severity, string Text, Id<Employee> Owner, DateOnly OpenedOn, Id<Person>? RaisedBy = null) : CustomerCommand
{
    public override IEnumerable<Id<Employee>> Employees => [Owner];

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Text), Text),
        FieldMistake.NotYet(nameof(OpenedOn), OpenedOn, on.Today),
        on.Policies.Satisfaction.Severities.ContainsKey(Severity)
            ? null
            : new FieldMistake(nameof(Severity), FormattableString.Invariant(
                $"is {Severity}; write one of {string.Join(", ", on.Policies.Satisfaction.Severities.Keys)}")),
        RaisedBy is { } person ? Organisation.AtCustomer.Unknown(customer, nameof(RaisedBy), person) : null,
        customer.Satisfaction.Issues.TryGetValue(Id, out var known)
            && (known.Severity, known.Text, known.OpenedOn, known.RaisedBy) != (Severity, Text, OpenedOn, RaisedBy)
            ? new FieldMistake(nameof(Id), $"is {Id}, which is another issue already")
            : null);

    public override Decision Decide(Customer customer, Occasion on)
    {
        if (customer.Satisfaction.Issues.ContainsKey(Id))
        {
            return Decision.Record();
        }

        var times = on.Policies.Satisfaction.Severities[Severity];
        return Decision.Record(new IssueOpened(new Issue(
            Id, Severity, Text, OpenedOn, Owner, on.Calendar.Add(OpenedOn, times.Response), on.Calendar.Add(OpenedOn, times.Solution))
        {
            RaisedBy = RaisedBy,
        }));
    }
}

[Command("hand-over-issue", "Give an issue to another of ours")]
public sealed record HandOverIssue(Id<Issue> Issue, Id<Employee> Owner) : IssueCommand(Issue)
{
    public override IEnumerable<Id<Employee>> Employees => [Owner];

    private protected override Decision Decide(Issue issue, Occasion on) => issue.Owner == Owner
        ? Decision.Record()
        : Decision.Record(new IssueHandedOver(Issue, Owner));
}

[Command("answer-issue", "Keep that the customer heard from us on an issue")]
public sealed record AnswerIssue(Id<Issue> Issue, DateOnly On, string Answer) : IssueCommand(Issue)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Answer), Answer), FieldMistake.NotYet(nameof(On), On, on.Today));

    private protected override Decision Decide(Issue issue, Occasion on) => issue switch
    {
        { AnsweredOn: not null } => Decision.Record(),
        _ when On < issue.OpenedOn => Decision.Refuse(
            "before-it-began", FormattableString.Invariant($"The issue {Issue} was opened on {issue.OpenedOn:yyyy-MM-dd} only.")),
        _ => Decision.Record(new IssueAnswered(Issue, On, Answer)),
    };
}

/// <summary>Say that an issue is solved, with its root cause. It is over only when the customer confirms it.</summary>
[Command("solve-issue", "Say that an issue is solved and what its root cause was; the customer confirms it")]
public sealed record SolveIssue(Id<Issue> Issue, DateOnly On, string RootCause, string Solution) : IssueCommand(Issue)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(RootCause), RootCause),
        FieldMistake.Blank(nameof(Solution), Solution),
        FieldMistake.NotYet(nameof(On), On, on.Today));

    private protected override Decision Decide(Issue issue, Occasion on) => issue.SolvedOn is not null
        ? Decision.Record()
        : Decision.Record(new IssueSolved(Issue, On, RootCause, Solution));
}

[Command("confirm-issue", "Keep that somebody of the customer confirmed an issue as solved")]
public sealed record ConfirmIssue(Id<Issue> Issue, DateOnly On, Id<Person> By) : IssueCommand(Issue)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.NotYet(nameof(On), On, on.Today), Organisation.AtCustomer.Unknown(customer, nameof(By), By));

    private protected override Decision Decide(Issue issue, Occasion on) => issue switch
    {
        { SolvedOn: null } => Decision.Refuse("not-solved", $"Nobody of ours has solved the issue {Issue}: say how, and its root cause."),
        { ConfirmedOn: not null } => Decision.Record(),
        _ => Decision.Record(new IssueConfirmed(Issue, On, By)),
    };
}

[Command("reopen-issue", "Open an issue again that was not solved after all")]
public sealed record ReopenIssue(Id<Issue> Issue, string Reason) : IssueCommand(Issue)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.Blank(nameof(Reason), Reason));

    private protected override Decision Decide(Issue issue, Occasion on) => issue.SolvedOn is null
        ? Decision.Record()
        : Decision.Record(new IssueReopened(Issue, on.Today, Reason));
}
