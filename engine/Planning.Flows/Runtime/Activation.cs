using Planning.Flows.Definitions;
using Planning.Flows.Instances;

namespace Planning.Flows.Runtime;

/// <summary>Whether a workflow may begin beside the instances that run already.</summary>
internal static class Activation
{
    public static bool Allows(
        WorkflowDefinition definition, string? correlationId, IEnumerable<WorkflowState> instances)
    {
        var running = instances.Where(instance => instance.Status is WorkflowStatus.Running);
        return definition.Activation switch
        {
            ActivationStrategy.Always => true,
            ActivationStrategy.Singleton => !running.Any(Same),
            ActivationStrategy.Correlation => !running.Any(Correlated),
            ActivationStrategy.CorrelatedSingleton => !running.Any(instance => Same(instance) && Correlated(instance)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        bool Same(WorkflowState instance) => instance.DefinitionId == definition.DefinitionId;

        bool Correlated(WorkflowState instance) => instance.CorrelationId == correlationId;
    }
}
