using System.Diagnostics;
using System.Globalization;
using Planning.Benchmarks.Turns;
using Planning.Grains.Customers;
using Planning.Grains.Portfolio;
using Planning.Grains.Store;
using Planning.Grains.Turns;
using Planning.Grains.Versions;
using Planning.Workflows.Playbooks;

namespace Planning.Benchmarks.Flows;

/// <summary>Workflows of customers that begin, wait for an event, are stored, found, resumed and finished on SQLite.</summary>
internal static class EventRoundTrips
{
    private const int AtOnce = 64;
    private const int Rounds = 5;
    private const double ElsaPerSecond = 44; // The better of what was measured on the genuine Elsa 3 with SQLite.

    private static readonly TimeSpan RoundLength = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(Scratch scratch, TimeProvider clock)
    {
        await using var store = SqliteCustomerStore.Open(Path.Combine(scratch.Directory("events"), "planning.db"));
        var playbook = new OnePlaybook(PlaybookReader.Read(
            [.. PlaybookFile.Shipped, new PlaybookFile(PlaybookFile.Workflow, "waiting.json", Definitions.Waiting)]) switch
        {
            PlaybookReading.Sound sound => sound.Playbook,
            PlaybookReading.Flawed flawed => throw new InvalidOperationException(string.Join('\n', flawed.Mistakes)),
            _ => throw new UnreachableException(),
        });
        using var customers = new CustomerGrains(store, playbook, clock);
        var report = await new TakeOverRun(customers, store, store.Portfolio, playbook, clock).TakeEachAsync(
            [.. Enumerable.Range(0, AtOnce).Select(GeneratedPortfolio.Customer)],
            ReferenceData.None, "benchmark", "benchmark", progress: null, CancellationToken.None);
        if (report.Refusals is not [])
        {
            throw new InvalidOperationException($"A generated customer was refused: {report.Refusals[0]}.");
        }

        var measured = new List<Measured>();
        for (var round = 0; round <= Rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            var until = begun + (long)(RoundLength.TotalSeconds * Stopwatch.Frequency);
            var latencies = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(
                customer => Task.Run(() => GoRoundAsync(customers, customer, round, until))));
            measured.Add(Measured.Of(latencies.SelectMany(all => all), Stopwatch.GetElapsedTime(begun)));
        }

        var middle = Measured.MiddleOf(measured[1..]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
              event round trips on SQLite, {AtOnce} at once: {middle.PerSecond:N0}/s, {middle.PerSecond / ElsaPerSecond:N0} x Elsa (aim: 50); p99 {middle.Percentile99.TotalMilliseconds:N0} ms
            """));
    }

    private static async Task<List<long>> GoRoundAsync(CustomerGrains customers, int customer, int round, long until)
    {
        var latencies = new List<long>();
        for (var number = 0; Stopwatch.GetTimestamp() < until; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{round}-{number}");
            var asked = Stopwatch.GetTimestamp();
            await AskAsync($"start-{id}", new Request.StartWorkflow("waiting", new Dictionary<string, object?>()));
            await AskAsync($"go-{id}", new Request.PublishEvent("go", null));
            latencies.Add(Stopwatch.GetTimestamp() - asked);
        }

        return latencies;

        async Task AskAsync(string message, Request request)
        {
            if (await customers.SendAsync(
                GeneratedPortfolio.Id(customer), new Message(message, "kim.example", request), CancellationToken.None)
                is not Answer.Done)
            {
                throw new InvalidOperationException($"{request.Kind} was refused.");
            }
        }
    }
}
