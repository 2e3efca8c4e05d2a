using Planning.Accounts.Customers;
using Planning.Workflows.Playbooks;

namespace Planning.Workflows.Plans;

/// <summary>The customer's turn that a workflow runs in, as its activities see it.</summary>
public interface ICustomerTurn
{
    /// <summary>Without details when the workflow runs for no customer; see <see cref="ICustomerActivity"/>.</summary>
    /// <remarks>As it is now, with everything that has happened in this turn.</remarks>
    Customer Customer { get; }

    /// <summary>The day of the turn, UTC.</summary>
    DateOnly Today { get; }

    Playbook Playbook { get; }

    /// <summary>Who asks, and when, as decisions see it.</summary>
    Occasion Occasion();

    /// <summary>Lets something happen to the customer; it becomes durable with the turn.</summary>
    void Happened(CustomerEvent happened);
}
