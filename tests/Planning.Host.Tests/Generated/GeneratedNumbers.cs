using System.Globalization;
using Planning.Accounts.Calendars;
using Planning.Workflows.Generation;

namespace Planning.Host.Tests.Generated;

/// <summary>What the generated files say, read without the importer: the rules' word is compared with it.</summary>
internal sealed class GeneratedNumbers
{
    private readonly Dictionary<(string Customer, string Period), Dictionary<string, double>> _metrics = [];
    private readonly Dictionary<string, (double PerHead, double Contribution)> _vendor = [];

    public GeneratedNumbers(string folder)
    {
        foreach (var cells in Rows(folder, "metrics.csv"))
        {
            var key = (cells[0], cells[1]);
            _metrics.TryAdd(key, new Dictionary<string, double>(StringComparer.Ordinal));
            _metrics[key][cells[2]] = cells[3] switch
            {
                "true" => 1,
                "false" => 0,
                var number => double.Parse(number, CultureInfo.InvariantCulture),
            };
        }

        var vendor = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "vendor.json")))!;
        foreach (var figures in vendor["figures"]!.AsArray())
        {
            var perHead = figures!["revenueTtm"]!.GetValue<double>() / figures["frontlineFte"]!.GetValue<double>();
            _vendor[figures["period"]!.GetValue<string>()] = (perHead, perHead * figures["contributionPct"]!.GetValue<double>());
        }
    }

    /// <summary>The cells of a generated file's rows; of truths.csv the last cell may be cut.</summary>
    public static IEnumerable<string[]> Rows(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split(','));

    public Numbers Of(string customer, Quarter period)
    {
        var known = _metrics[(customer, period.ToString())];
        var (perHead, contribution) = _vendor[period.ToString()];
        var own = known["revenue_ttm"] / known["fte"];
        double At(string metric) => known.GetValueOrDefault(metric, double.NaN);
        return new Numbers(
            known["revenue_ttm"],
            known["contribution_pct"],
            (0.5 * own / perHead) + (0.5 * own * known["contribution_pct"] / contribution),
            At("potential_3y"),
            At("growth_3y"),
            known["sow"],
            known["match"],
            At("satisfaction"),
            known["dso_overrun"],
            known["overdue60"],
            At("credit"),
            known["survival5y"],
            (int)known["bus_factor"]);
    }
}
