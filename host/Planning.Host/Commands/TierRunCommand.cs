using Planning.Accounts.Calendars;
using Planning.Accounts.Tiers;
using Planning.Accounts.Wording;
using Planning.Grains.Embedded;
using Planning.Grains.Portfolio;
using Spectre.Console;

namespace Planning.Host.Commands;

/// <summary>Lets the tier rules judge the portfolio and prints the outcome.</summary>
internal sealed class TierRunCommand(TimeProvider clock)
{
    public Task<int> RunAsync(string data, Quarter? through, CancellationToken cancellationToken) => DataDirectory.WithAsync(
        data,
        clock,
        async runtime =>
        {
            if (await RunAsync(runtime, through, cancellationToken) is not { } report)
            {
                AnsiConsole.MarkupLine("[red]No quarter that is over has our own figures; import vendor.json with them first.[/]");
                return 1;
            }

            await PortfolioTable.PrintAsync(runtime.Portfolio, cancellationToken);
            Print(report.Portfolio);
            return report.Refusals is [] ? 0 : 1;
        },
        cancellationToken);

    private static void Print(PortfolioReview? whole)
    {
        if (whole is null)
        {
            return;
        }

        AnsiConsole.MarkupLineInterpolated($"Tier S: {whole.Strategic} of at most {whole.MostStrategic}; S and A: {whole.Key} of at most {whole.MostKey} of {whole.Active} active customers.");
        AnsiConsole.MarkupLineInterpolated($"Revenue: largest {whole.LargestOne:0.0%} ({Words<Concentration>.Of(whole.LargestOneLevel)}), five largest {whole.LargestFive:0.0%} ({Words<Concentration>.Of(whole.LargestFiveLevel)}), index {whole.Index:0.000} ({Words<Concentration>.Of(whole.IndexLevel)}).");
        foreach (var finding in whole.Findings)
        {
            AnsiConsole.MarkupLineInterpolated($"{finding.Rule} for {finding.Told}: {finding.Sentence}; {finding.Asks}.");
        }

        if (whole.Waiting is not [])
        {
            AnsiConsole.MarkupLineInterpolated($"No place in tier S for {string.Join(", ", whole.Waiting)}: they wait.");
        }
    }

    /// <returns>Nothing when there is no quarter to judge.</returns>
    public static async Task<TierRunReport?> RunAsync(EmbeddedRuntime runtime, Quarter? through, CancellationToken cancellationToken)
    {
        var quarter = through ?? await runtime.TierRuns.NewestAsync(runtime.Today, cancellationToken);
        if (quarter is not { } last)
        {
            return null;
        }

        var runId = Guid.CreateVersion7(runtime.Clock.GetUtcNow()).ToString();
        var report = await Progress.WithAsync(
            $"Judging tiers through {last}",
            Math.Max(1, await runtime.Portfolio.CountAsync(cancellationToken)),
            progress => runtime.TierRuns.RunAsync(last, runId, Environment.UserName, progress, cancellationToken));
        foreach (var refusal in report.Refusals)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{refusal.Customer} {refusal.Sentence}[/]");
        }

        return report;
    }
}
