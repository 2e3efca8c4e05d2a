using System.Globalization;
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

    /// <summary>The environment variable that says how many entries of its execution log a workflow instance keeps.</summary>
    private const string LogSetting = "PLANNING_WORKFLOW_LOG";

    private const string FileName = "planning.db";

    public static Task<EmbeddedRuntime> OpenAsync(string directory, TimeProvider clock, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        return EmbeddedRuntime.OpenAsync(Path.Combine(directory, FileName), clock, Log(), cancellationToken);
    }

    /// <exception cref="IOException">The setting is no number of entries.</exception>
    private static int Log() => Environment.GetEnvironmentVariable(LogSetting) switch
    {
        null or "" => SqliteCustomerStore.UsualLog,
        var written when int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var log) && log > 0 => log,
        var written => throw new IOException($"{LogSetting} is “{written}”; it must be a whole number from 1 on."),
    };

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
