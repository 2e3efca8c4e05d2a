using System.Globalization;
using System.Net.Http.Json;

namespace Planning.Benchmarks.Hosts;

/// <summary>Resident memory of a host with 100,000 stored customers, of which 1,000 are active.</summary>
internal static class MemoryBenchmark
{
    private const int Active = 1000;
    private const int AtOnce = 16;

    public static async Task RunAsync(Scratch scratch, TimeProvider clock)
    {
        using var host = await HostProcess.StartAsync(await StoredPortfolio.MakeAsync(scratch, clock), clock);
        var rows = new List<string[]> { Row("ready", host) };

        // Spread over the whole portfolio, so that a page of the file holds no two of them.
        var numbers = Enumerable.Range(0, Active).Select(index => index * (StoredPortfolio.Customers / Active)).ToList();
        await Parallel.ForEachAsync(
            numbers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, (number, _) => TouchAsync(host.Http, number));
        rows.Add(Row("1,000 customers looked at and written to", host));
        await Parallel.ForEachAsync(
            Enumerable.Repeat(numbers, 5).SelectMany(again => again),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            (number, _) => LookAsync(host.Http, number));
        rows.Add(Row("the same looked at five times more", host));
        Table.Print(
            "memory: of the host's process, 100,000 customers stored (aim with 1,000 active: below 300 MB)",
            ["", "resident MB", "most so far MB"],
            rows);
    }

    private static string[] Row(string name, HostProcess host) =>
    [
        name,
        host.Megabytes("VmRSS").ToString("0", CultureInfo.InvariantCulture),
        host.Megabytes("VmHWM").ToString("0", CultureInfo.InvariantCulture),
    ];

    private static async ValueTask TouchAsync(HttpClient http, int number)
    {
        await LookAsync(http, number);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/customers/{GeneratedPortfolio.Id(number)}/interactions");
        request.Headers.Add("Planning-Actor", "kim.example");
        request.Content = JsonContent.Create(GeneratedPortfolio.Contact("first-contact", number));
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private static async ValueTask LookAsync(HttpClient http, int number)
    {
        using var answer = await http.GetAsync(new Uri($"/api/customers/{GeneratedPortfolio.Id(number)}", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }
}
