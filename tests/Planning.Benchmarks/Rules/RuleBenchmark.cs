using System.Globalization;

namespace Planning.Benchmarks.Rules;

/// <summary>Rules over a typed record and over JSON, beside calling what was compiled of them directly.</summary>
internal static class RuleBenchmark
{
    private const int Rounds = 7;

    private static readonly TimeSpan RoundLength = TimeSpan.FromSeconds(0.4);

    public static async Task RunAsync()
    {
        var ways = RuleWays.All();
        var measured = ways.ToDictionary(way => way, _ => new List<Cost>());

        // The first round warms up; then every round runs everything. The middle round of each counts.
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var way in ways)
            {
                measured[way].Add(Cost.Of(way.Run, Accounts.Count, RoundLength));
            }
        }

        var direct = Cost.MiddleOf(measured[ways[0]][1..]).PerSecond;
        Table.Print(
            "rules: 12 rules over a record of 17 fields, evaluations per second of processor time, one thread",
            ["", "evaluations/s", "aim", "bytes each", "x direct", "microsoft/RulesEngine 6.0.1"],
            ways.Select(way => Row(way, Cost.MiddleOf(measured[way][1..]), direct)));
        await FirstUse.PrintAsync();
    }

    private static string[] Row(RuleWay way, Cost cost, double direct) =>
    [
        way.Name,
        cost.PerSecond.ToString("N0", CultureInfo.InvariantCulture),
        way.Aim,
        cost.Bytes.ToString("N0", CultureInfo.InvariantCulture),
        (cost.PerSecond / direct).ToString("0.00", CultureInfo.InvariantCulture),
        way.Theirs,
    ];
}
