using Planning.Accounts.Customers;
using Planning.Accounts.People;

namespace Planning.Accounts.Satisfaction;

/// <summary>Something that people ask about one wave that runs.</summary>
public abstract record SurveyCommand(Id<SurveyWave> Wave) : CustomerCommand
{
    public sealed override Decision Decide(Customer customer, Occasion on) =>
        customer.Satisfaction.Waves.TryGetValue(Wave, out var wave)
            ? Decide(wave, on)
            : Decision.Refuse("survey-unknown", $"There is no survey {Wave}.");

    private protected abstract Decision Decide(SurveyWave wave, Occasion on);

    private protected Decision Over() => Decision.Refuse("survey-over", $"The survey {Wave} is over.");
}

/// <summary>Begin to ask a customer; any customer, whatever its tier (INV-06).</summary>
[Command("open-survey", "Begin to ask the customer what it expects of our whole service and what it gets")]
public sealed record OpenSurvey(Id<SurveyWave> Wave) : CustomerCommand
{
    public override Decision Decide(Customer customer, Occasion on) => customer.Satisfaction.Waves.ContainsKey(Wave)
        ? Decision.Record()
        : Decision.Record(new SurveyOpened(Wave, on.Today));
}

/// <summary>Keep what one respondent expects and gets, asked apart.</summary>
/// <param name="Rank">The grade in the customer's own order, 1 to 5.</param>
/// <param name="Person">Who answered, where that may be known; once a wave.</param>
[Command("record-survey-answer", "Keep what one respondent of a unit expects and what they get")]
public sealed record RecordSurveyAnswer(
    Id<SurveyWave> Wave,
    Id<SurveyAnswer> Id,
    string Unit,
    int Rank,
    decimal Expectation,
    decimal Perception,
    string? Comment = null,
    Id<Person>? Person = null) : SurveyCommand(Wave)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on)
    {
        var scale = on.Policies.Satisfaction.Survey;
        var known = Person is { } person ? customer.People.GetValueOrDefault(person) : null;
        return FieldMistake.Among(
            customer.Units.ContainsKey(Unit ?? "") ? null : new FieldMistake(nameof(Unit), $"is “{Unit}”, which is no unit of the customer"),
            FieldMistake.OutOfRange(nameof(Rank), Rank, 1, 5),
            FieldMistake.OutOfRange(nameof(Expectation), Expectation, scale.ScaleFrom, scale.ScaleTo),
            FieldMistake.OutOfRange(nameof(Perception), Perception, scale.ScaleFrom, scale.ScaleTo),
            Person is null ? null : Organisation.AtCustomer.Unknown(customer, nameof(Person), Person.Value),
            known is not null && known.Unit != Unit
                ? new FieldMistake(nameof(Unit), $"is “{Unit}”, but {known.Name} belongs to {known.Unit}")
                : null);
    }

    private protected override Decision Decide(SurveyWave wave, Occasion on)
    {
        var answer = new SurveyAnswer(Id, Unit, Rank, Expectation, Perception, Comment, Person);
        return wave switch
        {
            _ when wave.Answers.Contains(answer) => Decision.Record(),
            { IsOpen: false } => Over(),
            _ when wave.Answers.Any(other => other.Id == Id) =>
                Decision.Refuse("answer-given", $"The answer {Id} is given already; it stays as it was."),
            _ when Person is not null && wave.Answers.Any(other => other.Person == Person) =>
                Decision.Refuse("answered-already", $"{Person} has answered the survey {Wave} already; each is asked once."),
            _ => Decision.Record(new SurveyAnswered(Wave, answer)),
        };
    }
}

/// <summary>Count a wave. Answers of too few units or ranks are the word of a friend, not of the customer (METHOD §5.4).</summary>
[Command("close-survey", "Count a survey: enough units and ranks must have answered")]
public sealed record CloseSurvey(Id<SurveyWave> Wave) : SurveyCommand(Wave)
{
    private protected override Decision Decide(SurveyWave wave, Occasion on)
    {
        var policy = on.Policies.Satisfaction.Survey;
        return wave switch
        {
            { Result: not null } => Decision.Record(),
            { IsOpen: false } => Over(),
            _ when wave.Missing(policy).ToList() is [_, ..] missing => Decision.Refuse(
                "survey-too-narrow", $"The survey {Wave} does not speak for the customer yet.", missing),
            _ => Decision.Record(new SurveyClosed(Wave, on.Today, wave.Count(policy))),
        };
    }
}

[Command("give-up-survey", "Give a survey up that too few answered, with the reason; it counts for nothing")]
public sealed record GiveUpSurvey(Id<SurveyWave> Wave, string Reason) : SurveyCommand(Wave)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.Blank(nameof(Reason), Reason));

    private protected override Decision Decide(SurveyWave wave, Occasion on) => wave switch
    {
        { Result: not null } => Over(),
        { IsOpen: false } => Decision.Record(),
        _ => Decision.Record(new SurveyGivenUp(Wave, on.Today, Reason)),
    };
}
