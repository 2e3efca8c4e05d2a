using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>Who looked at us in a campaign, what they found and what they asked.</summary>
public sealed record CampaignAudits(
    ImmutableSortedDictionary<Id<AuditRound>, AuditRound> Rounds,
    ImmutableSortedDictionary<Id<Finding>, Finding> Findings,
    ImmutableSortedDictionary<Id<BuyerQuestion>, BuyerQuestion> Questions)
{
    public static CampaignAudits Empty { get; } = new(
        ImmutableSortedDictionary<Id<AuditRound>, AuditRound>.Empty,
        ImmutableSortedDictionary<Id<Finding>, Finding>.Empty,
        ImmutableSortedDictionary<Id<BuyerQuestion>, BuyerQuestion>.Empty);

    [JsonIgnore]
    public IEnumerable<Finding> OpenFindings => Findings.Values.Where(finding => finding.IsOpen);

    [JsonIgnore]
    public IEnumerable<BuyerQuestion> OpenQuestions => Questions.Values.Where(question => question.Answer is null);

    /// <summary>Of our own mock audits, or of the buyer's rounds.</summary>
    public IEnumerable<Finding> OpenOf(bool mock) =>
        OpenFindings.Where(finding => Rounds[finding.Round].Kind is RoundKind.Mock == mock);

    /// <summary>The newest mock audit that was reported.</summary>
    public AuditRound? LastMock() => Rounds.Values
        .Where(round => round is { Kind: RoundKind.Mock, Report: not null })
        .OrderBy(round => round.To).ThenBy(round => round.Id).LastOrDefault();

    /// <summary>When somebody has to be told of something next.</summary>
    public DateOnly? NextDue() => new[]
    {
        Findings.Values.Where(finding => finding is { LacksOwner: true, UnownedNoted: false })
            .Select(finding => (DateOnly?)finding.OwnerBy.AddDays(1)).Min(),
        OpenFindings.Where(finding => !finding.LateNoted).Select(finding => (DateOnly?)LastDay(finding).AddDays(1)).Min(),
        Findings.Values.Where(finding => !finding.EffectNoted).Select(finding => finding.EffectOn).Min(),
        OpenQuestions.Where(question => !question.LateNoted).Select(question => (DateOnly?)question.Due.AddDays(1)).Min(),
    }.Min();

    /// <summary>What is to be told on a day, once each.</summary>
    public IEnumerable<CampaignEvent> Due(Id<Campaign> campaign, DateOnly today) =>
    [
        .. from finding in Findings.Values
           where finding is { LacksOwner: true, UnownedNoted: false } && finding.OwnerBy < today
           select new FindingUnowned(campaign, finding.Id, finding.Text, finding.OwnerBy),
        .. from finding in OpenFindings
           where !finding.LateNoted && LastDay(finding) < today
           select new FindingLate(campaign, finding.Id, finding.Text, LastDay(finding)),
        .. from finding in Findings.Values
           where !finding.EffectNoted && finding.EffectOn <= today
           select new EffectDue(campaign, finding.Id, finding.Text),
        .. from question in OpenQuestions
           where !question.LateNoted && question.Due < today
           select new QuestionLate(campaign, question.Id, question.Text, question.Due),
    ];

    public CampaignAudits Apply(AuditEvent happened) => happened switch
    {
        RoundPlanned planned => this with { Rounds = Rounds.SetItem(planned.Round.Id, planned.Round) },
        RoundReported reported => this with
        {
            Rounds = Rounds.SetItem(reported.Round, Rounds[reported.Round] with { Report = reported.Report }),
        },
        FindingNoted noted => this with { Findings = Findings.SetItem(noted.Found.Id, noted.Found) },
        FindingEvent finding => this with { Findings = Findings.SetItem(finding.Finding, Findings[finding.Finding].Apply(finding)) },
        QuestionAsked asked => this with { Questions = Questions.SetItem(asked.Question.Id, asked.Question) },
        QuestionAnswered answered => this with
        {
            Questions = Questions.SetItem(answered.Question, Questions[answered.Question] with
            {
                Answer = answered.Answer,
                AnsweredBy = answered.By,
                AnsweredOn = answered.On,
            }),
        },
        QuestionLate late => this with
        {
            Questions = Questions.SetItem(late.Question, Questions[late.Question] with { LateNoted = true }),
        },
        _ => this,
    };

    /// <summary>The same with more time for what is open.</summary>
    internal CampaignAudits Later(int days) => this with
    {
        Findings = Findings.SetItems(OpenFindings.Select(finding => KeyValuePair.Create(finding.Id, finding with
        {
            OwnerBy = finding.OwnerBy.AddDays(days),
            Window = finding.Window.AddDays(days),
            Due = finding.Due?.AddDays(days),
        }))),
        Questions = Questions.SetItems(OpenQuestions.Select(
            question => KeyValuePair.Create(question.Id, question with { Due = question.Due.AddDays(days) }))),
    };

    private static DateOnly LastDay(Finding finding) => finding.Due ?? finding.Window;
}
