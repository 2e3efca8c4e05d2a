using System.Globalization;
using System.Text.Json;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;
using static Planning.Workflows.Tests.Support.Words;

namespace Planning.Workflows.Tests.Support;

/// <summary>The twelve customers of METHOD §8 from the shipped files: their standing and their metrics.</summary>
/// <remarks>The files are plain: no quotes, no commas inside a cell. The real importer is tested with the host.</remarks>
internal static class SamplePortfolio
{
    private static readonly ILookup<string, MetricSnapshot> Metrics = Rows("metrics.csv").ToLookup(row => row[0], Metric);

    private static readonly Dictionary<string, Customer> All =
        Rows("customers.csv").ToDictionary(row => row[0], row => Known(Registration(row), [.. Metrics[row[0]]]));

    public static IEnumerable<string> Ids => All.Keys;

    public static Customer Customer(string id) => All[id];

    /// <summary>The figures of METHOD §8, which are the same in every quarter.</summary>
    public static VendorFigures Vendor(Quarter period) => new(period, new Money(1180, "EUR"), 0.19m, 560);

    /// <summary>The customer as it would be known with another standing.</summary>
    public static Customer As(string id, Tier tier, Lane lane = Lane.Standard, Posture? posture = null, Lifecycle lifecycle = Lifecycle.Active)
    {
        var (details, standing) = (All[id].Details!, All[id].Standing);
        return Known(
            new Registration(
                details with { Lifecycle = lifecycle }, tier, lane, posture ?? standing.Posture, standing.TierSince, standing.PostureSince),
            [.. Metrics[id]]);
    }

    /// <summary>The same numbers measured again in a later quarter, as many days before its end.</summary>
    public static Customer MeasuredAgain(this Customer customer, string from, params string[] into) => into
        .SelectMany(quarter => customer.Metrics.ByPeriod[Q(from)].Values.Select(snapshot => snapshot with
        {
            Period = Q(quarter),
            ObservedOn = snapshot.ObservedOn.AddDays(Q(quarter).EndsOn.DayNumber - Q(from).EndsOn.DayNumber),
        }))
        .Aggregate(customer, (all, snapshot) => all.Apply(new MetricRecorded(snapshot)));

    public static Customer With(this Customer customer, Metric metric, string period, decimal value)
    {
        var snapshot = customer.Metrics.Find(metric, Q(period))
            ?? new MetricSnapshot(metric, Q(period), value, null, Q(period).EndsOn, "spec");
        return customer.Apply(new MetricRecorded(snapshot with { Value = value }));
    }

    public static Customer Without(this Customer customer, Metric metric, string period) => customer with
    {
        Metrics = new MetricHistory(customer.Metrics.ByPeriod.SetItem(
            Q(period), customer.Metrics.ByPeriod[Q(period)].Remove(metric))),
    };

    private static Customer Known(Registration registration, IReadOnlyList<MetricSnapshot> metrics) =>
        metrics.Aggregate(
            Accounts.Customers.Customer.Unknown(registration.Details.GroupRoot).Apply(new CustomerRegistered(registration)),
            (customer, snapshot) => customer.Apply(new MetricRecorded(snapshot)));

    private static Registration Registration(string[] row) => new(
        new CustomerDetails(
            row[1], row[2], row[3], row[4], Word<Lifecycle>(row[10]), bool.Parse(row[11]), bool.Parse(row[12]),
            Id<Customer>.Parse(row[13], null), bool.Parse(row[14])),
        Word<Tier>(row[5]),
        Word<Lane>(row[6]),
        Word<Posture>(row[7]),
        Q(row[8]),
        Q(row[9]));

    private static MetricSnapshot Metric(string[] row)
    {
        var definition = MetricDefinition.Find(row[2])!;
        var value = row[3] switch { "true" => 1, "false" => 0, var number => decimal.Parse(number, CultureInfo.InvariantCulture) };
        return new MetricSnapshot(
            definition.Metric, Q(row[1]), value, definition.IsMoney ? row[4][2..] : null, Day(row[5]), row[6]);
    }

    private static TWord Word<TWord>(string text) => JsonSerializer.Deserialize<TWord>($"\"{text}\"")!;

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "portfolio", file)).Skip(1).Select(line => line.Split(','));
}
