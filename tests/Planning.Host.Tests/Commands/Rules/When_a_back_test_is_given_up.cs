using System.Globalization;
using System.Text.Json;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;
using Planning.Grains.Embedded;
using Planning.Grains.Portfolio;
using Planning.Grains.Store;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Commands.Rules;

/// <summary>A draft of a thousand rules, so that there are seconds in which to press Ctrl+C.</summary>
public sealed class When_a_back_test_is_given_up : IAsyncLifetime
{
    private const int Customers = 2_000;
    private const int Quarters = 16;
    private const int Rules = 1_000;

    private static readonly Quarter First = new(2022, 1);

    private readonly TemporaryFolder _data = new();

    public async ValueTask InitializeAsync()
    {
        var token = TestContext.Current.CancellationToken;
        await using var runtime = await EmbeddedRuntime.OpenAsync(_data["planning.db"], new FixedClock(), token);
        var figures = Enumerable.Range(0, Quarters).Select(quarter =>
            new VendorFigures(First.Add(quarter), new Money(1000, "EUR"), 0.2m, 100));
        var report = await runtime.TakeOverRuns.TakeEachAsync(
            [.. Enumerable.Range(0, Customers).Select(Customer)], new ReferenceData(null, [], [.. figures]), "given", "anna", null, token);
        Assert.Empty(report.Refusals);
        await File.WriteAllTextAsync(_data["draft.json"], Draft(), token);
    }

    public ValueTask DisposeAsync()
    {
        _data.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Ctrl_C_ends_it_and_it_says_how_far_it_came()
    {
        await using var run = PlanningProcess.Start(
            "rules", "backtest", _data["draft.json"], "--quarters", "16", "--data", _data.Path);
        await run.SaysAsync("Trying tiering 2026.2: ");
        await run.InterruptAsync();
        Assert.Equal(130, await run.EndAsync());
        Assert.Matches(@"^Stopped after [\d,]+ customers\. Nothing was changed\.$", Assert.Single(run.Errors));
        Assert.DoesNotContain(run.Out, line => line.Contains("is live", StringComparison.Ordinal));
    }

    private static string Draft() => JsonSerializer.Serialize(new
    {
        WorkflowName = "tiering",
        Version = "2026.2",
        Rules = Enumerable.Range(0, Rules).Select(number => new
        {
            RuleName = $"R-{number}",
            Expression = $"Math.Log10(1 + customer.QuartersInTier) > 10 + {number}",
        }),
    });

    private static CustomerTakeOver Customer(int number)
    {
        var id = Id<Customer>.Parse(string.Create(CultureInfo.InvariantCulture, $"c-{number}"), null);
        var details = new CustomerDetails(
            $"{id} Ltd", "CH", "telecom", "CEE", Lifecycle.Active, OnTargetList: false, BenchmarkEffect: false, id, true);
        return new CustomerTakeOver(id, new CustomerRecord(
            new Registration(details, Tier.B, Lane.Standard, Posture.Build, First, First)));
    }
}
