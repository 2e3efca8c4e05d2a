using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Flows.Instances;
using Planning.Grains.Store;

namespace Planning.Grains.Turns;

/// <summary>A customer and the workflow instances that run about it, between two turns.</summary>
/// <param name="Workflows">Those that are not over.</param>
/// <param name="Version">How many turns it has taken.</param>
/// <param name="TurnsSinceSnapshot">How many turns loading has to read beside the snapshot.</param>
public sealed record CustomerState(
    Customer Customer, long Version, int TurnsSinceSnapshot, ImmutableSortedDictionary<string, WorkflowState> Workflows)
{
    /// <summary>Rebuilds the state from what the store keeps.</summary>
    public static CustomerState Of(Id<Customer> id, StoredCustomer stored)
    {
        var customer = stored.Snapshot is { } snapshot ? TurnJson.Read<Customer>(snapshot) : Customer.Unknown(id);
        return new CustomerState(
            stored.EventsSince.SelectMany(TurnJson.Read<List<CustomerEvent>>)
                .Aggregate(customer, (so, happened) => so.Apply(happened)),
            stored.Version,
            stored.TurnsSinceSnapshot,
            stored.Instances.ToImmutableSortedDictionary(
                instance => instance.Id, instance => WorkflowState.Parse(instance.State), StringComparer.Ordinal));
    }
}
