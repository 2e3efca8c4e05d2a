namespace Planning.Flows.Definitions;

/// <summary>What became of reading a definition.</summary>
public abstract record WorkflowReading
{
    private WorkflowReading() { }

    public sealed record Sound(WorkflowDefinition Definition) : WorkflowReading;

    /// <param name="Mistakes">All of them, in the order of the document; at least one.</param>
    public sealed record Flawed(IReadOnlyList<Diagnostic> Mistakes) : WorkflowReading;
}
