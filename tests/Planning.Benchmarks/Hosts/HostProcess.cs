using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Planning.Benchmarks.Hosts;

/// <summary>The built host as its users start it, in a process of its own. Disposing kills it as a power cut would.</summary>
internal sealed class HostProcess : IDisposable
{
    private const string Configuration =
#if DEBUG
        "debug";
#else
        "release";
#endif

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private HostProcess(Process process, HttpClient http)
    {
        _process = process;
        Http = http;
    }

    public HttpClient Http { get; }

    /// <summary>From asking the operating system for the process to the first answer that it is ready.</summary>
    public TimeSpan Started { get; private init; }

    public static async Task<HostProcess> StartAsync(string data, TimeProvider clock)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        var program = Path.Combine(Scratch.Artifacts, "bin", "Planning.Host", Configuration, "planning.dll");
        var http = new HttpClient { BaseAddress = new Uri(url) };
        var begun = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--data", data, "--urls", url])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = new ConcurrentQueue<string?>();
        process.OutputDataReceived += (_, line) => said.Enqueue(line.Data);
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data);
        process.BeginErrorReadLine();
        while (!await ReadyAsync(http))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(begun) > Patience)
            {
                throw new InvalidOperationException(
                    $"The host on {data} did not become ready. It said:\n{string.Join('\n', said)}");
            }

            await Task.Delay(Poll, clock);
        }

        return new HostProcess(process, http) { Started = Stopwatch.GetElapsedTime(begun) };
    }

    /// <summary>A line of /proc/…/status in megabytes: VmRSS is resident now, VmHWM was the most.</summary>
    public double Megabytes(string name)
    {
        var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/status"))
            .First(line => line.StartsWith(name + ":", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Http.Dispose();
    }

    private static async Task<bool> ReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
