using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Runtime;

namespace Planning.Workflows.Plans;

/// <summary>An activity that asks or changes the customer that its workflow runs for.</summary>
public interface ICustomerActivity : IActivity
{
    /// <exception cref="InvalidOperationException">The workflow runs for no customer; an incident for its author.</exception>
    static ICustomerTurn TurnOf(ActivityContext context) => context.Subject is ICustomerTurn { Customer.Details: not null } turn
        ? turn
        : throw new InvalidOperationException(
            $"{context.Node.Descriptor.DisplayName} needs a customer, and this instance runs for none. "
            + "Begin the workflow at a customer: by an event there, or by hand.");

    /// <summary>The activities that can never do their work, since only the clock begins their workflow, for no customer.</summary>
    internal static IEnumerable<FileMistake> InVain(DefinitionSetReading reading) =>
        from read in reading.Definitions.Zip(reading.Names, (definition, file) => (Definition: definition, File: file))
        where WorkflowRuntime.BeginsByTheClockOnly(read.Definition)
        from node in read.Definition.Nodes
        where node.Activity is ICustomerActivity
        select new FileMistake(read.File, new Diagnostic(
            "PLAYBOOK010",
            node.Id,
            node.NodeId,
            $"\"{node.Id}\" needs a customer, and a workflow that only the clock begins runs for none. "
            + "Let an event at a customer begin it."));
}
