using System.Text.Json.Nodes;
using Planning.Flows.Expressions;
using Planning.Flows.Runtime;

namespace Planning.Flows.Definitions;

/// <summary>What an activity sees of its JSON while a definition is read.</summary>
public sealed class StructureReading
{
    private readonly ActivityReader _reader;
    private readonly Scope _scope;

    internal StructureReading(ActivityReader reader, Node node, JsonObject json, string path, Scope scope)
    {
        _reader = reader;
        _scope = scope;
        Node = node;
        Json = json;
        Path = path;
    }

    /// <summary>The activity itself; its inputs and children are read already.</summary>
    public Node Node { get; }

    public JsonObject Json { get; }

    public string Path { get; }

    internal IReadOnlyList<IExpressionLanguage> Languages => _reader.Languages;

    internal IReadOnlyList<RetryStrategy> RetryStrategies => _reader.RetryStrategies;

    public void Report(string code, string path, string message) =>
        _reader.Mistakes.Report(code, Node.Id, path, message);

    /// <summary>The items of a list member, however old files write lists.</summary>
    public IEnumerable<(JsonNode? Json, string Path)> Items(string member) =>
        Json.Member(member).Items($"{Path}.{member}");

    /// <summary>Reads an activity that stands somewhere only this activity knows.</summary>
    /// <returns>Null when there is none, or when it is so flawed that it cannot run; that is reported.</returns>
    public Node? ReadChild(JsonNode? json, string path) => _reader.Read(json, path, Node, _scope);

    /// <summary>Reads another workflow inside this activity.</summary>
    internal Node? ReadWorkflow(WorkflowActivity used) => _reader.ReadWorkflow(used, Node, Path, _scope);

    /// <summary>Reads an expression without its wrapper: <c>{type, value}</c>.</summary>
    public Expression? ReadExpression(JsonNode? json, string path, DataType type) =>
        new ExpressionReader(_reader, _scope, Node).Read(json, path, new Activities.InputDescriptor("Expression"), type);

    /// <summary>What code that stands in this activity may name.</summary>
    internal ExpressionScope ScopeFor(DataType target) => new(_scope.Variables, _reader.Inputs, target);

    /// <summary>Finds the variable that a variable object, its JSON text or its id stands for. Reports when there is none.</summary>
    public VariableDeclaration? ReadVariable(JsonNode? json, string path) =>
        new ExpressionReader(_reader, _scope, Node).ReadVariable(json, path);
}

/// <summary>The variables an activity may use: its own container's first, then those around it.</summary>
internal sealed record Scope(IReadOnlyList<VariableDeclaration> Variables)
{
    public static Scope Empty { get; } = new([]);

    public Scope Inside(IReadOnlyList<VariableDeclaration> variables) =>
        variables.Count == 0 ? this : new Scope([.. variables, .. Variables]);

    public VariableDeclaration? ById(string? id) =>
        Variables.FirstOrDefault(variable => string.Equals(variable.Id, id, StringComparison.Ordinal));

    public VariableDeclaration? ByName(string? name) =>
        Variables.FirstOrDefault(variable => string.Equals(variable.Name, name, StringComparison.Ordinal));
}
