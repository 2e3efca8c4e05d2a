using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;

namespace Planning.Host.Imports;

/// <summary>customers.csv: a row is a customer.</summary>
internal static class CustomerRows
{
    public static IReadOnlyList<string> Columns { get; } =
    [
        "id", "name", "country", "industry", "region", "tier", "lane", "posture", "tier_since", "posture_since",
        "lifecycle", "on_target_list", "benchmark_effect", "group_root", "group_root_confirmed",
    ];

    public static IReadOnlyList<string> Optional { get; } = ["cities", "rivals"];

    public static void Take(Row row, Intake intake)
    {
        var id = row.Key<Customer>("id");
        var details = new CustomerDetails(
            row.Text("name"),
            row.Text("country"),
            row.Text("industry"),
            row.Text("region"),
            row.Word<Lifecycle>("lifecycle"),
            row.YesNo("on_target_list"),
            row.YesNo("benchmark_effect"),
            row.Key<Customer>("group_root"),
            row.YesNo("group_root_confirmed"))
        {
            Cities = [.. row.List("cities")],
            Rivals = [.. row.Keys<Customer>("rivals")],
        };
        var registration = new Registration(
            details,
            row.Word<Tier>("tier"),
            row.Word<Lane>("lane"),
            row.Word<Posture>("posture"),
            Begun(row, "tier_since", intake.Today),
            Begun(row, "posture_since", intake.Today));
        row.Check(details.Mistakes(), property => property.ToLowerInvariant());
        if (id.Value is null)
        {
            return;
        }

        Intake.Enter(row, "id", intake.CustomerRows, id, "each customer");
        if (row.IsSound)
        {
            intake.CustomerRows.Take(id);
            intake.Draft(id).Registration = new(registration, row.Source);
        }
    }

    private static Quarter Begun(Row row, string column, DateOnly today)
    {
        var quarter = row.Quarter(column);
        if (quarter != default && quarter.StartsOn > today)
        {
            row.Refuse(column, $"is {quarter}, which has not begun yet");
        }

        return quarter;
    }
}
