using System.Globalization;
using System.Text;
using Planning.Workflows.Generation;

namespace Planning.Workflows.Tests.Support;

/// <summary>The files of a generated portfolio, in memory.</summary>
internal sealed class GeneratedFiles
{
    private readonly Dictionary<string, List<Dictionary<string, string>>> _rows = new(StringComparer.Ordinal);

    private GeneratedFiles(Dictionary<string, StringBuilder> texts) =>
        Texts = texts.ToDictionary(file => file.Key, file => file.Value.ToString(), StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Texts { get; }

    public IReadOnlyList<Dictionary<string, string>> this[string file]
    {
        get
        {
            if (!_rows.TryGetValue(file, out var rows))
            {
                _rows[file] = rows = [.. Rows(Texts[file])];
            }

            return rows;
        }
    }

    public static GeneratedFiles Of(int customers, int seed, bool critical = false)
    {
        var texts = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var portfolio = new GeneratedPortfolio(seed, PortfolioSize.Of(customers, critical), new DateOnly(2026, 10, 5), Shipped.Playbook);
        foreach (var (file, text) in portfolio.Parts())
        {
            texts.TryAdd(file, new StringBuilder());
            texts[file].Append(text);
        }

        return new GeneratedFiles(texts);
    }

    /// <summary>The values of a metric in the newest quarter, by customer.</summary>
    public IReadOnlyDictionary<string, double> Newest(string metric) => Texts["metrics.csv"].Split('\n')
        .Where(line => line.Contains($",2026-Q3,{metric},", StringComparison.Ordinal))
        .Select(line => line.Split(','))
        .ToDictionary(cells => cells[0], cells => double.Parse(cells[3], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    // No generated cell holds a quote; those in quotes hold commas.
    private static IEnumerable<Dictionary<string, string>> Rows(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(line => header.Zip(Cells(line))
            .ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Cells(string line) =>
        line.Split('"').Index().SelectMany(part => part.Index % 2 == 1 ? [part.Item] : Bare(part.Item, part.Index, line));

    private static string[] Bare(string text, int index, string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return text.Split(',');
        }

        // Beside a quoted cell its own comma stands too.
        var inner = index == 0 ? text.TrimEnd(',') : text.TrimStart(',');
        return inner.Length == 0 && index > 0 ? [""] : inner.Split(',');
    }
}
