using Planning.Accounts.Certification;

namespace Planning.Host.Imports;

/// <summary>criteria.csv: a row is something that customers ask of their suppliers; every scheme of schemes.csv asks for all of them.</summary>
internal static class CriterionRows
{
    public static IReadOnlyList<string> Columns { get; } = ["criterion", "domain", "text"];

    public static IReadOnlyList<string> Optional { get; } = ["evidence_types", "gate", "pass_mark"];

    public static void Take(Row row, Intake intake)
    {
        var criterion = new Criterion(row.Key<Criterion>("criterion"), row.Text("domain"), row.Text("text"), [.. row.List("evidence_types")])
        {
            Gate = row.YesNoOrNothing("gate"),
            PassMark = row.NumberOrNothing("pass_mark"),
        };
        if (intake.Criteria.Any(known => known.Id == criterion.Id))
        {
            row.Refuse("criterion", "stands in the file already; each criterion has one row");
        }

        if (row.IsSound)
        {
            intake.Criteria.Add(criterion);
        }
    }
}
