using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Satisfaction;

/// <summary>What the customer said of us, and what is wrong there.</summary>
public sealed record SatisfactionRecord
{
    public static SatisfactionRecord Empty { get; } = new();

    public ImmutableSortedDictionary<Id<SurveyWave>, SurveyWave> Waves { get; init; } =
        ImmutableSortedDictionary<Id<SurveyWave>, SurveyWave>.Empty;

    public ImmutableSortedDictionary<Id<Issue>, Issue> Issues { get; init; } = ImmutableSortedDictionary<Id<Issue>, Issue>.Empty;

    [JsonIgnore]
    public IEnumerable<Issue> OpenIssues => Issues.Values.Where(issue => issue.IsOpen);

    /// <summary>The waves that count, the newest first, as they were known on a day.</summary>
    public IEnumerable<SurveyWave> Results(DateOnly upTo) => Waves.Values
        .Where(wave => wave.Result is not null && wave.ClosedOn <= upTo)
        .OrderByDescending(wave => wave.ClosedOn).ThenByDescending(wave => wave.Id);

    public IEnumerable<Waiting> Waiting() =>
    [
        .. OpenIssues.Select(issue => issue switch
        {
            { SolvedOn: not null } => new Waiting("issue", $"have confirmed by the customer: {issue.Text}", issue.Owner.Value, issue.Due),
            { AnsweredOn: null } => new Waiting("issue", $"answer the customer: {issue.Text}", issue.Owner.Value, issue.AnswerBy),
            _ => new Waiting("issue", $"solve: {issue.Text}", issue.Owner.Value, issue.Due),
        }),
        .. Waves.Values.Where(wave => wave.IsOpen).Select(wave => new Waiting("task", $"close the survey {wave.Id}", "AR", null)),
    ];

    public SatisfactionRecord Apply(SatisfactionEvent happened) => happened switch
    {
        SurveyOpened opened => this with { Waves = Waves.SetItem(opened.Wave, new SurveyWave(opened.Wave, opened.On, [])) },
        SurveyAnswered answered => With(answered.Wave, wave => wave with { Answers = wave.Answers.Add(answered.Answer) }),
        SurveyClosed closed => With(closed.Wave, wave => wave with { ClosedOn = closed.On, Result = closed.Result }),
        SurveyGivenUp given => With(given.Wave, wave => wave with { ClosedOn = given.On }),
        IssueOpened opened => this with { Issues = Issues.SetItem(opened.Issue.Id, opened.Issue) },
        IssueHandedOver handed => With(handed.Issue, issue => issue with { Owner = handed.Owner }),
        IssueAnswered answered => With(answered.Issue, issue => issue with { AnsweredOn = answered.On }),
        IssueSolved solved => With(solved.Issue, issue => issue with
        {
            SolvedOn = solved.On,
            RootCause = solved.RootCause,
            Solution = solved.Solution,
        }),
        IssueConfirmed confirmed => With(confirmed.Issue, issue => issue with { ConfirmedBy = confirmed.By, ConfirmedOn = confirmed.On }),
        IssueReopened reopened => With(reopened.Issue, issue => issue with
        {
            SolvedOn = null,
            Solution = null,
            ConfirmedBy = null,
            ConfirmedOn = null,
        }),
        _ => this,
    };

    private SatisfactionRecord With(Id<SurveyWave> id, Func<SurveyWave, SurveyWave> change) =>
        this with { Waves = Waves.SetItem(id, change(Waves[id])) };

    private SatisfactionRecord With(Id<Issue> id, Func<Issue, Issue> change) =>
        this with { Issues = Issues.SetItem(id, change(Issues[id])) };
}
