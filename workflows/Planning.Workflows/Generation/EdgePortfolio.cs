using System.Text;
using Planning.Accounts.Customers;

namespace Planning.Workflows.Generation;

/// <summary>METHOD §8.1's edge set: a small portfolio in which nothing is usual. Always the same.</summary>
/// <remarks>What comes after a change of currency lies in a folder of its own, to be imported second. The rule file holds a
/// circle and must be refused.</remarks>
public static class EdgePortfolio
{
    private const int GroupUnits = 400;

    private static readonly (string Id, string Name, string Country, string Tier, string Root)[] Customers =
    [
        ("edge-nobody", "Company Without Anybody", "GB", "C", "edge-nobody"),
        ("edge-wide", "Group of Four Hundred", "DE", "S", "edge-wide"),
        ("edge-left", "Company That Somebody Left", "FR", "B", "edge-left"),
        ("edge-joined", "Company That Somebody Joined", "FR", "B", "edge-joined"),
        ("edge-leap", "Company of the Leap Day", "CH", "A", "edge-leap"),
        ("edge-money", "Company That Changed Its Money", "GB", "A", "edge-money"),
        ("edge-merging", "Merged Group, the Head", "NO", "S", "edge-merging"),
        ("edge-merged", "Merged Group, the Other", "NO", "S", "edge-merging"),
        ("edge-friday", "شركة النخيل للاتصالات", "SA", "B", "edge-friday"),
        ("edge-chinese", "龙桥移动通信", "CN", "B", "edge-chinese"),
        ("edge-accents", "Žďárské spoje, “Příční” a.s.", "CZ", "C", "edge-accents"),
        ("edge-old", "Company of Ten Years", "PT", "C", "edge-old"),
    ];

    private static readonly (string Metric, string Value, string Unit)[] Metrics =
    [
        ("revenue_ttm", "21", "M"), ("contribution_pct", "0.2", "share"), ("fte", "8", "FTE"), ("potential_3y", "40", "M"),
        ("growth_3y", "0.05", "ratio"), ("sow", "0.3", "share"), ("match", "61", "points"), ("satisfaction", "75", "points"),
        ("dso_overrun", "10", "days"), ("overdue60", "0.05", "share"), ("credit", "6", "grade"), ("survival5y", "0.9", "share"),
        ("relevant_spend_share", "0.2", "share"), ("sanctions_hit", "false", "yes/no"), ("insolvency", "false", "yes/no"),
    ];

    private static readonly (string Customer, string Name)[] Names =
    [
        ("edge-wide", "Ann O’Hara"), ("edge-left", "Noor van der Meer"), ("edge-leap", "Léa Müller-Žižek"),
        ("edge-money", "Kim"), ("edge-merging", "Åse Ødegård"), ("edge-merged", "Åse Ødegård"),
        ("edge-friday", "فاطمة الزهراني"), ("edge-chinese", "欧阳兰英"), ("edge-accents", "Đorđe Šťastný"),
        ("edge-old", "Inês de Conceição"),
    ];

    private static readonly string[] Triangle = ["AR", "SR", "FR"];

    public static IEnumerable<(string File, string Text)> Parts()
    {
        yield return ("vendor.json", Vendor("EUR", 1180));
        yield return ("employees.csv", Employees());
        yield return ("customers.csv", CustomerRows());
        yield return ("units.csv", Units());
        yield return ("people.csv", People());
        yield return ("seats.csv", Seats());
        yield return ("metrics.csv", Measured("EUR", "2016-Q3", "2026-Q1", "2026-Q2"));
        yield return ("interactions.csv", Interactions());
        yield return ("history.jsonl", History());
        yield return ("after/vendor.json", Vendor("USD", 1290));
        yield return ("after/metrics.csv", Measured("USD", "2026-Q3"));
        yield return ("rules/circle.json", Circle);
    }

    /// <summary>Two computed values that need each other.</summary>
    private const string Circle = """
        {
          "WorkflowName": "tiering",
          "Version": "circle",
          "GlobalParams": [
            { "Name": "Hen", "Expression": "Egg + 1" },
            { "Name": "Egg", "Expression": "Hen + 1" }
          ],
          "Rules": [ { "RuleName": "FIRST", "Expression": "Hen > customer.Match" } ]
        }

        """;

    private static string Vendor(string currency, int revenue) => $$"""
        {
          "name": "Lanternfish Networks",
          "reportingCurrency": "{{currency}}",
          "figures": [
            {"period": "2026-Q{{(currency == "EUR" ? 2 : 3)}}", "revenueTtm": {{revenue}}, "contributionPct": 0.19, "frontlineFte": 560}
          ]
        }

        """;

