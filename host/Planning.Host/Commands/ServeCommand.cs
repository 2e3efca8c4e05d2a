using Planning.Grains.Embedded;
using Planning.Host.Api;
using Planning.Host.Outbound;
using Spectre.Console;

namespace Planning.Host.Commands;

/// <summary>Runs the host until it is stopped.</summary>
internal sealed class ServeCommand(TimeProvider clock)
{
    public Task<int> RunAsync(
        string data, string urls, Reach reach, bool sample, CancellationToken cancellationToken) => DataDirectory.WithAsync(
        data,
        clock,
        async runtime =>
        {
            var app = Web.Build(runtime, urls, reach);
            await app.StartAsync(cancellationToken);
            if (sample)
            {
                await ShowSampleAsync(runtime, cancellationToken);
            }

            PrintAddresses(app.Urls, sample);
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        },
        cancellationToken);

    // The portfolio comes in whole or not at all, so a start that was cut off begins anew and a later one finds it there.
    private static async Task ShowSampleAsync(EmbeddedRuntime runtime, CancellationToken cancellationToken)
    {
        if (await runtime.Portfolio.ListAsync(null, 1, cancellationToken) is [])
        {
            await ImportCommand.RunAsync(
                runtime, Path.Combine(AppContext.BaseDirectory, "portfolio"), strict: true, cancellationToken);
        }

        var newest = (await runtime.TierRuns.NewestAsync(runtime.Today, cancellationToken))?.ToString();
        if ((await runtime.Portfolio.ListAsync(null, 1000, cancellationToken)).Any(row => row.Reviewed != newest))
        {
            await TierRunCommand.RunAsync(runtime, null, cancellationToken);
        }

        await PortfolioTable.PrintAsync(runtime.Portfolio, cancellationToken);
    }

    private static void PrintAddresses(ICollection<string> urls, bool sample)
    {
        var url = urls.First();
        AnsiConsole.MarkupLineInterpolated($"Planning listens on [bold]{url}[/]. Stop it with Ctrl+C.");
        AnsiConsole.MarkupLineInterpolated($"  {url}/api/customers          the portfolio");
        if (sample)
        {
            AnsiConsole.MarkupLineInterpolated($"  {url}/api/customers/aurora   one customer, with the reasons for its tier");
        }

        AnsiConsole.MarkupLineInterpolated($"  {url}/api/waiting            what waits for whom");
        AnsiConsole.MarkupLineInterpolated($"  {url}/openapi/v1.json        everything the API can do");
    }
}
