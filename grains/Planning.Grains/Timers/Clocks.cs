using Planning.Accounts.Customers;
using Planning.Flows.Runtime;
using Planning.Grains.Customers;
using Planning.Grains.Turns;
using Planning.Grains.Versions;

namespace Planning.Grains.Timers;

/// <summary>The clocks that let workflows begin for no customer: one in the grain of each workflow that has such a trigger.</summary>
public sealed class Clocks(CustomerGrains grains, IPlaybooks playbooks)
{
    /// <summary>The workflows as turns know them now; the same object as long as none has changed.</summary>
    public DefinitionSet Definitions => playbooks.Take().Definitions;

    /// <summary>The workflows that begin by the clock, or once did.</summary>
    public static IEnumerable<string> Of(DefinitionSet definitions) => definitions.All
        .Where(WorkflowRuntime.BeginsByTheClock)
        .Select(definition => definition.DefinitionId)
        .Distinct(StringComparer.Ordinal);

    /// <summary>Sets the clock of a workflow by the version in force. Asked again, also by another host, it does nothing.</summary>
    public async Task SetAsync(string definitionId, DefinitionSet definitions, CancellationToken cancellationToken)
    {
        var inForce = definitions.Published(definitionId)!;
        var grain = NoCustomer.GrainOf(definitionId);
        var state = await grains.LookAsync(grain, cancellationToken);
        if (TurnClock.IsDue(state.Customer.Clock, inForce, definitions))
        {
            var message = new Message(
                FormattableString.Invariant($"clock:{inForce.Id}:{state.Version}"), "timer", new Request.SetClock(definitionId));
            await grains.SendAsync(grain, message, cancellationToken);
        }
    }

    /// <summary>The clocks that are set, in the order of the definitions.</summary>
    public async Task<IReadOnlyList<WorkflowClock>> ListAsync(CancellationToken cancellationToken)
    {
        var clocks = new List<WorkflowClock>();
        foreach (var grain in Of(Definitions).Order(StringComparer.Ordinal).Select(NoCustomer.GrainOf))
        {
            // Another process may have moved it on.
            grains.Forget(grain);
            if ((await grains.LookAsync(grain, cancellationToken)).Customer.Clock is { Starts: not [] } clock)
            {
                clocks.Add(clock);
            }
        }

        return clocks;
    }
}
