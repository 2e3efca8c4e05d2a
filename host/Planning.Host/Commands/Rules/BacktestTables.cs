using Planning.Accounts.Tiers;
using Planning.Workflows.Backtests;
using Spectre.Console;

namespace Planning.Host.Commands.Rules;

/// <summary>A back-test as tables: tiers and revenue, moves, customers that end otherwise, rules.</summary>
internal sealed class BacktestTables(int shown)
{
    private const string None = "–";

    public void Print(BacktestReport report)
    {
        PrintHead(report);
        PrintTiers(report);
        PrintMoves(report);
        PrintDifferences(report);
        PrintRules(report);
        PrintConflicts(report);
    }

    private static void PrintHead(BacktestReport report)
    {
        AnsiConsole.MarkupLineInterpolated(
            $"[bold]{report.Draft.Version}[/] beside [bold]{report.Live.Version}[/], which is live: {report.Customers:N0} customers over {report.Quarters.Length} quarters, {report.Quarters[0]} to {report.Quarters[^1]}. Nothing was changed.");
        AnsiConsole.MarkupLine(report.Proposals is ProposalFate.Agreed
            ? "Proposals count as agreed to in their own quarter; --proposals waiting shows what happens when nobody answers."
            : "Proposals wait and have no effect; --proposals agreed shows what happens when everybody agrees at once.");
        AnsiConsole.MarkupLine(
            "Figures are the ones known today; what people decided in those quarters does not count.");
        if (report.WithoutFigures > 0)
        {
            AnsiConsole.MarkupLineInterpolated(
                $"About {report.WithoutFigures:N0} customers nothing was measured in these quarters.");
        }
    }

    private static void PrintTiers(BacktestReport report)
    {
        var table = Titled("Tiers in the end")
            .AddColumn("Tier")
            .AddColumn(Number("began there"))
            .AddColumn(Number("live"))
            .AddColumn(Number("draft"))
            .AddColumn(Number($"revenue live, M {report.Currency}"))
            .AddColumn(Number($"revenue draft, M {report.Currency}"));
        foreach (var tier in report.Tiers)
        {
            table.AddRow(
                $"{tier.Tier}",
                $"{tier.Began.Customers:N0}",
                $"{tier.Live.Customers:N0}",
                $"{tier.Draft.Customers:N0}",
                $"{tier.Live.Revenue:N1}",
                $"{tier.Draft.Revenue:N1}");
        }

        AnsiConsole.Write(table);
        if (report.Ends.Sum(end => end.RevenueUnknown) is > 0 and var unknown)
        {
            AnsiConsole.MarkupLineInterpolated(
                $"The revenue of {unknown:N0} customers in {report.Quarters[^1]} is not known in {report.Currency} and not in these sums.");
        }
    }

    private static void PrintMoves(BacktestReport report)
    {
        if (report.Moves is [])
        {
            AnsiConsole.MarkupLine("Nobody would have moved under either version.");
            return;
        }

        var table = Titled("Moves").AddColumn("From").AddColumn("To").AddColumn(Number("live")).AddColumn(Number("draft"));
        foreach (var quarter in report.Quarters)
        {
            table.AddColumn(Number($"{quarter}"));
        }

        foreach (var move in report.Moves.GroupBy(move => (move.From, move.To)).OrderByDescending(move => move.Key.From.Tier))
        {
            table.AddRow(
            [
                $"{move.Key.From}",
                $"{move.Key.To}",
                $"{move.Sum(one => one.Live):N0}",
                $"{move.Sum(one => one.Draft):N0}",
                .. report.Quarters.Select(quarter => move.SingleOrDefault(one => one.Period == quarter) is { } one
                    ? $"{one.Live:N0} / {one.Draft:N0}"
                    : None),
            ]);
        }

        AnsiConsole.Write(table.Caption("In a quarter: live / draft. A move counts from the quarter after."));
    }

