using Planning.Accounts.Customers;

namespace Planning.Grains.Customers;

/// <summary>Workflows that run for no customer: each has a grain of its own for its instances and its clock.</summary>
public static class NoCustomer
{
    /// <summary>The grain of a workflow, under a key that no customer can have.</summary>
    /// <remarks>Escaped, since it begins the ids of instances, which stand in addresses.</remarks>
    public static Id<Customer> GrainOf(string definitionId) => Id<Customer>.Reserved(Uri.EscapeDataString(definitionId));
}
