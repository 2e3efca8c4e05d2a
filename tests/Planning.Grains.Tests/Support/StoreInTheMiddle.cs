using System.Collections.Concurrent;
using Planning.Accounts.Customers;
using Planning.Grains.Store;

namespace Planning.Grains.Tests.Support;

/// <summary>A real store with something happening around each commit.</summary>
internal sealed class StoreInTheMiddle(ICustomerStore store) : ICustomerStore
{
    private readonly ConcurrentQueue<CommitOutcome> _outcomes = [];

    public Func<TurnCommit, Task> BeforeCommit { get; set; } = _ => Task.CompletedTask;

    public Func<TurnCommit, Task> AfterCommit { get; set; } = _ => Task.CompletedTask;

    public Func<Task> BeforeLoad { get; set; } = () => Task.CompletedTask;

    /// <summary>How many loads there have been.</summary>
    public int Loads { get; private set; }

    public int Superseded => _outcomes.OfType<CommitOutcome.Superseded>().Count();

    public async Task<StoredCustomer> LoadAsync(Id<Customer> customer, CancellationToken cancellationToken)
    {
        Loads++;
        await BeforeLoad();
        return await store.LoadAsync(customer, cancellationToken);
    }

    public async Task<CommitOutcome> CommitAsync(TurnCommit turn, CancellationToken cancellationToken)
    {
        await BeforeCommit(turn);
        var outcome = await store.CommitAsync(turn, cancellationToken);
        _outcomes.Enqueue(outcome);
        await AfterCommit(turn);
        return outcome;
    }

    public Task<CommitOutcome> CommitTogetherAsync(
        IReadOnlyList<TurnCommit> turns, ReferenceData reference, CancellationToken cancellationToken) =>
        store.CommitTogetherAsync(turns, reference, cancellationToken);
}
