using System.Collections.Immutable;
using System.Globalization;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;
using Planning.Accounts.Wording;
using Planning.Workflows.Tiering;

namespace Planning.Workflows.Tests.Support;

/// <summary>A customer in one quarter: how it stands, what is known of it, and how long each rule has been true.</summary>
internal sealed record TierCase(
    Quarter Period,
    Tier Tier,
    Lane Lane,
    Posture Posture,
    int QuartersInTier,
    int QuartersInPosture,
    bool OnTargetList,
    bool BenchmarkEffect,
    decimal OurRevenue)
{
    private const string Currency = "EUR";

    private static readonly Id<Customer> Id = Id<Customer>.Parse("any", CultureInfo.InvariantCulture);

    /// <summary>The shipped rules.</summary>
    public static readonly TierRules Rules = Shipped.Playbook.Tiering.On(DateOnly.MaxValue);

    private static readonly ImmutableSortedDictionary<string, decimal> NoScores =
        ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal);

    private static readonly Dictionary<int, IReadOnlySet<string>> Predicates = Enumerable.Range(1, 4).ToDictionary(
        number => number, number => TierPredicates.Of(new Quarter(2026, number), WorkingCalendar.MondayToFriday));

    /// <summary>What was measured in the quarter; what is not here is not known.</summary>
    public required ImmutableSortedDictionary<Metric, decimal> Metrics { get; init; }

    public required decimal? MatchTwoYearsAgo { get; init; }

    public required int MatchAgeDays { get; init; }

    public required int SatisfactionAgeDays { get; init; }

    /// <summary>In how many quarters in a row each rule has been true until now.</summary>
    public required ImmutableSortedDictionary<string, int> Holds { get; init; }

    public VendorFigures Vendor => new(Period, new Money(OurRevenue, Currency), 0.19m, 560);

    /// <summary>The customer as its grain would have it.</summary>
    public Customer Customer
    {
        get
        {
            var registration = new Registration(
                new CustomerDetails("Any", "CH", "telecom", "CEE", Lifecycle.Active, OnTargetList, BenchmarkEffect, Id, true),
                Tier,
                Lane,
                Posture,
                Period.Add(-QuartersInTier),
                Period.Add(-QuartersInPosture));
            var customer = Accounts.Customers.Customer.Unknown(Id).Apply(new CustomerRegistered(registration));
            return customer with
            {
                Metrics = MetricHistory.Empty.With([.. Snapshots()]),
                Standing = customer.Standing with
                {
                    LastReview = new TierReview(Period.Add(-1), Rules.Version, Holds, NoScores, [], []),
                },
            };
        }
    }

    /// <summary>What the shipped rules make of it, without words.</summary>
    public TierOutcome Judged()
    {
        var customer = Customer;
        var facts = TierFacts.Of(customer, Period, Vendor);
        var verdict = Rules.Judge(facts, customer.Standing, Period, Predicates[Period.Number]);
        var happened = new List<CustomerEvent>();
        var after = customer.Standing.After(verdict.Unworded, happened);
        return new TierOutcome(facts, customer.Standing, after, verdict.Outcomes);
    }

    /// <summary>What the rules say of it in words: the real review.</summary>
    public TierReview Reviewed(TierRules rules) =>
        rules.Review(Customer, Period, Vendor, WorkingCalendar.MondayToFriday);

    public decimal? Known(Metric metric) => Metrics.TryGetValue(metric, out var value) ? value : null;

    public TierCase With(Metric metric, decimal value) => this with { Metrics = Metrics.SetItem(metric, value) };

    public TierCase Without(Metric metric) => this with { Metrics = Metrics.Remove(metric) };

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""

        {Tier} {Words<Lane>.Of(Lane)} {Words<Posture>.Of(Posture)} in {Period}, {QuartersInTier} quarters in tier, {QuartersInPosture} in posture
          {(OnTargetList ? "on the target list" : "not on the target list")}, {(BenchmarkEffect ? "a lighthouse" : "no lighthouse")}, our own revenue {OurRevenue} M
          {string.Join(", ", Metrics.Select(metric => $"{Words<Metric>.Of(metric.Key)} {metric.Value}"))}
          not known: {string.Join(", ", Enum.GetValues<Metric>().Except(Metrics.Keys).Select(Words<Metric>.Of))}
          match two years ago {MatchTwoYearsAgo?.ToString(CultureInfo.InvariantCulture) ?? "not known"}, match {MatchAgeDays} days old, satisfaction {SatisfactionAgeDays} days old
          true until now: {string.Join(", ", Holds.Select(hold => $"{hold.Key} {hold.Value}"))}
        """);

    private IEnumerable<MetricSnapshot> Snapshots()
    {
        foreach (var (metric, value) in Metrics)
        {
            var age = metric switch
            {
                Metric.Match => MatchAgeDays,
                Metric.Satisfaction => SatisfactionAgeDays,
                _ => 0,
            };
            yield return Snapshot(metric, Period, value, Period.EndsOn.AddDays(-age));
        }

        if (MatchTwoYearsAgo is { } match)
        {
            yield return Snapshot(Metric.Match, Period.Add(-8), match, Period.Add(-8).EndsOn);
        }
    }

    private static MetricSnapshot Snapshot(Metric metric, Quarter period, decimal value, DateOnly observedOn) => new(
        metric, period, value, MetricDefinition.Of(metric).IsMoney ? Currency : null, observedOn, "spec");
}
