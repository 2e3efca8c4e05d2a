using System.Globalization;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;
using Planning.Grains.Embedded;
using Planning.Grains.Turns;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Versions;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Support;

/// <summary>A whole runtime on a real file, and others beside it.</summary>
public abstract class RuntimeSpec : IAsyncLifetime
{
    private readonly List<EmbeddedRuntime> _runtimes = [];
    private int _messages;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected CalendarClock Clock { get; } = new("2026-10-05T09:30:00Z");

    protected Database Database { get; } = new();

    protected EmbeddedRuntime Runtime => _runtimes[0];

    public async ValueTask InitializeAsync() => await AnotherRuntimeAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var runtime in _runtimes)
        {
            await runtime.DisposeAsync();
        }

        Database.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>As another process on the same file would be.</summary>
    protected async Task<EmbeddedRuntime> AnotherRuntimeAsync()
    {
        _runtimes.Add(await EmbeddedRuntime.OpenAsync(Database.Path, Clock, Token));
        return _runtimes[^1];
    }

    protected async Task<Answer> Ask(string customer, Request request, EmbeddedRuntime? runtime = null) => await Patience.For(
        (runtime ?? Runtime).Customers.SendAsync(
            Key<Customer>(customer), new Message(string.Create(CultureInfo.InvariantCulture, $"m-{++_messages}"), Helvia.Asks(request), request), Token),
        $"an answer of {customer}");

    /// <summary>The shipped gates, with another version and another word for what A0 lacks.</summary>
    protected static string Gates(string version, string lack) => Changed(
        "plan-gates.json", version, "Nobody holds the AR seat: name an account responsible.", lack);

    /// <summary>The shipped tier rules, with another threshold for the promotion to A.</summary>
    protected static string Tiering(string version, int composite) => Changed(
        "tiering.json",
        version,
        "customer.Tier == \\\"B\\\" && Composite >= 60",
        string.Create(CultureInfo.InvariantCulture, $"customer.Tier == \\\"B\\\" && Composite >= {composite}"));

    protected async Task<VersionDecision> Draft(string body, EmbeddedRuntime? runtime = null) =>
        await (runtime ?? Runtime).RuleSets.DraftAsync("new.json", body, "mei", null, Token);

    protected async Task<VersionDecision> Approve(string ruleSet, string version, string from, EmbeddedRuntime? runtime = null) =>
        await (runtime ?? Runtime).RuleSets.ApproveAsync(ruleSet, version, Day(from), "it is a test", "jan", null, Token);

    protected static void Done(VersionDecision decision) =>
        Assert.True(decision is VersionDecision.Recorded { Steps: [_, ..] }, decision.ToString());

    /// <summary>A B customer with everything known, and a composite of 58.7.</summary>
    protected async Task GivenAMiddlingCustomer(string customer = "midway")
    {
        var record = Helvia.Record(customer, Tier.B);
        await Ask(customer, new Request.TakeOver(record with
        {
            Metrics = [.. new[] { "2026-Q2", "2026-Q3", "2026-Q4" }.SelectMany(Measured)],
        }));
    }

    /// <summary>Everything that the tier rules ask of a quarter.</summary>
    protected static IEnumerable<MetricSnapshot> Measured(string quarter) =>
        new (Metric Metric, decimal Value, string? Currency)[]
        {
            (Metric.RevenueTtm, 20, "EUR"), (Metric.ContributionPct, 0.2m, null), (Metric.Fte, 8, null),
            (Metric.Potential3Y, 20, "EUR"), (Metric.Growth3Y, 0.05m, null), (Metric.ShareOfWallet, 0.3m, null),
            (Metric.Match, 61, null), (Metric.Satisfaction, 75, null), (Metric.DsoOverrun, 10, null),
            (Metric.Overdue60, 0.05m, null), (Metric.Credit, 4, null), (Metric.Survival5Y, 0.9m, null),
            (Metric.RelevantSpendShare, 0.2m, null), (Metric.SanctionsHit, 0, null), (Metric.Insolvency, 0, null),
        }.Select(of => new MetricSnapshot(of.Metric, Q(quarter), of.Value, of.Currency, Day("2026-06-30"), "ERP"));

    private static string Changed(string file, string version, string passage, string otherwise)
    {
        var body = PlaybookFile.Shipped.Single(shipped => shipped.Name == file).Body;
        Assert.Contains(passage, body, StringComparison.Ordinal);
        var shipped = PlaybookFile.Shipped.Single(one => one.Name == file).Identity()!.Value.Version;
        return body.Replace(passage, otherwise, StringComparison.Ordinal)
            .Replace($"\"Version\": \"{shipped}\"", $"\"Version\": \"{version}\"", StringComparison.Ordinal);
    }
}
