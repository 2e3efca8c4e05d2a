using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.People;

namespace Planning.Accounts.Satisfaction;

/// <summary>One time that a customer was asked what it expects of the whole of our service and what it gets (METHOD §5.4).</summary>
/// <param name="Answers">In the order in which they came.</param>
public sealed record SurveyWave(Id<SurveyWave> Id, DateOnly OpenedOn, ImmutableArray<SurveyAnswer> Answers)
{
    /// <summary>Nothing while it runs, or when it was given up.</summary>
    public WaveResult? Result { get; init; }

    public DateOnly? ClosedOn { get; init; }

    [JsonIgnore]
    public bool IsOpen => ClosedOn is null;

    /// <summary>What it lacks to tell anything of the company: it is not the satisfaction of one friend.</summary>
    public IEnumerable<string> Missing(SurveyPolicy policy)
    {
        var units = Answers.Select(answer => answer.Unit).Distinct(StringComparer.Ordinal).Count();
        var ranks = Answers.Select(answer => answer.Rank).Distinct().Count();
        if (units < policy.Units)
        {
            yield return FormattableString.Invariant($"{units} units have answered; {policy.Units} are needed.");
        }

        if (ranks < policy.Ranks)
        {
            yield return FormattableString.Invariant($"People of {ranks} ranks have answered; {policy.Ranks} are needed.");
        }
    }

    /// <summary>Each unit by its mean, the customer by the mean of its units: no unit outweighs another by its number.</summary>
    internal WaveResult Count(SurveyPolicy policy)
    {
        ImmutableArray<UnitSatisfaction> units =
        [
            .. Answers.GroupBy(answer => answer.Unit, StringComparer.Ordinal).OrderBy(unit => unit.Key, StringComparer.Ordinal)
                .Select(unit => new UnitSatisfaction(
                    unit.Key,
                    unit.Count(),
                    decimal.Round(unit.Average(answer => answer.Expectation), 2),
                    decimal.Round(unit.Average(answer => answer.Perception), 2),
                    decimal.Round(unit.Average(answer => policy.Score(answer)), 1))),
        ];
        var score = Answers.GroupBy(answer => answer.Unit, StringComparer.Ordinal)
            .Average(unit => unit.Average(answer => policy.Score(answer)));
        return new WaveResult(decimal.Round(score, 1), units);
    }

    public bool Equals(SurveyWave? other) => other is not null
        && (Id, OpenedOn, ClosedOn, Result) == (other.Id, other.OpenedOn, other.ClosedOn, other.Result)
        && Answers.AsSpan().SequenceEqual(other.Answers.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, Answers.Length);
}

/// <summary>What one respondent expects and gets.</summary>
/// <param name="Rank">The grade in the customer's own order, 1 to 5.</param>
/// <param name="Expectation">On the policy's scale.</param>
/// <param name="Perception">On the same scale.</param>
/// <param name="Person">Nothing where the respondent is not named.</param>
public sealed record SurveyAnswer(
    Id<SurveyAnswer> Id, string Unit, int Rank, decimal Expectation, decimal Perception, string? Comment = null, Id<Person>? Person = null);

/// <param name="Score">0 to 100.</param>
public sealed record WaveResult(decimal Score, ImmutableArray<UnitSatisfaction> Units)
{
    public bool Equals(WaveResult? other) =>
        other is not null && Score == other.Score && Units.AsSpan().SequenceEqual(other.Units.AsSpan());

    public override int GetHashCode() => Score.GetHashCode();
}

/// <summary>One unit's mean, and how many answered there.</summary>
/// <param name="Score">0 to 100.</param>
public sealed record UnitSatisfaction(string Unit, int Answers, decimal Expectation, decimal Perception, decimal Score);
