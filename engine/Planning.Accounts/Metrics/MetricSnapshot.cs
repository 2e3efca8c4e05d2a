using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Metrics;

/// <summary>One measured value of one quarter. It is never changed: a correction is a newer snapshot.</summary>
/// <param name="Value">In the metric's unit; money in millions, yes/no as 1 or 0.</param>
/// <param name="Currency">Of a money metric, else nothing.</param>
/// <param name="ObservedOn">The day it was true.</param>
/// <param name="Source">Where it comes from: ERP, CRM, survey.</param>
public sealed record MetricSnapshot(
    Metric Metric, Quarter Period, decimal Value, string? Currency, DateOnly ObservedOn, string Source)
{
    public IEnumerable<FieldMistake> Mistakes(DateOnly today)
    {
        var definition = MetricDefinition.Of(Metric);
        return FieldMistake.Among(
            FieldMistake.OutOfRange(nameof(Value), Value, definition.Smallest, definition.Largest),
            definition.Unit == MetricDefinition.YesNoUnit && Value is > 0 and < 1
                ? new FieldMistake(
                    nameof(Value), FormattableString.Invariant($"is {Value}; it must be 0 for no or 1 for yes"))
                : null,
            FieldMistake.Blank(nameof(Source), Source),
            definition.IsMoney == (Currency is not null)
                ? null
                : new FieldMistake(
                    nameof(Currency), definition.IsMoney ? "is missing" : $"is {Currency}, but {definition.Name} is no money"),
            definition.IsMoney && Currency is not (null or [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z'])
                ? new FieldMistake(nameof(Currency), $"is “{Currency}”; write three capital letters, as EUR")
                : null,
            Period > Quarter.Of(today)
                ? new FieldMistake(nameof(Period), $"is {Period}, which has not begun yet")
                : null,
            FieldMistake.NotYet(nameof(ObservedOn), ObservedOn, today));
    }
}
