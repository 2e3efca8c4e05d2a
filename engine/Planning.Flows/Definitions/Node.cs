using Planning.Flows.Activities;
using Planning.Flows.Expressions;
using Planning.Flows.Flowcharts;

namespace Planning.Flows.Definitions;

/// <summary>One activity of a definition, compiled. Immutable once the definition is read.</summary>
public sealed class Node
{
    /// <summary>As the author's file has it; unique in the definition.</summary>
    public required string Id { get; init; }

    /// <summary>The ids from the root down, such as <c>Workflow1:Flowchart1:act</c>.</summary>
    public required string NodeId { get; init; }

    public required string? Name { get; init; }

    public required IActivity Activity { get; init; }

    public required Node? Parent { get; init; }

    /// <summary>The place among the members of its container, from 0.</summary>
    internal int Index { get; set; }

    /// <summary>The members of a container, in their order.</summary>
    public IReadOnlyList<Node> Children { get; internal set; } = [];

    /// <summary>The children in the places that the descriptor calls embedded ports, by port name.</summary>
    public IReadOnlyDictionary<string, Node> Embedded { get; internal set; } = new Dictionary<string, Node>();

    public IReadOnlyList<VariableDeclaration> Variables { get; internal set; } = [];

    public IReadOnlyList<BoundInput> Inputs
    {
        get;
        internal set
        {
            field = value;
            HasSensitiveInputs = value.Any(input => input.Descriptor.IsSensitive);
        }
    } = [];

    internal bool HasSensitiveInputs { get; private set; }

    public IReadOnlyList<BoundOutput> Outputs { get; internal set; } = [];

    /// <summary>What the activity itself read from its JSON; see <see cref="IStructuredActivity"/>.</summary>
    public object? Structure { get; internal set; }

    public MergeMode Merge { get; internal set; }

    /// <summary>True when the author marked it as a place where the workflow may begin.</summary>
    public bool CanStartWorkflow { get; internal set; }

    /// <summary>The workflow whose file it stands in.</summary>
    internal Node Workflow => Parent is null or { Activity: WorkflowActivity } ? this : Parent.Workflow;

    public ActivityDescriptor Descriptor => Activity.Descriptor;

    public Node? Port(string name) => Embedded.GetValueOrDefault(name);

    public BoundInput? Input(string name) =>
        Inputs.FirstOrDefault(input => string.Equals(input.Descriptor.Name, name, StringComparison.Ordinal));

    public override string ToString() => NodeId;
}

/// <param name="Expression">Null when the author left the input out and it has no default.</param>
public sealed record BoundInput(InputDescriptor Descriptor, DataType Type, Expression? Expression);

/// <summary>An output that is kept somewhere.</summary>
/// <param name="VariableId">The variable it is written to; null when it goes to a workflow output only.</param>
/// <param name="WorkflowOutput">The output of the workflow it becomes; null when it goes to a variable only.</param>
public sealed record BoundOutput(string Name, string? VariableId, string? WorkflowOutput);
