using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Planning.Grains.Timers;
using Planning.Host.Commands;
using Planning.Host.Tests.Support;
using Spectre.Console;

[assembly: AssemblyFixture(typeof(SamplePortfolio))]

namespace Planning.Host.Tests.Support;

/// <summary>The sample portfolio, imported and judged once for all tests; each test works on a copy of its own.</summary>
public sealed class SamplePortfolio : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public static string Files => Path.Combine(AppContext.BaseDirectory, "portfolio");

    public void CopyTo(string data)
    {
        Directory.CreateDirectory(data);
        File.Copy(_folder["planning.db"], Path.Combine(data, "planning.db"));
    }

    public async ValueTask InitializeAsync()
    {
        AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
        var clock = new FixedClock();
        Assert.Equal(0, await new ImportCommand(clock).RunAsync(_folder.Path, Files, strict: true, CancellationToken.None));
        Assert.Equal(0, await new TierRunCommand(clock).RunAsync(_folder.Path, null, CancellationToken.None));
        await SettleAsync(clock);
    }

    // What has come due by the day of the sample is told before, so that it does not come between what a test does.
    private async Task SettleAsync(FixedClock clock)
    {
        await using var runtime = await DataDirectory.OpenAsync(_folder.Path, clock, CancellationToken.None);
        var pump = runtime.Timers(NullLogger<TimerPump>.Instance);
        await pump.SetClocksAsync(CancellationToken.None);
        for (var round = 0; round < 5 && (await pump.TellAsync(CancellationToken.None) > 0 || round == 0); round++)
        {
            var sweep = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
            await runtime.Sweep.RunAsync(sweep, "sweep", null, CancellationToken.None);
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
