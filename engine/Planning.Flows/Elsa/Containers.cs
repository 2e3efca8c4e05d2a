using Planning.Flows.Activities;

namespace Planning.Flows.Elsa;

/// <summary>The workflow itself: declares the variables, runs its root, is complete when the root is.</summary>
internal sealed class Workflow : IContainerActivity, ISignalReceiver
{
    private const string Outcomes = "outcomes";

    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Workflow",
        Category = "Workflows",
        IsBrowsable = false,
        HasVariables = true,
        Outputs = [new OutputDescriptor("Result")],
        Ports = [new PortDescriptor("Root", PortKind.Embedded) { IsBrowsable = false }],
    };

    public void Execute(ActivityContext context) => context.Schedule(context.Node.Port("Root"));

    public void Resume(ActivityContext context, Resumption resumption) { }

    public void ChildCompleted(ActivityContext context, ChildCompletion completion) =>
        context.Complete(context.Properties.Get<string[]>(Outcomes) ?? []);

    /// <summary>Remembers the outcomes; the sender completes first, then this workflow with them.</summary>
    public bool Receive(ActivityContext context, ActivityContext sender, Signal signal)
    {
        if (signal is not Signal.CompleteComposite complete)
        {
            return false;
        }

        context.Properties[Outcomes] = complete.Outcomes;
        return true;
    }
}

/// <summary>Activities one after the other.</summary>
internal sealed class Sequence : IContainerActivity, ISignalReceiver
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Sequence",
        Category = "Workflows",
        Description = "Activities one after the other.",
        IsContainer = true,
        HasVariables = true,
        IsBrowsable = false,
    };

    public void Execute(ActivityContext context) => Begin(context, 0);

    public void Resume(ActivityContext context, Resumption resumption) { }

    public void ChildCompleted(ActivityContext context, ChildCompletion completion)
    {
        var child = completion.Child.Node;
        if (context.IsBreaking || child.Descriptor.IsTerminal)
        {
            context.Complete();
            return;
        }

        Begin(context, child.Index + 1);
    }

    public void ChildCanceled(ActivityContext context, ActivityContext child) => Begin(context, child.Node.Index + 1);

    /// <summary>Every sequence inside the loop ends with it; the signal goes on to the loop.</summary>
    public bool Receive(ActivityContext context, ActivityContext sender, Signal signal)
    {
        context.IsBreaking |= signal is Signal.Break;
        return false;
    }

    private static void Begin(ActivityContext context, int index)
    {
        var children = context.Node.Children;
        context.Schedule(index < children.Count ? children[index] : null);
    }
}

/// <summary>Holds one activity of any kind, so that a flowchart can contain it.</summary>
internal sealed class FlowNode : IContainerActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.FlowNode",
        DisplayName = "Node",
        Category = "Flow",
        Description = "Holds one activity of any kind, so that a flowchart can contain it.",
        IsBrowsable = false,
        Ports = [new PortDescriptor("Body", PortKind.Embedded)],
    };

    public void Execute(ActivityContext context) => context.Schedule(context.Node.Port("Body"));

    public void Resume(ActivityContext context, Resumption resumption) { }

    public void ChildCompleted(ActivityContext context, ChildCompletion completion) => context.Complete();
}
