using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>Mark ourselves by a criterion; two different people do it for each.</summary>
/// <param name="Score">0 to 5.</param>
/// <param name="Proof">Where it can be seen.</param>
[Command("score-criterion", "Mark ourselves from 0 to 5 by a criterion, with the proof")]
public sealed record ScoreCriterion(
    Id<Campaign> Campaign, Id<Criterion> Criterion, decimal Score, string Justification, string Proof) : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        UnknownCriterion(nameof(Criterion), Criterion, SchemeOf(campaign, customer)),
        FieldMistake.OutOfRange(nameof(Score), Score, 0, SelfAssessment.Highest),
        FieldMistake.Blank(nameof(Justification), Justification),
        FieldMistake.Blank(nameof(Proof), Proof),
    ];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on)
    {
        var given = new SelfScore(Criterion, Score, Justification, Proof, on.Actor, on.Today);
        var before = campaign.Self.Scores.GetValueOrDefault(Criterion)?.By.FirstOrDefault(score => score.Assessor == on.Actor);
        return before is not null && before with { On = on.Today } == given
            ? Decision.Record()
            : Decision.Record(new CriterionScored(Campaign, given));
    }
}

/// <summary>Mark ourselves by many criteria at once, as from a questionnaire.</summary>
/// <param name="Proof">Where all of it can be seen.</param>
[Command("score-criteria", "Mark ourselves from 0 to 5 by many criteria at once, with the proof")]
public sealed record ScoreCriteria(Id<Campaign> Campaign, ImmutableArray<GivenScore> Scores, string Proof) : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        Scores is [] ? new FieldMistake(nameof(Scores), "are empty") : null,
        FieldMistake.Blank(nameof(Proof), Proof),
        .. Scores.GroupBy(score => score.Criterion).Where(same => same.Count() > 1)
            .Select(same => new FieldMistake($"Scores[{same.Key}]", "is given more than once")),
        .. Scores.SelectMany(score => Each(score).Mistakes(customer, on)
            .Select(mistake => mistake with { Field = $"Scores[{score.Criterion}].{mistake.Field}" })),
    ];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on) => Decision.Record(
    [
        .. Scores.Select(score => Each(score).Decide(customer, on)).OfType<Decision.Recorded>().SelectMany(one => one.Events),
    ]);

    private ScoreCriterion Each(GivenScore score) => new(Campaign, score.Criterion, score.Score, score.Because, Proof);
}

/// <param name="Because">Why it is not less.</param>
public sealed record GivenScore(Id<Criterion> Criterion, decimal Score, string Because);

/// <summary>Stand for the marks as the quality department; whoever gave marks does not.</summary>
/// <param name="Scores">Where the quality department sees it otherwise; every other mark stays as it is.</param>
[Command("calibrate-scores", "Stand for the marks of the self-assessment as the quality department")]
public sealed record CalibrateScores(Id<Campaign> Campaign, ImmutableArray<CalibratedScore> Scores, string Comment)
    : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        FieldMistake.Blank(nameof(Comment), Comment),
        .. Scores.SelectMany((score, at) => score is null
            ? [new FieldMistake($"Scores[{at}]", "is empty")]
            : new[]
            {
                campaign.Self.Score(score.Criterion) is null
                    ? new FieldMistake($"Scores[{score.Criterion}]", "has no mark yet")
                    : null,
                FieldMistake.OutOfRange($"Scores[{score.Criterion}]", score.Score, 0, SelfAssessment.Highest),
            }),
    ];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on)
    {
        if (campaign.Self.Assesses(on.Actor))
        {
            return Decision.Refuse(
                "assessor-calibrates", $"{on.Actor} gave marks in the campaign {Campaign}, so somebody else calibrates them.");
        }

        var otherwise = Scores.ToDictionary(score => score.Criterion, score => score.Score);
        ImmutableArray<CalibratedScore> calibrated =
        [
            .. from marked in campaign.Self.Scores
               where marked.Value.By.Length >= 2
               let score = otherwise.TryGetValue(marked.Key, out var given) ? given : marked.Value.Score
               where marked.Value.Calibrated != score
               select new CalibratedScore(marked.Key, score),
        ];
        return calibrated is []
            ? Decision.Record()
            : Decision.Record(new ScoresCalibrated(Campaign, on.Actor, calibrated, Comment));
    }
}

/// <summary>Answer what BT asked: the top five end-to-end problems of a domain (METHOD W2).</summary>
[Command("name-top-problems", "Name the worst end-to-end problems of a domain, as its owner")]
public sealed record NameTopProblems(Id<Campaign> Campaign, string Domain, ImmutableArray<string> Problems)
    : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        Problems.Length is >= 1 and <= TopProblems.Most
            ? null
            : new FieldMistake(nameof(Problems), $"are {Problems.Length}; name one to {TopProblems.Most}"),
        .. Problems.Select((problem, at) => FieldMistake.Blank($"Problems[{at}]", problem)),
    ];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on)
    {
        if (campaign.Charter?.Owners.FirstOrDefault(owner => owner.Domain == Domain) is not { } owner)
        {
            return Decision.Refuse("no-domain-owner", $"Nobody owns {Domain} in the campaign {Campaign}.");
        }

        if (owner.Employee.Value != on.Actor)
        {
            return Decision.Refuse("other-owner", $"{owner.Employee} owns {Domain}, not {on.Actor}.");
        }

        var named = new TopProblems(on.Actor, Problems);
        return campaign.Problems.GetValueOrDefault(Domain) == named
            ? Decision.Record()
            : Decision.Record(new TopProblemsNamed(Campaign, Domain, named));
    }
}
