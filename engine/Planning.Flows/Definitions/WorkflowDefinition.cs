using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Flows.Activities;

namespace Planning.Flows.Definitions;

/// <summary>One version of a workflow: the author's JSON and, once read, the graph that instances run on.</summary>
/// <remarks>Immutable; one object serves every instance on any thread.</remarks>
public sealed class WorkflowDefinition
{
    private const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _json;
    private readonly Dictionary<string, Node> _byNodeId;

    internal WorkflowDefinition(string json, Node root, IReadOnlyList<Node> nodes)
    {
        _json = json;
        Root = root;
        Nodes = nodes;
        Triggers = [.. nodes.Where(node => node.CanStartWorkflow && node.Descriptor.Kind == ActivityKind.Trigger && IsOwn(node))];
        _byNodeId = nodes.ToDictionary(node => node.NodeId, StringComparer.Ordinal);
    }

    /// <summary>The id of this version.</summary>
    public required string Id { get; init; }

    /// <summary>The same over all versions.</summary>
    public required string DefinitionId { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<InputDeclaration> Inputs { get; init; }

    public required IReadOnlyList<OutputDeclaration> Outputs { get; init; }

    /// <summary>Null when the author leaves it to the host.</summary>
    public required IncidentStrategy? IncidentStrategy { get; init; }

    public required ActivationStrategy Activation { get; init; }

    public required bool IsPublished { get; init; }

    /// <summary>The workflow itself; its one child is the activity that the author calls root.</summary>
    public Node Root { get; }

    /// <summary>Every activity, parents before children, in the order of the document.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>Where the workflow may begin of its own accord, in the order of the document.</summary>
    public IReadOnlyList<Node> Triggers { get; }

    public Node? Find(string nodeId) => _byNodeId.GetValueOrDefault(nodeId);

    public Node? FindById(string activityId) =>
        Nodes.FirstOrDefault(node => string.Equals(node.Id, activityId, StringComparison.Ordinal));

    /// <summary>The author's JSON, unchanged, with every member that we do not know.</summary>
    public string ToJson() => _json;

    /// <summary>The author's JSON as a file that Elsa Studio imports: with the schema by which it knows one.</summary>
    public string Export()
    {
        var document = JsonNode.Parse(_json)!.AsObject();
        document.Remove("$schema");
        document.Insert(0, "$schema", Schema);
        return document.ToJsonString(Readable);
    }

    private static bool IsOwn(Node node) => node.Activity is not WorkflowActivity && (node.Parent is null || IsOwn(node.Parent));
}
