using System.Collections.Immutable;

namespace Planning.Accounts.Customers;

/// <summary>Something that people did to a workflow of the customer, or that came of it.</summary>
/// <param name="Instance">The id of the instance.</param>
/// <param name="Workflow">What people call it.</param>
public abstract record InstanceEvent(string Instance, string Workflow) : CustomerEvent
{
    /// <summary>What whoever asked said about it; nothing when they said nothing.</summary>
    public string? Why { get; init; }

    private protected string Told(string what) => $"The workflow {Workflow} ({Instance}) {what}{(Why is null ? "" : $": {Why}")}"
        .TrimEnd('.') + ".";
}

public sealed record WorkflowStarted(string Instance, string Workflow) : InstanceEvent(Instance, Workflow)
{
    protected override string Tell() => Told("was started");
}

/// <param name="Execution">The activity execution that ran again; nothing for all that had failed.</param>
public sealed record WorkflowRetried(string Instance, string Workflow, string? Execution) : InstanceEvent(Instance, Workflow)
{
    protected override string Tell() => Told(Execution is null ? "was retried" : $"was retried at {Execution}");
}

/// <param name="Changes">What was done to it, each as a phrase.</param>
public sealed record WorkflowAltered(string Instance, string Workflow, ImmutableArray<string> Changes)
    : InstanceEvent(Instance, Workflow)
{
    protected override string Tell() => Told($"was altered, {string.Join(", ", Changes)}");
}

public sealed record WorkflowCancelled(string Instance, string Workflow) : InstanceEvent(Instance, Workflow)
{
    protected override string Tell() => Told("was cancelled");
}

/// <summary>What had stopped the workflow stands in its way no more.</summary>
public sealed record IncidentMended(string Instance, string Workflow) : InstanceEvent(Instance, Workflow)
{
    protected override string Tell() => Told("has no incident any more");
}
