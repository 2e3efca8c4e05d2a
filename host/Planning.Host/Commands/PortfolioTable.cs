using Planning.Grains.Store;
using Spectre.Console;

namespace Planning.Host.Commands;

/// <summary>The portfolio as a table: who stands where, what is proposed and why, what waits for whom.</summary>
internal static class PortfolioTable
{
    private const int MostRows = 200;

    public static async Task PrintAsync(IPortfolio portfolio, CancellationToken cancellationToken)
    {
        var rows = await portfolio.ListAsync(null, MostRows, cancellationToken);
        var waiting = (await portfolio.WaitingAsync(null, cancellationToken)).ToLookup(item => item.Customer);
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators()
            .AddColumn("Customer")
            .AddColumn(new TableColumn("Tier").NoWrap())
            .AddColumn("Proposed move, and why")
            .AddColumn("Plan stage")
            .AddColumn("What waits for whom");
        foreach (var row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Name),
                Markup.Escape(row.Lane == "TARGET" ? $"{row.Tier} target" : row.Tier),
                Markup.Escape(Move(row)),
                Markup.Escape(row.Stage is null ? "–" : $"{row.Stage} until {row.StageDue}"),
                Markup.Escape(string.Join('\n', waiting[row.Customer].Select(Line))));
        }

        AnsiConsole.Write(table.Title(Markup.Escape(await portfolio.VendorNameAsync(cancellationToken) ?? "Portfolio")));
        if (rows.Count == MostRows)
        {
            AnsiConsole.MarkupLine($"[grey]The first {MostRows} customers; the others are in the API: GET /api/customers?after={rows[^1].Customer}[/]");
        }
    }

    private static string Move(CustomerRow row) => (row.Proposal, row.Because) switch
    {
        (null, null) => "–",
        (null, var because) => because,
        var (proposal, because) => $"{proposal}: {because}",
    };

    private static string Line(WaitingRow item) =>
        $"{item.Role}: {item.Subject}{(item.Due is null ? "" : $" by {item.Due}")}";
}
