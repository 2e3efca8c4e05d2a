using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Planning.Benchmarks.Turns;

/// <summary>What anybody would write first: one prepared INSERT into the journal, each a transaction of its own.</summary>
/// <remarks>The same table, keys and amount of text as a turn, the same WAL with synchronous=FULL, but no decision, no
/// queue and no other thread: the least that one durable transaction per command can cost on this disk.</remarks>
internal sealed class PlainInserts : IDisposable
{
    private const string Answer = """{"answer":"done","version":2,"happened":["Contact on 2025-03-05 about “Delivery dates of the second line” with 1 people."]}""";
    private const string Events = """[{"event":"interaction-logged","interaction":{"id":"contact-1-1024","on":"2025-03-05","means":"meeting","theyStarted":true,"twoWay":true,"people":["person-1"],"employees":["employee-1"],"topic":"Delivery dates of the second line","outcome":"Agreed on week 20"}}]""";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private int _number;

    /// <param name="path">A database that the store has made.</param>
    public PlainInserts(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        using var settings = _connection.CreateCommand();
        settings.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
        settings.ExecuteNonQuery();
        _insert = _connection.CreateCommand();
        _insert.CommandText = """
            INSERT INTO journal (customer, version, at, actor, message, kind, answer, events)
            VALUES ($customer, $version, '2025-03-05T12:00:00.0000000Z', 'kim.example', $message, 'take-over', $answer, $events)
            """;
        _insert.Parameters.AddWithValue("$customer", "");
        _insert.Parameters.AddWithValue("$version", 0L);
        _insert.Parameters.AddWithValue("$message", "");
        _insert.Parameters.AddWithValue("$answer", Answer);
        _insert.Parameters.AddWithValue("$events", Events);
        _insert.Prepare();
    }

    public Measured Run(TimeSpan duration)
    {
        var latencies = new List<long>();
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < duration)
        {
            var asked = Stopwatch.GetTimestamp();
            _number++;
            _insert.Parameters[0].Value = GeneratedPortfolio.Id(_number % Load.Customers).Value;
            _insert.Parameters[1].Value = (long)_number;
            _insert.Parameters[2].Value = $"http:contact-1-{_number}";
            _insert.ExecuteNonQuery();
            latencies.Add(Stopwatch.GetTimestamp() - asked);
        }

        return Measured.Of(latencies, Stopwatch.GetElapsedTime(begun));
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }
}
