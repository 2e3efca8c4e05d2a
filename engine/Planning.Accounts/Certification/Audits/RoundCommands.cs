using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>Say who will look at us and when. A mock audit is done by nobody who has a part in the campaign, and lasts as
/// long as the buyer's own (METHOD §3.2 B6).</summary>
[Command("plan-audit", "Say who audits us and when: a mock audit, or the buyer")]
public sealed record PlanAudit(
    Id<Campaign> Campaign, Id<AuditRound> Id, RoundKind Kind, DateOnly From, DateOnly To, ImmutableArray<string> Auditors)
    : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        To < From ? new FieldMistake(nameof(To), "lies before the first day") : null,
        Auditors is [] ? new FieldMistake(nameof(Auditors), "is empty; say who audits") : null,
        .. Auditors.Select((auditor, at) => FieldMistake.Blank($"Auditors[{at}]", auditor)),
        campaign.Audits.Rounds.TryGetValue(Id, out var known) && known.Kind != Kind
            ? new FieldMistake(nameof(Id), $"is {Id}, which is another audit already")
            : null,
        Kind is RoundKind.Mock && To >= From && RealDays(campaign, customer) is { } real && To < From.AddDays(real - 1)
            ? new FieldMistake(
                nameof(To), FormattableString.Invariant($"leaves less time than the buyer takes: give it {real} days"))
            : null,
        known?.Report is not null && !Same(known) ? new FieldMistake(nameof(Id), $"is {Id}, which is reported already") : null,
    ];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on)
    {
        if (Kind is RoundKind.Mock && Involved(campaign) is [_, ..] involved)
        {
            return Decision.Refuse(
                "auditor-involved", $"A mock audit is independent, but {string.Join(" and ", involved)} has a part in the campaign {Campaign}.");
        }

        return campaign.Audits.Rounds.TryGetValue(Id, out var known) && Same(known)
            ? Decision.Record()
            : Decision.Record(new RoundPlanned(Campaign, new AuditRound(Id, Kind, From, To, Auditors)
            {
                ReportDue = Kind is RoundKind.Mock
                    ? on.Calendar.Add(To, on.Policies.Certification.Campaigns.ReportWorkingDays)
                    : null,
            }));
    }

    private bool Same(AuditRound known) => (known.Kind, known.From, known.To) == (Kind, From, To)
        && known.Auditors.AsSpan().SequenceEqual(Auditors.AsSpan());

    // What the rule book says, else how long the buyer stayed the last time that we know of.
    private static int? RealDays(Campaign campaign, Customer customer) => SchemeOf(campaign, customer).AuditDays
        ?? customer.Certification.Campaigns.Values.Where(other => other.Scope == campaign.Scope)
            .SelectMany(other => other.Audits.Rounds.Values).Where(round => round.Kind is RoundKind.OnSite)
            .MaxBy(round => (round.From, round.Id))?.Days;

    private List<string> Involved(Campaign campaign) =>
    [
        .. Auditors.Where(auditor => campaign.Charter?.Everybody().Contains(auditor, StringComparer.Ordinal) is true
            || campaign.Self.Assesses(auditor)
            || campaign.Gaps.Values.Any(gap => gap.Owner.Value == auditor)),
    ];
}

/// <param name="Score">What the auditors would give us, 0 to 100.</param>
[Command("report-audit", "Keep the report of an audit")]
public sealed record ReportAudit(Id<Campaign> Campaign, Id<AuditRound> Id, DateOnly On, string Reference, decimal? Score = null)
    : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        FieldMistake.Blank(nameof(Reference), Reference),
        FieldMistake.NotYet(nameof(On), On, on.Today),
        Score is { } score ? FieldMistake.OutOfRange(nameof(Score), score, 0, 100) : null,
    ];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on)
    {
        var report = new RoundReport(On, Reference, Score);
        return campaign.Audits.Rounds.GetValueOrDefault(Id) switch
        {
            null => Decision.Refuse("audit-unknown", $"The campaign {Campaign} has no audit {Id}."),
            { Report: { } kept } => kept == report
                ? Decision.Record()
                : Decision.Refuse("audit-reported", $"The audit {Id} is reported already by {kept.Reference}."),
            _ => Decision.Record(new RoundReported(Campaign, Id, report)),
        };
    }
}

[Command("log-question", "Keep a question of the buyer; its answer is due in a few working days")]
public sealed record LogQuestion(Id<Campaign> Campaign, Id<BuyerQuestion> Id, string Topic, string Text, DateOnly AskedOn)
    : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        FieldMistake.Blank(nameof(Topic), Topic),
        FieldMistake.Blank(nameof(Text), Text),
        FieldMistake.NotYet(nameof(AskedOn), AskedOn, on.Today),
        campaign.Audits.Questions.TryGetValue(Id, out var known)
            && (known.Topic, known.Text, known.AskedOn) != (Topic, Text, AskedOn)
            ? new FieldMistake(nameof(Id), $"is {Id}, which is another question already")
            : null,
    ];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on) =>
        campaign.Audits.Questions.ContainsKey(Id)
            ? Decision.Record()
            : Decision.Record(new QuestionAsked(Campaign, new BuyerQuestion(
                Id, Topic, Text, AskedOn, on.Calendar.Add(AskedOn, on.Policies.Certification.Campaigns.AnswerWorkingDays))));
}

/// <summary>Answer a question of the buyer with the one voice we have on its topic (METHOD 003).</summary>
/// <param name="Instead">Why the buyer hears something else than before on the topic; nothing to say the same.</param>
[Command("answer-question", "Answer a question of the buyer, as others answered on the same topic")]
public sealed record AnswerQuestion(Id<Campaign> Campaign, Id<BuyerQuestion> Id, string Answer, string? Instead = null)
    : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
        [FieldMistake.Blank(nameof(Answer), Answer)];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on)
    {
        if (!campaign.Audits.Questions.TryGetValue(Id, out var question))
        {
            return Decision.Refuse("question-unknown", $"The buyer has not asked {Id} in the campaign {Campaign}.");
        }

        if (question.Answer is { } given)
        {
            return given == Answer
                ? Decision.Record()
                : Decision.Refuse("question-answered", $"The buyer was told already: “{given}”.");
        }

        var standing = campaign.Audits.Questions.Values
            .Where(other => other is { Answer: not null, AnsweredOn: not null }
                && string.Equals(other.Topic, question.Topic, StringComparison.OrdinalIgnoreCase))
            .MaxBy(other => (other.AnsweredOn, other.Id));
        return standing is null || standing.Answer == Answer || !string.IsNullOrWhiteSpace(Instead)
            ? Decision.Record(new QuestionAnswered(
                Campaign, Id, Answer, on.Actor, on.Today, standing is null || standing.Answer == Answer ? null : Instead))
            : Decision.Refuse(
                "another-voice", $"On {question.Topic} {standing.AnsweredBy} told the buyer: “{standing.Answer}”. Say the same, or why not.");
    }
}
