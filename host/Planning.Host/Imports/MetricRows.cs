using System.Text.Json;
using Planning.Accounts.Metrics;

namespace Planning.Host.Imports;

/// <summary>metrics.csv: a row is one metric of one quarter of a customer.</summary>
internal static class MetricRows
{
    public static IReadOnlyList<string> Columns { get; } =
        ["customer", "period", "metric", "value", "unit", "observed_on", "source"];

    public static void Take(Row row, Intake intake)
    {
        var draft = intake.Customer(row, "customer");
        var period = row.Quarter("period");
        var definition = Definition(row);
        var observed = row.Day("observed_on");
        var source = row.Text("source");
        if (definition is null)
        {
            return;
        }

        var currency = definition.IsMoney ? intake.ReportingCurrency : null;
        CheckUnit(row, definition, currency);
        var value = definition.Unit == MetricDefinition.YesNoUnit ? (row.YesNo("value") ? 1 : 0) : row.Number("value");
        var snapshot = new MetricSnapshot(definition.Metric, period, value, currency, observed, source);
        row.Check(snapshot.Mistakes(intake.Today), ColumnOf);
        if (draft is null || period == default)
        {
            return;
        }

        var key = (draft.Id, period, definition.Metric);
        Intake.Enter(row, "metric", intake.MetricRows, key, "each metric of a customer and quarter");
        if (row.IsSound)
        {
            draft.Metrics.Add(new(snapshot, row.Source));
        }
    }

    /// <summary>The column of a property.</summary>
    public static string ColumnOf(string property) => property == nameof(MetricSnapshot.Currency)
        ? "unit"
        : JsonNamingPolicy.SnakeCaseLower.ConvertName(property);

    private static MetricDefinition? Definition(Row row)
    {
        var name = row.Text("metric");
        var definition = MetricDefinition.Find(name);
        if (definition is null && row.IsWell("metric"))
        {
            var wrong = name.Length == 0 ? "is empty" : "is no metric";
            row.Refuse("metric", $"{wrong}; write one of {string.Join(", ", MetricDefinition.Names)}");
        }

        return definition;
    }

    private static void CheckUnit(Row row, MetricDefinition definition, string? currency)
    {
        var unit = row.Text("unit");
        if (definition.IsMoney && currency is null)
        {
            row.Refuse("unit", "cannot be checked, because the reporting currency is not known; import vendor.json first");
            return;
        }

        var right = definition.IsMoney ? $"{MetricDefinition.MoneyUnit} {currency}" : definition.Unit;
        if (unit != right && row.IsWell("unit"))
        {
            row.Refuse("unit", $"is not the unit of {definition.Name}; give it in {right}");
        }
    }
}
