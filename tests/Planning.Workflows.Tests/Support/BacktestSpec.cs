using System.Globalization;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;
using Planning.Workflows.Backtests;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Tiering;
using static Planning.Workflows.Tests.Support.Words;

namespace Planning.Workflows.Tests.Support;

/// <summary>A portfolio and rules so small that everything can be worked out by hand, over three quarters.</summary>
public abstract class BacktestSpec
{
    private static readonly string[] Quarters = ["2026-Q1", "2026-Q2", "2026-Q3"];

    /// <summary>A rule of the group “tier” that moves a customer when it is true.</summary>
    protected static string TierRule(string name, int priority, string when, string then, int hold = 1) =>
        Rule(name, $"\"group\": \"tier\", \"priority\": {priority}, \"hold\": {{ \"consecutive\": {hold} }}", when, then);

    /// <summary>A rule for itself.</summary>
    protected static string LooseRule(string name, int priority, string when, string then, int hold = 1) =>
        Rule(name, $"\"priority\": {priority}, \"hold\": {{ \"consecutive\": {hold} }}", when, then);

    protected static TierRules Rules(string version, params string[] rules) => Assert.IsType<TierRulesReading.Sound>(
        PlaybookReader.ReadTierRules(
            $"{version}.json",
            $$"""{ "WorkflowName": "tiering", "Version": "{{version}}", "Rules": [{{string.Join(",", rules)}}] }""")).Rules;

    /// <summary>A customer whose match was so much in the three quarters; nothing else of it matters.</summary>
    /// <param name="revenue">In millions, in every quarter; nothing when it is not known.</param>
    /// <param name="match">In each quarter; none when it is not known.</param>
    protected static Customer Customer(string id, Tier tier, decimal? revenue, params decimal[] match)
    {
        var key = Id<Customer>.Parse(id, CultureInfo.InvariantCulture);
        var details = new CustomerDetails(
            $"{id} Ltd", "CH", "telecom", "CEE", Lifecycle.Active, OnTargetList: false, BenchmarkEffect: false, key, true);
        var registered = Accounts.Customers.Customer.Unknown(key).Apply(new CustomerRegistered(
            new Registration(details, tier, Lane.Standard, Posture.Build, Q("2024-Q1"), Q("2024-Q1"))));
        return registered with
        {
            Metrics = MetricHistory.Empty.With(
            [
                .. match.Zip(Quarters, (value, quarter) => Snapshot(Metric.Match, quarter, value)),
                .. Quarters.Where(_ => revenue is not null)
                    .Select(quarter => Snapshot(Metric.RevenueTtm, quarter, revenue!.Value)),
            ]),
        };
    }

    protected static BacktestReport Try(TierRules live, TierRules draft, params Customer[] portfolio) =>
        Try(live, draft, ProposalFate.Agreed, portfolio);

    protected static BacktestReport Try(TierRules live, TierRules draft, ProposalFate proposals, params Customer[] portfolio)
    {
        var backtest = new Backtest(
            live,
            draft,
            [.. Quarters.Select(quarter => new VendorFigures(Q(quarter), new Money(1000, "EUR"), 0.2m, 100))],
            WorkingCalendars.MondayToFriday,
            proposals);

        // Two threads share the work; what they counted is added up.
        var (one, other) = (backtest.Begin(), backtest.Begin());
        foreach (var (at, customer) in portfolio.Index())
        {
            (at % 2 == 0 ? one : other).Take(customer);
        }

        one.Add(other);
        return one.Report();
    }

    private static string Rule(string name, string terms, string when, string then) => $$"""
        { "RuleName": "{{name}}", "Expression": "{{when.Replace("\"", "\\\"", StringComparison.Ordinal)}}", "Properties": { {{terms}}, "then": [{{then}}] } }
        """;

    private static MetricSnapshot Snapshot(Metric metric, string quarter, decimal value) => new(
        metric, Q(quarter), value, MetricDefinition.Of(metric).IsMoney ? "EUR" : null, Q(quarter).EndsOn, "spec");
}
