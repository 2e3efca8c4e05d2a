using Planning.Accounts.People;

namespace Planning.Host.Imports;

/// <summary>units.csv: a row is a department or subsidiary of a customer.</summary>
internal static class UnitRows
{
    public static IReadOnlyList<string> Columns { get; } =
        ["customer", "unit", "function", "relevance", "headcount_in_process"];

    public static void Take(Row row, Intake intake)
    {
        var draft = intake.Customer(row, "customer");
        var unit = new CustomerUnit(
            row.Text("unit"),
            row.Word<UnitFunction>("function"),
            row.Whole("relevance"),
            row.WholeOrNothing("headcount_in_process"));
        row.Check(unit.Mistakes(), ColumnOf);
        if (draft is null)
        {
            return;
        }

        Intake.Enter(row, "unit", intake.UnitRows, (draft.Id, unit.Name), "each unit of a customer");
        if (row.IsSound)
        {
            draft.UnitNames.Add(unit.Name);
            draft.Units.Add(new(unit, row.Source));
        }
    }

    /// <summary>The column of a property.</summary>
    public static string ColumnOf(string property) => property switch
    {
        nameof(CustomerUnit.Name) => "unit",
        nameof(CustomerUnit.HeadcountInProcess) => "headcount_in_process",
        _ => property.ToLowerInvariant(),
    };
}
