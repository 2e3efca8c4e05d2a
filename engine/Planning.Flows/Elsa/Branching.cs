using Planning.Flows.Activities;

namespace Planning.Flows.Elsa;

/// <summary>Runs one of two activities inside it.</summary>
internal sealed class If : IContainerActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.If",
        Category = "Branching",
        Description = "Runs one of two activities, depending on a condition.",
        Inputs = [new InputDescriptor("Condition", "Boolean")],
        Outputs = [new OutputDescriptor("Result", "Boolean")],
        Ports = [new PortDescriptor("Then", PortKind.Embedded), new PortDescriptor("Else", PortKind.Embedded)],
    };

    public void Execute(ActivityContext context)
    {
        var holds = context.Input<bool>("Condition");
        context.SetOutput("Result", holds);
        context.Schedule(context.Node.Port(holds ? "Then" : "Else"));
    }

    public void Resume(ActivityContext context, Resumption resumption) { }

    public void ChildCompleted(ActivityContext context, ChildCompletion completion) => context.Complete();
}

/// <summary>Goes on by one of two outcomes.</summary>
internal sealed class FlowDecision : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.FlowDecision",
        DisplayName = "Decision",
        Category = "Branching",
        Description = "Goes on by True or False, depending on a condition.",
        Inputs = [new InputDescriptor("Condition", "Boolean")],
        Ports = [new PortDescriptor("True"), new PortDescriptor("False")],
    };

    public void Execute(ActivityContext context) => context.Complete(context.Input<bool>("Condition") ? "True" : "False");

    public void Resume(ActivityContext context, Resumption resumption) { }
}

/// <summary>Goes on by all of its branches at once.</summary>
internal sealed class FlowFork : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.FlowFork",
        DisplayName = "Fork (flow)",
        Category = "Branching",
        Description = "Goes on by all branches at once.",
        Inputs = [new InputDescriptor("Branches", "String[]") { UiHint = "dynamic-outcomes", DefaultSyntax = "Object" }],
    };

    public void Execute(ActivityContext context) => context.Complete(context.Input<string[]>("Branches") ?? []);

    public void Resume(ActivityContext context, Resumption resumption) { }
}

/// <summary>A place where branches meet. The flowchart does the waiting before it lets the join begin.</summary>
internal sealed class FlowJoin : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.FlowJoin",
        DisplayName = "Join",
        Category = "Branching",
        Description = "Waits for all, for all active, or for any of the branches that lead here.",
        Inputs =
        [
            new InputDescriptor("Mode", "String")
            {
                UiHint = "dropdown",
                Options = ["WaitAll", "WaitAllActive", "WaitAny"],
                DefaultValue = "WaitAny",
            },
        ],
    };

    public void Execute(ActivityContext context) => context.Complete();

    public void Resume(ActivityContext context, Resumption resumption) { }
}
