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
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
