using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;
using Planning.Flows.Flowcharts;
using Planning.Flows.Instances;
using Planning.Flows.Runtime;

namespace Planning.Flows.Activities;

/// <summary>One execution of one activity: what the activity sees and what it can do.</summary>
public sealed class ActivityContext
{
    private const string Breaking = "breaking";

    private List<ActivityContext>? _children; // Most activities have none.

    internal ActivityContext(Run run, Node node, ActivityContext? parent, string id, DateTimeOffset startedAt)
    {
        Run = run;
        Node = node;
        Parent = parent;
        Id = id;
        StartedAt = startedAt;
        if (parent is not null)
        {
            (parent._children ??= []).Add(this);
        }
    }

    /// <summary>The id of this execution; a loop's body has many.</summary>
    public string Id { get; }

    public Node Node { get; }

    /// <summary>The execution that scheduled this one; null for the workflow itself.</summary>
    public ActivityContext? Parent { get; }

    public ActivityStatus Status { get; internal set; }

    public DateTimeOffset StartedAt { get; }

    /// <summary>What the activity remembers until it is resumed. JSON-able values only.</summary>
    public ValueBag Properties => field ??= new();

    /// <summary>What the owner marked this execution with.</summary>
    public string? Tag { get; internal set; }

    public WorkflowDefinition Definition => Run.Definition;

    public string InstanceId => Run.InstanceId;

    /// <summary>What the workflow runs about: the object the caller gave for this burst.</summary>
    public object? Subject => Run.Environment.Subject;

    public DateTimeOffset Now => Run.Environment.Now;

    public string? CorrelationId
    {
        get => Run.CorrelationId;
        set => Run.CorrelationId = value;
    }

    public string? InstanceName
    {
        get => Run.InstanceName;
        set => Run.InstanceName = value;
    }

    /// <summary>True when the instance began with this very activity: it happened already, so do not wait for it.</summary>
    public bool IsTriggerOfInstance =>
        Run.TriggerActivityId is { } trigger && trigger == Node.Id && Run.TriggerIsPending;

    internal Run Run { get; }

    private ISurroundings Surroundings => Run.Environment.Surroundings
        ?? throw new InvalidOperationException("Workflows that start others run in a WorkflowRuntime.");

    internal IReadOnlyList<ActivityContext> Children => (IReadOnlyList<ActivityContext>?)_children ?? [];

    internal List<Variable> Variables => field ??= [];

    internal List<FlowToken> Tokens => field ??= [];

    /// <summary>Of a flowchart that counts visits; others keep none.</summary>
    internal FlowVisits? Visits { get; set; }

    internal ValueBag Inputs { get; } = new();

    internal ValueBag? Outputs { get; private set; }

    internal string? Callback { get; set; }

    internal int FaultCount { get; set; }

    /// <summary>True once this burst has journalled anything about this execution.</summary>
    internal bool IsTouched { get; set; }

    internal DateTimeOffset? CompletedAt { get; set; }

    internal IReadOnlyList<string> Outcomes { get; set; } = [];

    internal Incident? LastFault { get; set; }

    /// <summary>An activity inside has asked the loop around it to end.</summary>
    internal bool IsBreaking
    {
        get => Properties.Contains(Breaking);
        set
        {
            if (value)
            {
                Properties[Breaking] = true;
            }
        }
    }

    /// <summary>Something inside runs, waits, has failed or is still to begin.</summary>
    internal bool HasWorkInside => _children is { Count: > 0 } || Run.IsQueued(this);

    public string NextId() => Run.Environment.NextId();

    /// <summary>An input as the author filled it in or as its default; the type's default when there is neither.</summary>
    public T? Input<T>(string name) => Inputs.Get<T>(name);

    /// <summary>Evaluates an input now, for those the runtime does not evaluate beforehand.</summary>
    public T? Evaluate<T>(string name)
    {
        InputEvaluation.Evaluate(this, Node.Input(name)
            ?? throw new ArgumentException($"{Node.Descriptor.TypeName} has no input \"{name}\".", nameof(name)));
        return Input<T>(name);
    }

    /// <summary>Sets an output; it is written to the variable or workflow output the author chose, and kept for scripts.</summary>
    public void SetOutput(string name, object? value)
    {
        Outputs ??= new ValueBag();
        Outputs[name] = Run.Weigh(name, Values.Canonical(value));
        OutputBinding.Write(this, name, Outputs[name]);
    }

    /// <summary>The input of the workflow the author works on, also where that is used inside another; null when it was not
    /// given.</summary>
    public object? WorkflowInput(string name) =>
        WorkflowActivity.FindInput(this, name) is { } input ? input.Value : Run.Input[name];

