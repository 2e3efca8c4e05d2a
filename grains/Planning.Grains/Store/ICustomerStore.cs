using Planning.Accounts.Customers;

namespace Planning.Grains.Store;

/// <summary>Where customers are kept between their turns.</summary>
public interface ICustomerStore
{
    /// <returns>What is kept of the customer; version 0 and nothing else for one that nobody has heard of.</returns>
    Task<StoredCustomer> LoadAsync(Id<Customer> customer, CancellationToken cancellationToken);

    /// <summary>Makes a turn durable. Returns only when it is on the disk.</summary>
    /// <remarks>After an exception it is not known whether the turn was kept: load the customer again.</remarks>
    Task<CommitOutcome> CommitAsync(TurnCommit turn, CancellationToken cancellationToken);

    /// <summary>Makes turns of different customers and reference data durable together, all or none.</summary>
    /// <returns>Committed, or the first outcome that prevented it.</returns>
    Task<CommitOutcome> CommitTogetherAsync(
        IReadOnlyList<TurnCommit> turns, ReferenceData reference, CancellationToken cancellationToken);
}

/// <summary>A customer as the store keeps it: a snapshot and the turns after it.</summary>
/// <param name="Instances">The workflow instances that are not over.</param>
public sealed record StoredCustomer(
    long Version, string? Snapshot, IReadOnlyList<string> EventsSince, IReadOnlyList<StoredInstance> Instances)
{
    /// <summary>Turns since the snapshot; refusals among them have no events.</summary>
    public int TurnsSinceSnapshot => EventsSince.Count;
}
