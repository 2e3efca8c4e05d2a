using Planning.Accounts.Certification;

namespace Planning.Host.Imports;

/// <summary>schemes.csv: a row is how a customer certifies its suppliers for a scope, by the criteria of criteria.csv.</summary>
internal static class SchemeRows
{
    public static IReadOnlyList<string> Columns { get; } =
        ["customer", "scheme", "title", "rule_book", "category", "region", "unit", "known_since", "known_by"];

    public static IReadOnlyList<string> Optional { get; } = ["audit_days"];

    public static void Take(Row row, Intake intake)
    {
        var draft = intake.Customer(row, "customer");
        var scheme = new Scheme(
            row.Key<Scheme>("scheme"),
            row.Text("title"),
            new Scope(row.Text("category"), row.Text("region"), row.Text("unit")),
            row.Text("rule_book"),
            [.. intake.Criteria])
        {
            AuditDays = row.WholeOrNothing("audit_days"),
        };
        var (since, by) = (row.Day("known_since"), row.Text("known_by"));
        if (intake.Criteria.Count == 0)
        {
            row.RefuseWhole("there is no sound row in criteria.csv that says what is asked for");
        }

        if (draft is not null && row.IsSound)
        {
            PastActs.Add(row.Source, draft.Id, since, by, new RegisterScheme(scheme), intake);
        }
    }
}