    private void PrintDifferences(BacktestReport report)
    {
        if (report.Differing == 0)
        {
            AnsiConsole.MarkupLine("Every customer ends in the same tier, lane and posture under both versions.");
            return;
        }

        var table = Titled($"{report.Differing:N0} customers end otherwise")
            .AddColumn("Customer")
            .AddColumn(Number($"M {report.Currency}"))
            .AddColumn("Began")
            .AddColumn("Live")
            .AddColumn("Draft")
            .AddColumn("Where the ways part")
            .ShowRowSeparators();
        foreach (var one in report.Differences.Take(shown))
        {
            table.AddRow(
                Markup.Escape($"{one.Name} ({one.Customer})"),
                one.Revenue is { } revenue ? $"{revenue:N1}" : None,
                $"{one.From}",
                Way(one.Live, one.LiveMoves),
                Way(one.Draft, one.DraftMoves),
                Markup.Escape($"{one.Rule}: {one.Because}"));
        }

        AnsiConsole.Write(table);
        if (report.Differing > shown)
        {
            AnsiConsole.MarkupLineInterpolated(
                $"[grey]{Math.Min(shown, report.Differences.Length):N0} of {report.Differing:N0} are shown; --show N shows more, --json up to {BacktestReport.MostDifferences:N0}.[/]");
        }
    }

    private static void PrintRules(BacktestReport report)
    {
        var table = Titled("Rules, live / draft")
            .AddColumn("Rule")
            .AddColumn(Number("judged"))
            .AddColumn(Number("true"))
            .AddColumn(Number("fired"))
            .AddColumn(Number("beaten"))
            .AddColumn(Number("undecided"))
            .AddColumn("To look at");
        foreach (var rule in report.Draft.Rules.Select(rule => rule.Rule).Union(report.Live.Rules.Select(rule => rule.Rule)))
        {
            var live = report.Live.Rules.FirstOrDefault(one => one.Rule == rule);
            var draft = report.Draft.Rules.FirstOrDefault(one => one.Rule == rule);
            string Both(Func<BacktestedRule, long> count) =>
                $"{(live is null ? None : $"{count(live):N0}")} / {(draft is null ? None : $"{count(draft):N0}")}";
            table.AddRow(
                Markup.Escape(rule),
                Both(one => one.Judged),
                Both(one => one.True),
                Both(one => one.Fired),
                Both(one => one.Beaten),
                Both(one => one.Unknown),
                Remarks(live, draft));
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated(
            $"Some rule could not be decided in {Share(report.Live):P1} (live) and {Share(report.Draft):P1} (draft) of the customers' quarters.");
    }

    private static void PrintConflicts(BacktestReport report)
    {
        var live = report.Live.Conflicts.ToDictionary(Pair, conflict => conflict.Times);
        var draft = report.Draft.Conflicts.ToDictionary(Pair, conflict => conflict.Times);
        if (live.Count + draft.Count == 0)
        {
            AnsiConsole.MarkupLine("No two rules got in each other's way.");
            return;
        }

        var table = Titled("Rules that were true of the same customer and got in each other's way")
            .AddColumn("Rule")
            .AddColumn("")
            .AddColumn("Other rule")
            .AddColumn(Number("live"))
            .AddColumn(Number("draft"));
        foreach (var (rule, other, kind) in draft.Keys.Union(live.Keys))
        {
            table.AddRow(
                Markup.Escape(rule),
                kind is ConflictKind.Beaten ? "beat" : "was contradicted by",
                Markup.Escape(other),
                $"{live.GetValueOrDefault((rule, other, kind)):N0}",
                $"{draft.GetValueOrDefault((rule, other, kind)):N0}");
        }

        AnsiConsole.Write(table.Caption(
            "Beat: both are of one group. Contradicted: both spoke, and what the other wants stands in the end."));
    }

    private static (string Rule, string Other, ConflictKind Kind) Pair(BacktestedConflict conflict) =>
        (conflict.Rule, conflict.Other, conflict.Kind);

    private static string Remarks(BacktestedRule? live, BacktestedRule? draft) => (live, draft) switch
    {
        (null, _) => draft!.Remark is { } remark ? $"new; {remark}" : "new",
        (_, null) => "not in the draft",
        _ when live.Remark == draft.Remark => live.Remark ?? "",
        _ => $"{live.Remark ?? None} / {draft.Remark ?? None}",
    };

    private static double Share(BacktestedRules rules) =>
        rules.Quarters == 0 ? 0 : (double)rules.Undecided / rules.Quarters;

    private static string Way(TierPlace end, IEnumerable<BacktestMove> moves) =>
        string.Join('\n', [$"{end}", .. moves.Select(move => $"{move.Period} {move.Rule}")]);

    private static Table Titled(string title) =>
        new Table().Border(TableBorder.Rounded).Title(Markup.Escape(title));

    private static TableColumn Number(string head) => new TableColumn(Markup.Escape(head)).RightAligned();
}
