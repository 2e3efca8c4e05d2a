using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Instances;
using Planning.Flows.JavaScript.BuiltIns;

namespace Planning.Flows.Expressions;

/// <summary>What an expression may read, and the little it may change, while it is evaluated.</summary>
public readonly record struct ExpressionContext
{
    private readonly ActivityContext _activity;

    internal ExpressionContext(ActivityContext activity) => _activity = activity;

    public string InstanceId => _activity.InstanceId;

    public string DefinitionId => _activity.Definition.DefinitionId;

    public string DefinitionVersionId => _activity.Definition.Id;

    public int DefinitionVersion => _activity.Definition.Version;

    public string? CorrelationId
    {
        get => _activity.CorrelationId;
        set => _activity.CorrelationId = value;
    }

    public string? InstanceName
    {
        get => _activity.InstanceName;
        set => _activity.InstanceName = value;
    }

    public DateTimeOffset Now => _activity.Now;

    public object? Subject => _activity.Subject;

    public string NextId() => _activity.NextId();

    /// <summary>The nearest variable of that name; null when there is none.</summary>
    public object? Variable(string name) => _activity.GetVariable(name);

    /// <summary>Changes the nearest variable of that name; a new name lives in the nearest container.</summary>
    public void SetVariable(string name, object? value) => _activity.SetVariable(name, value);

    /// <summary>The workflow's input of that name; null when it was not given.</summary>
    public object? Input(string name) => _activity.WorkflowInput(name);

    /// <summary>What an activity beside this one set last, found by its id or name.</summary>
    /// <param name="output">Null means the activity's first output.</param>
    public object? OutputOf(string activity, string? output = null) => _activity.Run.Outputs.Find(_activity.Node, activity, output);

    internal bool HasVariable(string name) => Memory.FindByName(_activity, name) is not null;

    /// <summary>Every name in reach, the nearest first.</summary>
    internal IEnumerable<string> VariableNames() => Memory.Names(_activity);

    /// <summary>What an activity set last as its Result; null when none did.</summary>
    internal object? LastResult() => _activity.Run.Outputs.LastResult;

    /// <summary>True when an activity of that id or name stands in the same container.</summary>
    internal bool HasNeighbour(string activity) => Neighbours().Any(node => node.Id == activity || node.Name == activity);

    /// <summary>The id of the activity beside this one whose name reads so in a function's name.</summary>
    internal string? NeighbourCalled(string word) => Neighbours()
        .FirstOrDefault(node => node.Id == word || node.Name == word || (node.Name is not null && AccessorFunctions.Pascal(node.Name) == word))?.Id;

    private IEnumerable<Node> Neighbours() =>
        _activity.Node.Parent is { } parent ? parent.Children.Concat(parent.Embedded.Values) : [];

    /// <summary>What was set last of some outputs in the reader's workflow; null when none was.</summary>
    internal object? LastOf(IReadOnlyList<OutputReference> outputs) =>
        _activity.Run.Outputs.LastOf(_activity.Node.Workflow, outputs);

    internal object? VariableById(string id) => Memory.FindById(_activity, id)?.Value;
}