    private static string Employees()
    {
        var text = new StringBuilder("id,name,region,unit,job_role,level,languages,industries,capacity_fte,conflict_cities\n");
        foreach (var (customer, role) in Customers.SelectMany(_ => Triangle, (customer, role) => (customer, role)))
        {
            text.Row(
                $"{customer.Id}-{role.ToLowerInvariant()}", $"Robin of {customer.Name}", "EDGE", "Edge", role, 5, "en", "telecom", 1, "");
        }

        return text.ToString();
    }

    private static string CustomerRows()
    {
        var text = new StringBuilder("id,name,country,industry,region,tier,lane,posture,tier_since,posture_since,lifecycle,on_target_list,"
            + "benchmark_effect,group_root,group_root_confirmed\n");
        foreach (var (id, name, country, tier, root) in Customers)
        {
            text.Row(id, name, country, "telecom", "EDGE", tier, "STANDARD", "BUILD", "2016-Q1", "2016-Q1", "active", false, false, root, true);
        }

        return text.ToString();
    }

    private static string Units()
    {
        var text = new StringBuilder("customer,unit,function,relevance,headcount_in_process\n");
        foreach (var (id, _, _, _, _) in Customers)
        {
            text.Row(id, "Networks", "engineering", 3, 0);
        }

        for (var number = 1; number <= GroupUnits; number++)
        {
            text.Row("edge-wide", FormattableString.Invariant($"Subsidiary {number}"), "subsidiary", number % 4, number);
        }

        return text.ToString();
    }

    private static string People()
    {
        var text = new StringBuilder("id,customer,name,title,unit,process_role,influence_now,influence_future,stance,level,target_level,owner\n");
        foreach (var (id, name) in Names)
        {
            text.Row($"p-{id}", id, name, "Head of networks", "Networks", "decide", 5, 5, "neutral", 2, 3, $"{id}-ar");
        }

        return text.ToString();
    }

    private static string Seats()
    {
        var text = new StringBuilder("customer,role,kind,employee,since\n");
        foreach (var (id, _, _, _, _) in Customers)
        {
            text.Row(id, "AR", "primary", $"{id}-ar", "2016-02-29");
            text.Row(id, "SR", "primary", $"{id}-sr", "2025-01-01");
            text.Row(id, "FR", "primary", $"{id}-fr", "2025-01-01");
        }

        return text.ToString();
    }

    private static string Measured(string currency, params IReadOnlyList<string> periods)
    {
        var text = new StringBuilder("customer,period,metric,value,unit,observed_on,source\n");
        foreach (var (id, _, _, _, _) in Customers)
        {
            foreach (var period in periods.Where(period => id == "edge-old" || period != "2016-Q3"))
            {
                foreach (var (metric, value, unit) in Metrics)
                {
                    text.Row(id, period, metric, value, unit == "M" ? $"M {currency}" : unit, $"{period[..4]}-01-15", "ERP");
                }
            }
        }

        return text.ToString();
    }

    private static string Interactions()
    {
        var text = new StringBuilder("id,customer,people,employees,on,means,direction,two_way,topic,outcome,next_step\n");
        text.Row(
            "edge-i-1", "edge-old", "p-edge-old", "edge-old-ar", "2016-10-03", "meeting", "ours", true, "The first talk, \"long\" ago", null, null);
        text.Row("edge-i-2", "edge-leap", "p-edge-leap", "edge-leap-ar", "2024-02-29", "call", "theirs", true, "Leap day", null, null);
        text.Row(
            "edge-i-3", "edge-friday", "p-edge-friday", "edge-friday-ar", "2026-09-27", "meeting", "ours", true, "On a Sunday", null, null);
        return text.ToString();
    }

    private static string History()
    {
        var text = new StringBuilder();
        void AddAct(string customer, string day, string act, string? with = null) => Acts.Line(
            text, Id<Customer>.Parse(customer, null), DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            "edge-left-ar", act, with);
        AddAct("edge-leap", "2024-02-29", "open-plan");
        AddAct("edge-left", "2026-08-31", "end-position", """{"person":"p-edge-left","day":"2026-08-31","next":"edge-joined"}""");
        AddAct(
            "edge-joined",
            "2026-09-01",
            "welcome-mover",
            """
            {"who":{"id":"p-edge-joined","name":"Noor van der Meer","title":"Head of networks","unit":"Networks","role":"decide","influenceNow":5,
            "influenceFuture":5,"stance":"neutral","level":2,"targetLevel":3,"owner":"edge-joined-ar"},
            "earlier":[{"customer":"edge-left","unit":"Networks","title":"Head of networks","from":null,"until":"2026-08-31"}],
            "since":"2026-09-01"}
            """.ReplaceLineEndings(""));
        return text.ToString();
    }
}
