using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Planning.Rules.Facts;

namespace Planning.Benchmarks.Rules;

/// <summary>Different records, the same in every run, as records and as JSON.</summary>
internal static class Accounts
{
    /// <summary>More than fit the processor's smallest cache, so that no branch learns its answers by heart.</summary>
    public const int Count = 1_024;

    private static readonly JsonSerializerOptions Words = new() { Converters = { new JsonStringEnumConverter() } };

    private static readonly string[] Names = ["Aurora", "Copperbelt", "Helvia", "Savannah", "Tarim", "Ostrava", "Pampa"];
    private static readonly string[] Trades = ["Broadband", "Cellular", "Fixed Line", "Cable", "Satellite"];
    private static readonly string[] Countries = ["SE", "NO", "DE", "KE", "ZM", "BR", "US", "FI"];
    private static readonly string[] Regions = ["EMEA", "APAC", "LATAM", "NORAM"];

    public static Account[] All { get; } = [.. Enumerable.Range(0, Count).Select(One)];

    /// <summary>The same, but in each tenth one a figure is not known.</summary>
    public static Account[] WithGaps { get; } =
        [.. All.Index().Select(entry => entry.Index % 10 == 0 ? entry.Item with { Quality = null } : entry.Item)];

    public static FactShape Shape { get; } = new FactShape.Record(
        typeof(Account).GetProperties().ToDictionary(
            field => field.Name, FactShape (field) => new FactShape.Value(field.PropertyType)));

    public static byte[] Json(Account account) => JsonSerializer.SerializeToUtf8Bytes(account, Words);

    private static Account One(int number)
    {
        // A fixed walk through the possible values: prime steps, so that the fields do not go in step.
        int Up(int step, int below) => (int)((long)(number + 1) * step % 7_919 % below);
        return new Account
        {
            Name = $"{Names[Up(31, Names.Length)]} {Trades[Up(17, Trades.Length)]} {number.ToString(CultureInfo.InvariantCulture)}",
            Country = Countries[Up(101, Countries.Length)],
            Region = Regions[Up(67, Regions.Length)],
            Owner = $"e-{Up(59, 900).ToString(CultureInfo.InvariantCulture)}",
            Segment = (Segment)Up(43, 4),
            Tier = (Tier)Up(89, 4),
            Posture = (Posture)Up(73, 3),
            Revenue = (Up(997, 7_919) * 2_500m) + 0.5m,
            Budget = (Up(499, 7_919) * 60m) + 0.25m,
            Seats = Up(367, 6_000),
            OpenTickets = Up(211, 20),
            Match = Up(83, 100) + 0.5,
            Quality = Up(181, 100) + 0.25,
            Growth = (Up(307, 50) - 15.5) / 100,
            OnTargetList = Up(13, 2) == 0,
            ContractEnd = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(Up(149, 720)),
            Since = new DateOnly(2012, 1, 1).AddDays(Up(223, 5_000)),
        };
    }
}
