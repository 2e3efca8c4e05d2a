using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Satisfaction;

/// <summary>How customers are asked and heard. It knows no tier, lane or posture: all are heard alike (INV-06).</summary>
/// <param name="Severities">What is promised for an issue, by its severity, 1 the gravest.</param>
public sealed record SatisfactionPolicy(SurveyPolicy Survey, ImmutableSortedDictionary<int, IssueTimes> Severities)
{
    public static SatisfactionPolicy Default { get; } = new(
        new SurveyPolicy(Units: 3, Ranks: 2, ScaleFrom: 1, ScaleTo: 10, Even: 60, PerPoint: 8),
        ImmutableSortedDictionary.CreateRange(
        [
            KeyValuePair.Create(1, new IssueTimes(Response: 1, Solution: 5)),
            KeyValuePair.Create(2, new IssueTimes(Response: 2, Solution: 15)),
            KeyValuePair.Create(3, new IssueTimes(Response: 5, Solution: 40)),
        ]));

    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
    [
        FieldMistake.OutOfRange("Survey.Units", Survey.Units, 1, 100),
        FieldMistake.OutOfRange("Survey.Ranks", Survey.Ranks, 1, 5),
        FieldMistake.OutOfRange("Survey.ScaleTo", Survey.ScaleTo, Survey.ScaleFrom + 1, 100),
        FieldMistake.OutOfRange("Survey.Even", Survey.Even, 0, 100),
        FieldMistake.OutOfRange("Survey.PerPoint", Survey.PerPoint, 0.1m, 100),
        Severities is { Count: > 0 } ? null : new FieldMistake(nameof(Severities), "is empty"),
        .. (Severities ?? ImmutableSortedDictionary<int, IssueTimes>.Empty).Values.SelectMany(times => new[]
        {
            FieldMistake.OutOfRange("Severities.Response", times.Response, 0, 250),
            FieldMistake.OutOfRange("Severities.Solution", times.Solution, times.Response, 500),
        }),
    ]);
}

/// <param name="Units">How many units must have answered in a wave.</param>
/// <param name="Ranks">People of how many ranks.</param>
/// <param name="Even">Points where a customer gets exactly what it expects.</param>
/// <param name="PerPoint">Points for each step of perception above expectation.</param>
public sealed record SurveyPolicy(int Units, int Ranks, decimal ScaleFrom, decimal ScaleTo, decimal Even, decimal PerPoint)
{
    /// <summary>METHOD §5.4: 60 + 8·(perception − expectation), from 0 to 100.</summary>
    public decimal Score(SurveyAnswer answer) =>
        Math.Clamp(Even + (PerPoint * (answer.Perception - answer.Expectation)), 0, 100);
}

/// <summary>Working days from the day an issue is known.</summary>
/// <param name="Response">Until the customer hears from us.</param>
/// <param name="Solution">Until it is solved.</param>
public sealed record IssueTimes(int Response, int Solution);
