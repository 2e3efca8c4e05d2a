using Planning.Accounts.Customers;
using Planning.Accounts.Teams;

namespace Planning.Host.Imports;

/// <summary>employees.csv: a row is one of ours.</summary>
internal static class EmployeeRows
{
    public static IReadOnlyList<string> Columns { get; } =
        ["id", "name", "region", "unit", "job_role", "level", "languages", "industries", "capacity_fte", "conflict_cities"];

    public static IReadOnlyList<string> Optional { get; } = ["licences", "domains", "clearances", "manager"];

    public static void Take(Row row, Intake intake)
    {
        var employee = new Employee(
            row.Key<Employee>("id"),
            row.Text("name"),
            row.Text("region"),
            row.Text("unit"),
            row.Text("job_role"),
            row.Whole("level"),
            [.. row.List("languages")],
            [.. row.List("industries")],
            row.Number("capacity_fte"),
            [.. row.List("conflict_cities")])
        {
            Licences = [.. row.WordList<SeatRole>("licences")],
            Domains = [.. row.List("domains")],
            Clearances = [.. row.List("clearances")],
            Manager = row.KeyOrNothing<Employee>("manager"),
        };
        row.Check(Mistakes(employee), column => column);
        foreach (var (index, _) in employee.ConflictCities.Index().Where(city => !CustomerDetails.IsCodedCity(city.Item)))
        {
            // What stands there may be the reason that nobody is to know (INV-27): it is not shown.
            row.Refuse("conflict_cities", "", FormattableString.Invariant(
                $"entry {index + 1} is no coded city; write country and city like GB-LON, and never the reason"));
        }

        if (employee.Id.Value is null)
        {
            return;
        }

        Intake.Enter(row, "id", intake.EmployeeRows, employee.Id, "each employee");
        if (row.IsSound)
        {
            intake.EmployeeRows.Take(employee.Id);
            intake.Employees.Add(employee);
        }
    }

    private static IEnumerable<FieldMistake> Mistakes(Employee employee) => FieldMistake.Among(
        FieldMistake.Blank("name", employee.Name),
        FieldMistake.Blank("region", employee.Region),
        FieldMistake.Blank("job_role", employee.JobRole),
        FieldMistake.OutOfRange("level", employee.Level, 1, 5),
        FieldMistake.OutOfRange("capacity_fte", employee.Capacity, 0.01m, 1));
}