    /// <summary>Sets an output of the workflow the author works on, also where that is used inside another.</summary>
    public void SetWorkflowOutput(string name, object? value)
    {
        var weighed = Run.Weigh(name, Values.Canonical(value));
        if (!WorkflowActivity.TrySetOutput(this, name, weighed))
        {
            Run.Output[name] = weighed;
        }
    }

    /// <summary>The nearest variable of that name; null when there is none.</summary>
    public object? GetVariable(string name) => Memory.FindByName(this, name)?.Value;

    /// <summary>Changes the nearest variable of that name; a new name lives in the nearest container.</summary>
    public void SetVariable(string name, object? value) => Memory.Set(this, name, value);

    /// <summary>Changes one particular variable, whatever nearer ones are called; the value is converted to its type.</summary>
    public void SetVariable(VariableDeclaration variable, object? value)
    {
        var found = Memory.FindById(this, variable.Id)
            ?? throw new InvalidOperationException($"The variable \"{variable.Name}\" is not in reach of \"{Node.Id}\".");
        found.Value = Run.Weigh(variable.Name, Conversion.To(Values.Canonical(value), variable.Type).Value);
    }

    /// <summary>Makes the activity wait.</summary>
    /// <param name="name">The stimulus that resumes it, such as <c>Planning.PlanStage</c>.</param>
    /// <param name="payload">What tells this stimulus from others of its name.</param>
    /// <param name="dueAt">When the host resumes it of its own accord.</param>
    public Bookmark CreateBookmark(string name, JsonObject payload, DateTimeOffset? dueAt = null)
    {
        var bookmark = new Bookmark(
            NextId(), name, JsonSerializer.SerializeToElement(payload), Node.Id, Node.NodeId, Id, Now, dueAt);
        Run.Bookmarks.Add(bookmark);
        return bookmark;
    }

    /// <summary>Ends this execution; connections that carry one of the outcomes are followed.</summary>
    /// <param name="outcomes">Done when none is named.</param>
    public void Complete(params IReadOnlyList<string> outcomes) => Lifecycle.Complete(this, outcomes);

    /// <summary>Runs a child after everything that is scheduled already; then the owner is called back.</summary>
    /// <param name="child">Null completes the owner at once.</param>
    /// <param name="callback">A name the owner recognises in <see cref="ChildCompletion"/>.</param>
    /// <param name="variables">Variables of this one execution of the child.</param>
    public void Schedule(
        Node? child, string? callback = null, string? tag = null, IReadOnlyList<VariableState>? variables = null)
    {
        if (child is null)
        {
            Complete();
            return;
        }

        Run.Enqueue(new WorkItem(child, this, callback, tag, variables));
    }

    /// <summary>Ends this execution and all inside it, as if it had never been needed.</summary>
    public void Cancel() => Lifecycle.Cancel(this);

    /// <summary>Tells the activities around this one, from the inside out, until one of them takes it.</summary>
    /// <returns>The one that took it; null when nobody did.</returns>
    public ActivityContext? Send(Signal signal)
    {
        for (var receiver = Parent; receiver is not null; receiver = receiver.Parent)
        {
            if (receiver.Node.Activity is ISignalReceiver listening && listening.Receive(receiver, this, signal))
            {
                return receiver;
            }
        }

        return null;
    }

    /// <summary>Ends the whole instance at once.</summary>
    public void FinishWorkflow() => Lifecycle.FinishWorkflow(this);

    public void WriteLine(string text)
    {
        Run.Lines.Add(text);
        Run.Environment.Surroundings?.Wrote(text);
    }

    /// <summary>Asks for something outside this instance; it is done once the burst is over.</summary>
    public void Ask(Effect effect) => Run.Effects.Add(effect);

    /// <summary>Runs another workflow now, until it waits or is over.</summary>
    /// <exception cref="InvalidOperationException">There is no such workflow, or no runtime around this instance.</exception>
    public WorkflowState RunChild(WorkflowStart child) => Surroundings.RunChild(child);

    /// <summary>Starts another workflow once this burst is over.</summary>
    /// <exception cref="InvalidOperationException">There is no such workflow, or no runtime around this instance.</exception>
    public void DispatchChild(WorkflowStart child)
    {
        Surroundings.RequireWorkflow(child.DefinitionId);
        Ask(new Effect.ChildDispatched(child));
    }

    /// <summary>Evaluates an expression that the activity read itself.</summary>
    internal object? Evaluate(Expression expression, DataType type) => expression.Evaluate(new ExpressionContext(this), type);

    /// <summary>Whether that activity inside runs, waits, has failed or is still to begin.</summary>
    internal bool IsUnderway(Node child) =>
        (_children?.Exists(running => running.Node == child) ?? false) || Run.IsQueued(this, child);

    /// <summary>Cancels what runs or waits inside, and takes back what is still to begin.</summary>
    internal void CancelInside() => Lifecycle.CancelInside(this);

    internal void Forget(ActivityContext child) => _children?.Remove(child);
}
