using System.Diagnostics;
using System.Globalization;
using Planning.Accounts.Customers;
using Planning.Grains.Customers;
using Planning.Grains.Turns;

namespace Planning.Benchmarks.Turns;

/// <summary>People who log contacts as fast as they are answered, each at customers of their own.</summary>
internal sealed class Load(CustomerGrains customers)
{
    /// <summary>Fewer than may be in memory, so that loading customers is no part of what is measured; divides by 128.</summary>
    public const int Customers = 896;

    private int _series;

    /// <param name="atOnce">How many wait for an answer at a time, each at another customer.</param>
    public async Task<Measured> RunAsync(int atOnce, TimeSpan duration)
    {
        var series = ++_series;
        var until = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var begun = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(
            Enumerable.Range(0, atOnce).Select(person => Task.Run(() => LogAsync(series, person, atOnce, until))));
        return Measured.Of(latencies.SelectMany(all => all), Stopwatch.GetElapsedTime(begun));
    }

    private async Task<List<long>> LogAsync(int series, int person, int atOnce, long until)
    {
        var latencies = new List<long>();
        for (var number = person; Stopwatch.GetTimestamp() < until; number += atOnce)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"contact-{series}-{number}");
            var record = new CustomerRecord(null) { Interactions = [GeneratedPortfolio.Contact(id, number)] };
            var message = new Message($"http:{id}", "kim.example", new Request.TakeOver(record));
            var asked = Stopwatch.GetTimestamp();
            var answer = await customers.SendAsync(
                GeneratedPortfolio.Id(number % Customers), message, CancellationToken.None);
            latencies.Add(Stopwatch.GetTimestamp() - asked);
            if (answer is not Answer.Done { Happened.Length: >= 1 })
            {
                throw new InvalidOperationException($"A contact was not logged: {answer}.");
            }
        }

        return latencies;
    }
}
