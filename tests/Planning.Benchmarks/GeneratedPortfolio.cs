using System.Globalization;
using Planning.Accounts.Calendars;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Grains.Portfolio;
using Planning.Grains.Store;

namespace Planning.Benchmarks;

/// <summary>Customers as like and unlike each other as real ones, the same at every run.</summary>
internal static class GeneratedPortfolio
{
    private const string Unit = "Operations";

    private static readonly string[] Countries = ["CH", "DE", "FR", "SG", "CN"];
    private static readonly string[] Titles = ["Chief operating officer", "Head of purchasing", "Plant manager"];
    private static readonly Quarter Period = new(2024, 4);
    private static readonly DateOnly Observed = new(2025, 1, 15);
    private static readonly Id<Employee> Owner = Id<Employee>.Parse("employee-1", null);

    /// <summary>The one employee who looks after everybody.</summary>
    public static ReferenceData OurPeople { get; } = new(
        null, [new Employee(Owner, "Kim Example", "R1", "Unit 1", "AR", 3, ["en"], ["telecom"], 1, [])], []);

    public static CustomerUnit OneUnit { get; } = new(Unit, UnitFunction.Operations, 2, 40);

    public static Id<Customer> Id(int number) =>
        Id<Customer>.Parse(string.Create(CultureInfo.InvariantCulture, $"customer-{number:000000}"), null);

    /// <summary>A customer with a unit, three people and five metrics.</summary>
    public static CustomerTakeOver Customer(int number)
    {
        var id = Id(number);
        var details = new CustomerDetails(
            string.Create(CultureInfo.InvariantCulture, $"Generated Industries {number}"),
            Countries[number % Countries.Length],
            "machinery",
            string.Create(CultureInfo.InvariantCulture, $"region-{number % 12}"),
            Lifecycle.Active,
            OnTargetList: number % 50 == 0,
            BenchmarkEffect: false,
            id,
            GroupRootConfirmed: true);
        var record = new CustomerRecord(new Registration(
            details, number % 10 == 0 ? Tier.B : Tier.C, Lane.Standard, Posture.Build, Period, Period))
        {
            Units = [OneUnit],
            People = [.. Enumerable.Range(0, Titles.Length).Select(Person)],
            Metrics =
            [
                Measured(Metric.RevenueTtm, 1 + (number % 400 / 10m), "EUR"),
                Measured(Metric.Potential3Y, 3 + (number % 700 / 10m), "EUR"),
                Measured(Metric.ShareOfWallet, number % 100 / 100m, null),
                Measured(Metric.Satisfaction, number % 101, null),
                Measured(Metric.Credit, 1 + (number % 10), null),
            ],
        };
        return new CustomerTakeOver(id, record);
    }

    /// <summary>A contact with one of the customer's people: the small command of every day.</summary>
    public static Interaction Contact(string id, int number) => new(
        Id<Interaction>.Parse(id, null),
        Observed.AddDays(number % 90),
        Means.Meeting,
        TheyStarted: number % 2 == 0,
        TwoWay: true,
        [PersonId(number % Titles.Length)],
        [Owner],
        "Delivery dates of the second line",
        Outcome: "Agreed on week 20",
        NextStep: null);

    public static Person Person(int index) => new(
        PersonId(index),
        string.Create(CultureInfo.InvariantCulture, $"Kim Number {index}"),
        Titles[index % Titles.Length],
        Unit,
        ProcessRole.Advise,
        InfluenceNow: 3,
        InfluenceFuture: 4,
        Stance.Neutral,
        Level: 2,
        TargetLevel: 3,
        Owner);

    private static Id<Person> PersonId(int index) =>
        Id<Person>.Parse(string.Create(CultureInfo.InvariantCulture, $"person-{index}"), null);

    private static MetricSnapshot Measured(Metric metric, decimal value, string? currency) =>
        new(metric, Period, value, currency, Observed, "ERP");
}
