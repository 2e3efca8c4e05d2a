using Planning.Grains.Embedded;
using Planning.Grains.Versions;
using Planning.Grains.Store;
using Spectre.Console;

namespace Planning.Host.Commands;

/// <summary>Opens a data directory for a command, and says in plain words when that is not possible.</summary>
internal static class DataDirectory
{
    /// <summary>The exit code for data or a playbook that cannot be worked with.</summary>
    public const int Refused = 2;

    private const string FileName = "planning.db";

    public static Task<EmbeddedRuntime> OpenAsync(string directory, TimeProvider clock, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        return EmbeddedRuntime.OpenAsync(Path.Combine(directory, FileName), clock, cancellationToken);
    }

    /// <summary>Runs a command on an opened data directory.</summary>
    /// <returns>The command's exit code, or <see cref="Refused"/> with the reason on standard error.</returns>
    public static async Task<int> WithAsync(
        string directory, TimeProvider clock, Func<EmbeddedRuntime, Task<int>> command, CancellationToken cancellationToken)
    {
        try
        {
            await using var runtime = await OpenAsync(directory, clock, cancellationToken);
            return await command(runtime);
        }
        catch (Exception refusal) when (refusal is StoreRefusedException or PlaybookRefusedException or UnauthorizedAccessException or IOException)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return Refused;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            AnsiConsole.MarkupLine("[yellow]Stopped. What was answered is kept; the same command goes on from here.[/]");
            return 130;
        }
    }
}
