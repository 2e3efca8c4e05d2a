using Planning.Accounts.Customers;
using Planning.Grains.Store;
using Planning.Grains.Tests.Support;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Store;

/// <summary>What the contracts of a database have in common: opening it, and turns to keep in it.</summary>
public abstract class StoreContract
{
    private protected static readonly Id<Customer> Albion = Key<Customer>("albion");
    private protected static readonly Id<Customer> Karst = Key<Customer>("karst");

    /// <summary>The grain of a workflow that runs for no customer.</summary>
    private protected static readonly Id<Customer> Nightly = Id<Customer>.Reserved("nightly");

    /// <summary>A store with all that belongs to it.</summary>
    protected sealed record Opened(
        ICustomerStore Customers,
        IPortfolio Portfolio,
        IVault Vault,
        ITimers Timers,
        IOutbox Outbox,
        IDefinitions Definitions,
        IAsyncDisposable Owner) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Owner.DisposeAsync();
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Opens the same database each time; empty the first time.</summary>
    protected abstract Opened Open();

    private protected static Waiting Call { get; } = new("task", "CALL", "AR", null);

    private protected static Waiting Plan { get; } = new("stage", "A0", "AR", Day("2026-10-09"));

    private protected static TurnCommit Turn(Id<Customer> customer, long version) => new(
        customer, version, CalendarClock.At("2026-10-05T08:00:00Z"), "anna", $"m-{version}", "spec", $"answer {version}",
        $"""["event {version}"]""");

    private protected static CustomerRow Row(Id<Customer> customer, string name) => new(
        customer.Value, name, "GB", "NWE", "active", "S", "TARGET", "BUILD", "66.8", "2026-Q3", "tier S", "match 86 ≥ 80",
        "A0 Trigger", "2026-10-09");

    private protected static async Task Commits(Opened store, params IReadOnlyList<TurnCommit> turns)
    {
        foreach (var turn in turns)
        {
            Assert.IsType<CommitOutcome.Committed>(await store.Customers.CommitAsync(turn, Token));
        }
    }
}
