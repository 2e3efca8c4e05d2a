using Planning.Flows.Instances;

namespace Planning.Flows.Runtime;

/// <summary>What a burst may ask of the runtime around it while it still runs.</summary>
internal interface ISurroundings
{
    /// <exception cref="InvalidOperationException">No such workflow is published, or the chain of children is too long.</exception>
    WorkflowState RunChild(WorkflowStart child);

    /// <exception cref="InvalidOperationException">No such workflow is published.</exception>
    void RequireWorkflow(string definitionId);

    void Wrote(string line);
}
