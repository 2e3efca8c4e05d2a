using Planning.Flows.Activities;

namespace Planning.Flows.Elsa;

/// <summary>Where a flowchart begins.</summary>
internal sealed class Start : IActivity
{
    public ActivityDescriptor Descriptor { get; } =
        new() { TypeName = "Elsa.Start", Category = "Flow", Description = "Where the flowchart begins.", IsStart = true };

    public void Execute(ActivityContext context) => context.Complete();

    public void Resume(ActivityContext context, Resumption resumption) { }
}

/// <summary>Completes the container it stands in.</summary>
internal sealed class End : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.End",
        Category = "Flow",
        Description = "Completes the container it stands in.",
        IsTerminal = true,
    };

    public void Execute(ActivityContext context) => context.Complete();

    public void Resume(ActivityContext context, Resumption resumption) { }
}

/// <summary>Ends the whole instance at once.</summary>
internal sealed class Finish : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Finish",
        Category = "Primitives",
        Description = "Ends the whole workflow at once.",
        IsTerminal = true,
    };

    public void Execute(ActivityContext context) => context.FinishWorkflow();

    public void Resume(ActivityContext context, Resumption resumption) { }
}

/// <summary>Completes the nearest workflow with outcomes of the author's choice.</summary>
internal sealed class Complete : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Complete",
        Category = "Composition",
        Description = "Completes the workflow with one or more outcomes.",
        Inputs = [new InputDescriptor("Outcomes", "String[]") { UiHint = "outcome-picker", DefaultSyntax = "Object" }],
        IsTerminal = true,
    };

    public void Execute(ActivityContext context)
    {
        var outcomes = context.Input<string[]>("Outcomes") ?? [];
        var workflow = context.Send(new Signal.CompleteComposite(outcomes));
        context.Complete(outcomes);
        workflow?.Complete(outcomes);
    }

    public void Resume(ActivityContext context, Resumption resumption) { }
}
