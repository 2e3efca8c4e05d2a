using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Expressions;
using Planning.Flows.Flowcharts;
using Planning.Flows.Runtime;

namespace Planning.Flows.Definitions;

/// <summary>Reads the activities of one definition into nodes.</summary>
internal sealed class ActivityReader(
    ActivityCatalog catalog,
    IReadOnlyList<IExpressionLanguage> languages,
    WorkflowUses uses,
    JsonObject document,
    Mistakes mistakes)
{
    private const int DeepestNesting = 50;
    private const int MostActivities = 10_000;

    private readonly ActivityIds _ids = new(document, mistakes);
    private List<Node> _nodes = [];
    private IReadOnlyList<string> _chain = [document.Text("definitionId") ?? ""];

    public Mistakes Mistakes => mistakes;

    public IReadOnlyList<IExpressionLanguage> Languages => languages;

    public IReadOnlyList<RetryStrategy> RetryStrategies => catalog.RetryStrategies;

    public OutputBlocks OutputBlocks => field ??= new OutputBlocks(document, json => Find(json)?.Descriptor);

    public IReadOnlyList<Node> Nodes => _nodes;

    public IReadOnlyList<InputDeclaration> Inputs { get; set; } = [];

    public IReadOnlyList<OutputDeclaration> Outputs { get; set; } = [];

    /// <summary>Wraps the author's root into the workflow activity that every definition is.</summary>
    /// <param name="use">The activity that uses the workflow; null when it stands for itself.</param>
    public Node? ReadRoot(IReadOnlyList<VariableDeclaration> variables, Node? use = null, Scope? scope = null)
    {
        var workflow = new Node
        {
            Id = "Workflow1",
            NodeId = use is null ? "Workflow1" : $"{use.NodeId}:Workflow1",
            Name = null,
            Parent = use,
            Activity = catalog.Find("Elsa.Workflow")
                ?? throw new InvalidOperationException("The catalog lacks Elsa.Workflow. Begin with ActivityCatalog.BuiltIn."),
            Variables = variables,
        };
        _nodes.Add(workflow);
        if (document.Member("root") is not { } root)
        {
            mistakes.Report(Codes.MissingMember, null, "$.root", "The workflow has no root activity. Draw a flowchart or a sequence.");
            return null;
        }

        if (Read(root, "$.root", workflow, (scope ?? Scope.Empty).Inside(variables)) is { } child)
        {
            workflow.Embedded = new Dictionary<string, Node>(StringComparer.Ordinal) { ["Root"] = child };
        }

        return workflow;
    }

    public Node? Read(JsonNode? json, string path, Node parent, Scope scope)
    {
        if (json is not JsonObject members)
        {
            return null;
        }

        var id = _ids.Of(members, path);
        if (FindActivity(members, id, path) is not { } activity || !FitsIn(parent, id, path))
        {
            return null;
        }

        var node = new Node
        {
            Id = id,
            NodeId = $"{parent.NodeId}:{id}",
            Name = members.Text("name"),
            Parent = parent,
            Activity = activity,
            CanStartWorkflow = members.Member("customProperties").Flag("canStartWorkflow"),
        };
        _nodes.Add(node);
        ReadContent(node, members, path, scope);
        return node;
    }

    /// <summary>Reads a workflow inside the activity that uses it.</summary>
    /// <returns>Null when it uses itself, or has mistakes of its own; that is reported.</returns>
    public Node? ReadWorkflow(WorkflowActivity used, Node use, string path, Scope scope)
    {
        if (_chain.Contains(used.DefinitionId))
        {
            var circle = _chain.SkipWhile(id => id != used.DefinitionId).Append(used.DefinitionId);
            mistakes.Report(Codes.CyclicUse, use.Id, path,
                $"The workflow uses itself: {string.Join(" → ", circle)}. Take one of these uses out, or start it by ExecuteWorkflow.");
            return null;
        }

        var found = new Mistakes();
        var declarations = new DeclarationReader(found);
        var inner = new ActivityReader(catalog, languages, uses, used.Document, found)
        {
            Inputs = used.Inputs,
            Outputs = used.Outputs,
            _nodes = _nodes,
            _chain = [.. _chain, used.DefinitionId],
        };
        var root = inner.ReadRoot(declarations.Variables(used.Document, null, "$"), use, scope.Inside(use.Variables));
        foreach (var circle in found.All.Where(mistake => mistake.Code == Codes.CyclicUse))
        {
            mistakes.Report(circle.Code, use.Id, path, circle.Message);
        }

        if (found.All.FirstOrDefault(mistake => mistake.Code != Codes.CyclicUse) is { } first)
        {
            mistakes.Report(Codes.FlawedUse, use.Id, path,
                $"The workflow \"{used.Descriptor.DisplayName}\" that is used here has mistakes. Mend it first: {first.Message}");
        }

        return root;
    }

    private void ReadContent(Node node, JsonObject json, string path, Scope scope)
    {
        if (node.Descriptor.HasVariables)
        {
            node.Variables = new DeclarationReader(mistakes).Variables(json, node.Id, path);
        }

        var inside = scope.Inside(node.Variables).Inside(node.Descriptor.ChildVariables);
        var inputs = new InputReader(this, node, json, path);
        node.Inputs = inputs.Inputs(scope);
        node.Outputs = inputs.Outputs(scope);
        node.Merge = MergeModeReader.Read(new StructureReading(this, node, json, path, scope));
        if (node.Descriptor.IsContainer)
        {
            node.Children = ReadMembers(node, json, path, inside);
        }
        else
        {
            node.Embedded = ReadEmbedded(node, json, path, inside);
        }

        if (node.Activity is IStructuredActivity structured)
        {
            node.Structure = structured.ReadStructure(new StructureReading(this, node, json, path, inside));
        }
    }

    private List<Node> ReadMembers(Node node, JsonObject json, string path, Scope scope)
    {
        var children = new List<Node>();
        foreach (var (item, place) in json.Member("activities").Items($"{path}.activities"))
        {
            if (Read(item, place, node, scope) is { } child)
            {
                child.Index = children.Count;
                children.Add(child);
            }
        }

        return children;
    }

    private Dictionary<string, Node> ReadEmbedded(Node node, JsonObject json, string path, Scope scope)
    {
        var embedded = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var port in node.Descriptor.Ports.Where(port => port.Kind == PortKind.Embedded))
        {
            var member = JsonMembers.CamelCase(port.Name);
            if (Read(json.Member(member), $"{path}.{member}", node, scope) is { } child)
            {
                embedded[port.Name] = child;
            }
        }

        return embedded;
    }

    private IActivity? FindActivity(JsonObject json, string id, string path)
    {
        if (Find(json) is { } activity)
        {
            return activity;
        }

        var type = json.Text("type");
        var version = json.Whole("version");
        if (type is not null && catalog.Find(type) is { } other)
        {
            mistakes.Report(Codes.UnknownActivityVersion, id, $"{path}.version",
                $"There is no version {version} of {type}. The latest is {other.Descriptor.Version}.");
        }
        else
        {
            mistakes.Report(Codes.UnknownActivityType, id, $"{path}.type",
                $"There is no activity of type \"{type}\" here. Replace it by one from the toolbox.");
        }

        return null;
    }

    private IActivity? Find(JsonObject json) =>
        (json.Text("type") is { } type ? catalog.Find(type, json.Whole("version")) : null) ?? uses.Find(json);

    private bool FitsIn(Node parent, string id, string path)
    {
        var depth = parent.NodeId.Count(character => character == ':') + 1;
        if (depth <= DeepestNesting && _nodes.Count < MostActivities)
        {
            return true;
        }

        var (code, limit) = depth > DeepestNesting
            ? (Codes.TooDeep, $"nested more than {DeepestNesting} deep")
            : (Codes.TooLarge, $"more than {MostActivities} activities large");
        mistakes.Report(code, id, path, $"The workflow is {limit}. Split it into several workflows.");
        return false;
    }
}
