using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Planning.Host.Tests.Support;

/// <summary>The program itself as a process of its own, as an operator starts it.</summary>
public sealed partial class PlanningProcess : IAsyncDisposable
{
    // Generous, for a busy build machine; a sound program needs a second or two.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private (string Words, TaskCompletionSource Said)? _awaited;

    private PlanningProcess(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "planning.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TERM"] = "dumb";
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(_out, line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(_errors, line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("The host ended before it listened."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it said on standard error so far, line by line.</summary>
    public IReadOnlyList<string> Errors => Lines(_errors);

    public IReadOnlyList<string> Out => Lines(_out);

    /// <summary>Starts a command and goes on.</summary>
    public static PlanningProcess Start(params string[] arguments) => new(arguments);

    /// <summary>Runs a command to its end.</summary>
    public static Task<CommandRun> RunAsync(params string[] arguments) => RunWithAsync("", arguments);

    /// <summary>Runs a command to its end, with something to read on standard input.</summary>
    public static async Task<CommandRun> RunWithAsync(string input, params string[] arguments)
    {
        await using var process = new PlanningProcess(arguments);
        await process._process.StandardInput.WriteAsync(input);
        process._process.StandardInput.Close();
        var exit = await process.EndAsync();
        return new CommandRun(exit, string.Join('\n', process.Out), string.Join('\n', process.Errors));
    }

    /// <summary>Starts a host on a free port.</summary>
    /// <returns>Once it says where it listens, with the address.</returns>
    public static async Task<(PlanningProcess Process, Uri Address)> ServeAsync(string data, params string[] more)
    {
        var process = new PlanningProcess(["serve", "--data", data, "--urls", "http://127.0.0.1:0", .. more]);
        try
        {
            return (process, await process._listening.Task.WaitAsync(Patience, TestContext.Current.CancellationToken));
        }
        catch (Exception fault) when (fault is TimeoutException or InvalidOperationException)
        {
            await process.DisposeAsync();
            throw new InvalidOperationException(
                $"Waited for the host to say where it listens. {string.Join('\n', process.Out)}{string.Join('\n', process.Errors)}", fault);
        }
    }

    /// <summary>Waits until it has printed these words.</summary>
    public async Task SaysAsync(string words)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_out)
        {
            if (_out.ToString().Contains(words, StringComparison.Ordinal))
            {
                return;
            }

            _awaited = (words, said);
        }

        await said.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    /// <summary>Ctrl+C.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>kill -9: it is not asked and cannot tidy up. Safe from several threads.</summary>
    public void Kill() => _process.Kill();

    public async Task<int> EndAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException fault)
        {
            throw new TimeoutException($"Waited for the program to end. {string.Join('\n', Errors)}", fault);
        }

        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private void Hear(StringBuilder said, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (said)
        {
            said.Append(line).Append('\n');
            if (ReferenceEquals(said, _out) && _awaited is { } awaited && line.Contains(awaited.Words, StringComparison.Ordinal))
            {
                awaited.Said.TrySetResult();
            }
        }

        if (ReferenceEquals(said, _out) && Listens().Match(line) is { Success: true } address)
        {
            _listening.TrySetResult(new Uri(address.Groups[1].Value));
        }
    }

    private static string[] Lines(StringBuilder said)
    {
        lock (said)
        {
            return said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    [GeneratedRegex(@"listens on (?:\e\[\d+m)?(http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listens();
}

/// <param name="Out">What it printed for people.</param>
/// <param name="Errors">What it said on standard error.</param>
public sealed record CommandRun(int Exit, string Out, string Errors)
{
    /// <summary>What it printed, without line breaks: a terminal folds long lines where it likes.</summary>
    public string Said => string.Join(' ', Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
