using Planning.Accounts.Customers;

namespace Planning.Grains.Store;

/// <summary>What can be asked about the workflows of customers. Answers are as of the last commit.</summary>
public interface IWorkflows
{
    /// <summary>Instances in the order of their ids.</summary>
    /// <param name="customer">Nothing for all instances, also those without a customer.</param>
    /// <param name="withIncidents">Only those in which something has ever gone wrong.</param>
    /// <param name="after">The id to go on after; nothing for the beginning.</param>
    Task<IReadOnlyList<InstanceRow>> ListAsync(
        Id<Customer>? customer, bool withIncidents, string? after, int take, CancellationToken cancellationToken);

    /// <summary>Instances that run for no customer, in the order of their ids.</summary>
    Task<IReadOnlyList<InstanceRow>> ListWithoutCustomerAsync(
        bool withIncidents, string? after, int take, CancellationToken cancellationToken);

    /// <returns>Nothing when there is no such instance that runs for no customer.</returns>
    Task<WholeInstance?> FindWithoutCustomerAsync(string instance, CancellationToken cancellationToken);

    /// <returns>Nothing when the customer has no such instance.</returns>
    Task<WholeInstance?> FindAsync(Id<Customer> customer, string instance, CancellationToken cancellationToken);

    /// <summary>The execution log of an instance as far as it is kept, oldest first.</summary>
    /// <param name="from">The sequence number to begin at; 0 for the oldest that is kept.</param>
    Task<IReadOnlyList<LogEntry>> LogAsync(string instance, long from, int take, CancellationToken cancellationToken);

    /// <summary>The activity executions of an instance as far as they are kept, in the order they began.</summary>
    Task<IReadOnlyList<ActivityExecution>> ExecutionsAsync(string instance, CancellationToken cancellationToken);
}

/// <summary>An entry of the execution log as it is kept (contract §16). Values that are too long are cut.</summary>
/// <param name="Event">One of Started, Resumed, Suspended, Completed, Canceled and Faulted.</param>
/// <param name="Execution">The id of the activity execution.</param>
/// <param name="Parent">The execution around it.</param>
/// <param name="Activity">The activity's id, and below its node id, type and name.</param>
/// <param name="Inputs">Evaluated, without the sensitive ones; nothing when there were none.</param>
/// <param name="Outcomes">Of a completion.</param>
/// <param name="Fault">Of a fault.</param>
public sealed record LogEntry(
    long Sequence,
    DateTimeOffset At,
    string Event,
    string Execution,
    string? Parent,
    string Activity,
    string Node,
    string Type,
    int TypeVersion,
    string? Name,
    IReadOnlyDictionary<string, object?>? Inputs,
    IReadOnlyList<string>? Outcomes,
    IReadOnlyDictionary<string, object?>? Outputs,
    IncidentRow? Fault);

/// <summary>An activity execution as it is kept (contract §16). Values that are too long are cut.</summary>
/// <param name="Waits">Whether it waits at a bookmark.</param>
/// <param name="Faults">How often it, or what runs inside it, has failed.</param>
public sealed record ActivityExecution(
    string Id,
    string? Parent,
    string Activity,
    string Node,
    string Type,
    int TypeVersion,
    string? Name,
    string Status,
    bool Waits,
    int Faults,
    DateTimeOffset StartedAt,
    DateTimeOffset? CompletedAt,
    IReadOnlyDictionary<string, object?>? Inputs,
    IReadOnlyList<string>? Outcomes,
    IReadOnlyDictionary<string, object?>? Outputs,
    IncidentRow? Fault);
