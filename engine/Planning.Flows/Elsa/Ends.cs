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

/// <summary>Makes the workflow fail where the author wants it to.</summary>
internal sealed class Fault : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Fault",
        Category = "Primitives",
        Description = "Makes the workflow fail here.",
        Inputs =
        [
            new InputDescriptor("Code", "String") { DefaultValue = "0" },
            new InputDescriptor("Category", "String") { DefaultValue = "General", Description = "Such as HTTP." },
            new InputDescriptor("FaultType", "String")
            {
                DisplayName = "Type",
                DefaultValue = "System",
                Description = "Such as System, Business or Integration.",
            },
            new InputDescriptor("Message", "String"),
        ],
    };

    public void Execute(ActivityContext context) => throw new FaultException(
        context.Input<string>("Code") ?? "0",
        context.Input<string>("Category") ?? "General",
        context.Input<string>("FaultType") ?? "System",
        context.Input<string>("Message") ?? $"The workflow was made to fail at \"{context.Node.Name ?? context.Node.Id}\".");

    public void Resume(ActivityContext context, Resumption resumption) { }
}

/// <summary>An author's own fault.</summary>
/// <param name="category">Such as HTTP.</param>
/// <param name="faultType">Such as System, Business or Integration.</param>
public sealed class FaultException(string code, string category, string faultType, string message) : Exception(message)
{
    public string Code => code;

    public string Category => category;

    public string FaultType => faultType;
}
