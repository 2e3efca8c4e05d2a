using System.Text.Json;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Benchmarks.Rules;

/// <summary>Twelve rules of the kinds that account teams write; of the generated records about half fail.</summary>
internal static class AccountRules
{
    public const string Workflow = "accounts";

    private static readonly (string Name, string Expression, string Message)[] Rules =
    [
        ("KeyAccountGrows", """
            (account.Tier == "A" || account.Tier == "S") && account.Revenue > 5000000
            && account.Growth > -0.05 && account.Quality >= 30
            """, "$(account.Name) grows by $(account.Growth) only."),
        ("Calm", """
            account.OpenTickets <= 10 || (account.Quality >= 50 && account.Growth > 0
            && account.Seats > 500)
            """, "$(account.OpenTickets) tickets are open."),
        ("RenewalIsFar", """
            account.ContractEnd >= DateTime(2026, 10, 1) || account.Posture == "Harvest"
            && account.OpenTickets < 5
            """, "The contract of $(account.Name) ends on $(account.ContractEnd)."),
        ("Northern", """
            account.Segment != "Small" && (account.Country.Equals("se", StringComparison.OrdinalIgnoreCase)
            || account.Country == "NO" || account.Country == "FI")
            """, "$(account.Country) is not in the north."),
        ("Line", """
            account.Name.Contains("Broadband")
            || account.Name.StartsWith("aurora", StringComparison.OrdinalIgnoreCase)
            || account.Name.EndsWith("7", StringComparison.Ordinal)
            """, "$(account.Name) has no line."),
        ("BudgetFits", """
            account.Budget >= account.Revenue * 0.02m && account.Budget / 12 < 40000 && account.Seats > 25
            """, "A budget of $(account.Budget) is too small."),
        ("Upsell", """
            account.Seats >= 50 && account.Seats < 5000 && account.Match >= 20 && !(account.OnTargetList
            && account.Tier == "S")
            """, "$(account.Seats) seats match by $(account.Match)."),
        ("Target", """
            account.OnTargetList && (account.Match >= 65 || account.Quality >= 70) && account.Tier != "S"
            && account.Posture != "Harvest"
            """, "$(account.Name) is no target in tier $(account.Tier)."),
        ("Loyal", """
            account.Since < "2021-01-01" && account.Quality >= 30 && account.ContractEnd.Year >= 2026
            """, "With us since $(account.Since) only."),
        ("Owned", """
            account.Owner != null && account.Owner.StartsWith("e-", StringComparison.Ordinal)
            && account.Owner.Length > 3
            """, "Nobody owns $(account.Name)."),
        ("Region", """
            account.Region in ("EMEA", "APAC", "LATAM") && (account.Posture != "HoldSteady"
            || account.Revenue < 1000000)
            """, "$(account.Region) holds steady."),
        ("Score", """
            account.Match * 0.5 + account.Quality * 0.3 + Math.Max(0, account.Growth + 0.2) * 100 * 0.2 > 45
            """, "A match of $(account.Match) and a quality of $(account.Quality) are not enough."),
    ];

    /// <param name="told">Whether the rules have messages with placeholders.</param>
    public static string File(bool told = false) => Json(Rules, told);

    /// <summary>As many rules as asked for, none of them written twice.</summary>
    public static string Many(int count) => Json(
        [
            .. Enumerable.Range(0, count).Select(number =>
            {
                var (name, expression, message) = Rules[number % Rules.Length];
                return ($"{name}{number}", $"({expression}) && account.Seats != {number}", message);
            }),
        ],
        told: false);

    public static RuleSet Read(string file, FactInput input, NullPolicy nulls = NullPolicy.Unknown) =>
        RuleSetReader.Read(file, new FactSchema(input), nulls) switch
        {
            RuleSetReading.Sound sound => sound.RuleSet,
            RuleSetReading.Flawed flawed => throw new InvalidOperationException(string.Join('\n', flawed.Mistakes)),
            var other => throw new System.Diagnostics.UnreachableException($"{other}"),
        };

    private static string Json(IEnumerable<(string Name, string Expression, string Message)> rules, bool told) =>
        JsonSerializer.Serialize(new
        {
            WorkflowName = Workflow,
            Rules = rules.Select(rule => new
            {
                RuleName = rule.Name,
                rule.Expression,
                ErrorMessage = told ? rule.Message : $"{rule.Name} does not hold.",
            }),
        });
}
