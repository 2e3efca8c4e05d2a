using System.Collections.Concurrent;
using Planning.Accounts.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;
using Planning.Grains.Versions;

namespace Planning.Grains.Customers;

/// <summary>Finds the one grain of a customer in this process. Customers that nobody asks for leave memory.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="vault">Where files that commands name must be; without one, no command that names a file is looked at.</param>
public sealed class CustomerGrains(ICustomerStore store, IPlaybooks playbooks, TimeProvider clock, IVault? vault = null) : IDisposable
{
    private static readonly TimeSpan IdleFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Id<Customer>, CustomerGrain> _active = new();

    /// <summary>How many customers are in memory.</summary>
    public int Active => _active.Count;

    /// <summary>How many customers may be in memory before the ones used longest ago leave it.</summary>
    public int Capacity { get; init; } = 1000;

    /// <summary>Lets the customer answer, after everything that was asked of it before.</summary>
    /// <returns>The answer, once it is durable. A message that was answered before gets its first answer.</returns>
    /// <remarks>A command that names a file nobody brought, or another customer's secret, is refused at the door: it is no turn,
    /// and may be asked again under the same id when the file is there.</remarks>
    public async Task<Answer> SendAsync(Id<Customer> customer, Message message, CancellationToken cancellationToken) =>
        await NamedFiles.RefuseAsync(vault, customer, message, cancellationToken)
        ?? await Grain(customer).SendAsync(message, cancellationToken);

    public Task<CustomerState> LookAsync(Id<Customer> customer, CancellationToken cancellationToken) =>
        Grain(customer).LookAsync(cancellationToken);

    /// <summary>Makes the customer load itself again before its next turn.</summary>
    public void Forget(Id<Customer> customer)
    {
        if (_active.TryGetValue(customer, out var grain))
        {
            grain.Forget();
        }
    }

    /// <summary>Lets customers leave memory that were idle for ten minutes or are too many.</summary>
    /// <returns>How many left.</returns>
    public int Sweep()
    {
        var byAge = _active.Where(entry => entry.Value.Idle).OrderBy(entry => entry.Value.LastUsed).ToList();
        var surplus = _active.Count - Capacity;
        return byAge.Index()
            .Where(entry => entry.Index < surplus || clock.GetElapsedTime(entry.Item.Value.LastUsed) >= IdleFor)
            .Count(entry => _active.TryRemove(entry.Item));
    }

    public void Dispose()
    {
        foreach (var grain in _active.Values)
        {
            grain.Dispose();
        }
    }

    private CustomerGrain Grain(Id<Customer> customer)
    {
        if (_active.TryGetValue(customer, out var known))
        {
            return known;
        }

        if (_active.Count >= Capacity + (Capacity / 4))
        {
            Sweep();
        }

        return _active.GetOrAdd(customer, id => new CustomerGrain(id, store, playbooks, clock));
    }
}
